package org.nasbench4j.neural.supernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.neural.training.TrainingBatch;
import org.nasbench4j.space.nb201.Nb201Space;

class SupernetDataTest {
  private final ImageSet images = new SyntheticImages(41, 1, 8, 41);

  private SupernetBatches batches(long seed) {
    SupernetSettings micro =
        SupernetPreset.MICRO.settings(
            SupernetMethod.VIM_NAS, new Nb201SupernetSpace(new Nb201Space()), seed);
    SupernetSettings settings =
        micro.withImages(41).with(new SupernetSchedule(16, 2, Levels.SINGLE));
    return new SupernetData(images, Normalization.of(images), settings).weights();
  }

  // Three values of the split that NAS-Bench-201 publishes for 50,000 images.
  @Test
  void imagesAreHalvedAsTheBenchmarkHalvesThem() {
    List<int[]> halves = SupernetData.halves(50_000);
    assertThat(halves.get(0)).hasSize(25_000);
    assertThat(halves.get(0)[0]).isZero();
    assertThat(halves.get(0)[10]).isEqualTo(26);
    assertThat(halves.get(0)[111]).isEqualTo(203);
    assertThat(IntStream.concat(Arrays.stream(halves.get(0)), Arrays.stream(halves.get(1))))
        .hasSize(50_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void anEpochSeesEveryImageOnceInAnOrderOfItsOwn() {
    assertThat(epoch(batches(1), 0)).containsExactlyInAnyOrder(IntStream.range(0, 41).toArray());
    assertThat(epoch(batches(1), 1))
        .containsExactlyInAnyOrder(IntStream.range(0, 41).toArray())
        .isNotEqualTo(epoch(batches(1), 0));
    assertThat(epoch(batches(2), 0)).isNotEqualTo(epoch(batches(1), 0));
  }

  // Every image is a class of its own.
  private static int[] epoch(SupernetBatches batches, int epoch) {
    return IntStream.range(0, 3)
        .flatMap(step -> Arrays.stream(batches.of(epoch, step).labels()))
        .toArray();
  }

  @Test
  void aBatchDoesNotDependOnThoseBefore() {
    SupernetBatches all = batches(1);
    epoch(all, 0);
    TrainingBatch last = all.of(1, 2);
    TrainingBatch alone = batches(1).of(1, 2);
    assertThat(alone.labels()).isEqualTo(last.labels()).hasSize(41 - 32);
    assertThat(alone.pixels()).isEqualTo(last.pixels());
  }
}
