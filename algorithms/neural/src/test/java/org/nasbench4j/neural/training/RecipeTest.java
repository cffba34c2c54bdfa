package org.nasbench4j.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.network.KaimingNormal;
import org.nasbench4j.random.DerivedRandom;

class RecipeTest {

  @Test
  void theLearningRateRisesAndFallsOnce() {
    LearningRate rate = new LearningRate(0.4f, 1000);
    assertThat(rate.at(0)).isPositive().isLessThan(0.001f);
    assertThat(rate.at(125)).isCloseTo(0.2f, within(0.001f));
    assertThat(rate.at(250)).isCloseTo(0.4f, within(0.001f));
    assertThat(rate.at(625)).isCloseTo(0.2f, within(0.001f));
    assertThat(rate.at(999)).isPositive().isLessThan(1e-6f);
    for (int step = 1; step < 1000; step++) {
      assertThat(rate.at(step) > rate.at(step - 1)).as("step %d", step).isEqualTo(step <= 250);
    }
  }

  @Test
  void anEpochHasEachImageOnceInAnOrderOfItsOwn() {
    ImageSet set = new SyntheticImages(300, 1, 4, 300);
    Normalization normalization = Normalization.of(set);
    List<List<Integer>> orders = new ArrayList<>();
    for (int epoch = 1; epoch <= 2; epoch++) {
      EpochBatches batches = new EpochBatches(set, normalization, 5, epoch);
      List<Integer> order = new ArrayList<>();
      for (int batch = 0; batch < EpochBatches.count(set); batch++) {
        Arrays.stream(batches.next().labels()).forEach(order::add);
      }
      assertThat(order)
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 300).boxed().toList());
      orders.add(order);
    }
    assertThat(orders.get(0)).isNotEqualTo(orders.get(1));
  }

  @Test
  void firstWeightsHaveTheVarianceOfHeAndOthers() {
    KaimingNormal source = new KaimingNormal(DerivedRandom.of(1, "test"));
    float[] values = source.get("conv.weight", List.of(64, 32, 3, 3)).values();
    double mean = 0;
    double square = 0;
    for (float value : values) {
      mean += value / values.length;
      square += (double) value * value / values.length;
    }
    assertThat(mean).isCloseTo(0, within(0.002));
    assertThat(square).isCloseTo(2.0 / (32 * 9), within(0.0002));
    assertThat(source.get("bn1.weight", List.of(2)).values()).containsOnly(1);
    assertThat(source.get("bn1.running_var", List.of(2)).values()).containsOnly(1);
    assertThat(source.get("bn1.running_mean", List.of(2)).values()).containsOnly(0);
    assertThat(source.get("linear.bias", List.of(2)).values()).containsOnly(0);
  }

  @Test
  void smallImagesAreShiftedLess() {
    assertThat(TrainingSettings.padding(32)).isEqualTo(4);
    assertThat(TrainingSettings.padding(14)).isEqualTo(2);
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSettings(0, 0.1f, 0, 1))
        .withMessageContaining("epochs (0)");
    for (float rate : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new TrainingSettings(1, rate, 0, 1))
          .withMessageContaining("rate (" + rate + ")");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSettings(1, 0.1f, -1, 1))
        .withMessageContaining("weight decay (-1.0)");
  }
}
