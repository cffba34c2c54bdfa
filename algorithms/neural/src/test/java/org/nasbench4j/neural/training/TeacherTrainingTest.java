package org.nasbench4j.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.ResNet20;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

class TeacherTrainingTest {
  private static final TrainingSettings SETTINGS = new TrainingSettings(3, 0.1f, 5e-4f, 1);

  private final EngineSession session = TestEngine.session();
  private final ImageSet train = new SyntheticImages(300, 1, 8, 4);
  private final ImageSet test = new SyntheticImages(60, 1, 8, 4);

  /** Keeps the states, and may be interrupted after one. */
  private static final class Recorder implements TrainingListener {
    private final List<TrainingState> states = new ArrayList<>();
    private final List<Long> images = new ArrayList<>();
    private final int interruptedAfter;

    Recorder(int interruptedAfter) {
      this.interruptedAfter = interruptedAfter;
    }

    @Override
    public void batchDone(long done, double loss) {
      images.add(done);
    }

    @Override
    public void epochDone(TrainingState state) throws IOException {
      states.add(state);
      if (states.size() == interruptedAfter) {
        throw new IOException("interrupted");
      }
    }
  }

  private TeacherTraining training(TrainingSettings settings) {
    return new TeacherTraining(session, train, test, settings, () -> 0);
  }

  private TrainingState trained(@Nullable TrainingState from) throws IOException {
    return training(SETTINGS).run(from, new Recorder(0));
  }

  private static void assertSame(NamedTensors actual, NamedTensors expected) {
    assertThat(actual.names()).isEqualTo(expected.names());
    for (NamedTensor tensor : expected.all()) {
      assertThat(actual.get(tensor.name(), tensor.shape()).values())
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @Test
  void trainingLowersTheLossAndLearnsTheClasses() throws IOException {
    TrainingState state =
        training(new TrainingSettings(10, 0.1f, 5e-4f, 2)).run(null, new Recorder(0));
    assertThat(state.history()).hasSize(10);
    assertThat(state.last().trainLoss()).isLessThan(0.7 * state.history().get(0).trainLoss());
    // Four classes: 0.25 by chance. The running statistics lag behind in 30 steps.
    assertThat(state.last().trainAccuracy()).isGreaterThan(0.6);
    assertThat(state.last().testAccuracy()).isGreaterThan(0.4);
  }

  @Test
  void anInterruptedTrainingEndsWithTheSameBits() throws IOException {
    TrainingState whole = trained(null);
    for (int epochs = 1; epochs <= 2; epochs++) {
      Recorder recorder = new Recorder(epochs);
      assertThatThrownBy(() -> training(SETTINGS).run(null, recorder)).hasMessage("interrupted");
      TrainingState resumed = trained(recorder.states.get(epochs - 1));
      assertSame(resumed.network(), whole.network());
      assertSame(resumed.velocities(), whole.velocities());
      assertThat(resumed.history()).isEqualTo(whole.history());
    }
  }

  @Test
  void aFinishedTrainingIsNotGoneOnWith() throws IOException {
    TrainingState whole = trained(null);
    Recorder recorder = new Recorder(0);
    assertThat(training(SETTINGS).run(whole, recorder)).isSameAs(whole);
    assertThat(recorder.images).isEmpty();
  }

  @Test
  void anotherSeedGivesAnotherNetwork() throws IOException {
    NamedTensors first = trained(null).network();
    NamedTensors second =
        training(new TrainingSettings(3, 0.1f, 5e-4f, 2)).run(null, new Recorder(0)).network();
    assertThat(second.get("linear.weight", List.of(4, 64)).values())
        .isNotEqualTo(first.get("linear.weight", List.of(4, 64)).values());
  }

  @Test
  void progressCountsImagesOverAllEpochs() throws IOException {
    Recorder recorder = new Recorder(0);
    training(SETTINGS).run(null, recorder);
    assertThat(recorder.images)
        .containsExactly(128L, 256L, 300L, 428L, 556L, 600L, 728L, 856L, 900L);
    assertThat(training(SETTINGS).images()).isEqualTo(900);
  }

  @Test
  void anExportedNetworkGivesTheSameLogits() throws IOException {
    NamedTensors tensors = trained(null).network();
    try (NDManager manager = session.newManager()) {
      ResNet20 network = new ResNet20(manager, tensors::get, 1, 4);
      ResNet20 copy = new ResNet20(manager, network.tensors("copy")::get, 1, 4);
      assertThat(logits(manager, copy)).isEqualTo(logits(manager, network));
      assertSame(copy.tensors("again"), tensors);
    }
  }

  private float[] logits(NDManager manager, ResNet20 network) {
    float[] pixels = new float[64];
    pixels[9] = 1;
    NDArray image = manager.create(pixels).reshape(1, 1, 8, 8);
    return session
        .withoutGradients(() -> network.forward(image, BatchStatistics.RUNNING))
        .logits()
        .toFloatArray();
  }

  @Test
  void aRateThatIsTooHighIsSaid() {
    TeacherTraining training = training(new TrainingSettings(2, 1e30f, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.run(null, new Recorder(0)))
        .withMessageContaining("rate (1.0E30) is too high");
  }

  @Test
  void imagesOfDifferentShapesAreRefused() {
    ImageSet larger = new SyntheticImages(60, 1, 16, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TeacherTraining(session, train, larger, SETTINGS, () -> 0))
        .withMessageContaining("different shapes");
  }
}
