package org.nasbench4j.neural.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.movement.MomentumRule;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.neural.supernet.space.OneShotSupernetSpace;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

class SupernetTrainingTest {
  private static final int IMAGES = 100;
  private static final SupernetImages CHOICE = new SupernetImages(8, IMAGES, 1);

  private final EngineSession session = TestEngine.session();
  private static final SupernetSpace CELLS = new Nb201SupernetSpace(new Nb201Space());
  private static final SupernetSpace MODULES = new OneShotSupernetSpace(OneShotLayout.SPACE_1);

  private final SupernetSpace space = CELLS;
  private final ImageSet images = new SyntheticImages(IMAGES, 1, 8, 4);

  private SupernetSettings settings(SupernetMethod method, Ablation ablation, int epochs) {
    return settings(space, method, ablation, 16, epochs);
  }

  private static SupernetSettings settings(
      SupernetSpace space, SupernetMethod method, Ablation ablation, int batch, int epochs) {
    SupernetSettings preset =
        ablation.appliedTo(SupernetPreset.MICRO.settings(method, space, 1)).withEpochs(epochs);
    return new SupernetSettings(
        2,
        preset.depth(),
        CHOICE,
        new SupernetSchedule(batch, epochs, preset.schedule().levels()),
        preset.weights(),
        preset.clip(),
        preset.logits(),
        preset.convergence(),
        1);
  }

  private SupernetTraining training(SupernetSettings settings) {
    return training(space, settings);
  }

  private SupernetTraining training(SupernetSpace learned, SupernetSettings settings) {
    return new SupernetTraining(session, learned, images, settings, () -> 0);
  }

  /** Keeps the steps and the states, and may be interrupted after one. */
  private static final class Recorder implements SupernetListener {
    private final List<SupernetStep> steps = new ArrayList<>();
    private final int interruptedAfter;
    private @Nullable SupernetState state;

    Recorder(int interruptedAfter) {
      this.interruptedAfter = interruptedAfter;
    }

    SupernetState state() {
      return Objects.requireNonNull(state);
    }

    @Override
    public void stepDone(SupernetStep step, Supplier<SupernetState> after) throws IOException {
      steps.add(step);
      if (steps.size() == interruptedAfter) {
        state = after.get();
        throw new IOException("interrupted");
      }
    }
  }

  private static void assertSame(SupernetState actual, SupernetState expected) {
    NamedTensors tensors = actual.tensors();
    assertThat(actual.step()).isEqualTo(expected.step());
    assertThat(actual.unchangedSince()).isEqualTo(expected.unchangedSince());
    assertThat(tensors.names()).isEqualTo(expected.tensors().names());
    for (NamedTensor tensor : expected.tensors().all()) {
      assertThat(tensors.get(tensor.name(), tensor.shape()).values())
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  private static Stream<Arguments> resumed() {
    return Stream.of(
        Arguments.of(CELLS, SupernetMethod.VIM_NAS, Ablation.NONE),
        Arguments.of(CELLS, SupernetMethod.DARTS, Ablation.NONE),
        Arguments.of(CELLS, SupernetMethod.VIM_NAS, Ablation.BILEVEL),
        Arguments.of(MODULES, SupernetMethod.VIM_NAS, Ablation.NONE),
        Arguments.of(MODULES, SupernetMethod.DARTS, Ablation.NONE));
  }

  // After a step within the first epoch, at its end, and in the second.
  @ParameterizedTest
  @MethodSource("resumed")
  void anInterruptedTrainingEndsWithTheSameBits(
      SupernetSpace learned, SupernetMethod method, Ablation ablation) throws IOException {
    SupernetSettings settings = settings(learned, method, ablation, 16, 2);
    Recorder whole = new Recorder(0);
    SupernetState end = training(learned, settings).run(null, whole);
    assertThat(whole.steps).hasSize((int) settings.steps());
    for (int steps : new int[] {2, settings.stepsPerEpoch(), settings.stepsPerEpoch() + 1}) {
      Recorder first = new Recorder(steps);
      assertThatThrownBy(() -> training(learned, settings).run(null, first))
          .hasMessage("interrupted");
      Recorder rest = new Recorder(0);
      assertSame(training(learned, settings).run(first.state(), rest), end);
      List<SupernetStep> both = new ArrayList<>(first.steps);
      both.addAll(rest.steps);
      assertThat(both).isEqualTo(whole.steps);
    }
  }

  @ParameterizedTest
  @EnumSource(Ablation.class)
  void everyAblationMovesWeightsAndLogits(Ablation ablation) throws IOException {
    SupernetSettings settings = settings(SupernetMethod.VIM_NAS, ablation, 1).withImages(40);
    SupernetTraining training = training(settings);
    Recorder recorder = new Recorder(1);
    assertThatThrownBy(() -> training.run(null, recorder)).hasMessage("interrupted");
    SupernetState end = training.run(null, (step, state) -> {});
    for (NamedTensor tensor : recorder.state().tensors().all()) {
      boolean moves =
          !tensor.name().contains("/")
              && !tensor.name().endsWith("conv3x3.bias")
              && !tensor.name().endsWith("conv1x1.bias");
      if (moves) {
        assertThat(end.tensors().get(tensor.name(), tensor.shape()).values())
            .as(tensor.name())
            .isNotEqualTo(tensor.values());
      }
    }
  }

  private static SupernetSettings converging(SupernetSettings settings, Convergence rule) {
    return new SupernetSettings(
        settings.channels(),
        settings.depth(),
        settings.images(),
        settings.schedule(),
        settings.weights(),
        settings.clip(),
        settings.logits(),
        rule,
        settings.seed());
  }

  @Test
  void aStepSaysWhatWouldBeDerivedAfterIt() throws IOException {
    SupernetSettings settings = settings(SupernetMethod.VIM_NAS, Ablation.NONE, 1);
    SupernetTraining training = training(settings);
    Recorder recorder = new Recorder(3);
    assertThatThrownBy(() -> training.run(null, recorder)).hasMessage("interrupted");
    SupernetStep last = recorder.steps.get(2);
    ArchitectureDistribution learned =
        ArchitectureDistribution.of(session, space, settings, recorder.state());
    assertThat(last.step()).isEqualTo(3);
    assertThat(last.epoch()).isEqualTo(1);
    assertThat(last.architecture()).isEqualTo(learned.derived().text());
    assertThat(last.entropy()).isEqualTo(learned.entropy());
    assertThat(last.confidence()).isEqualTo(learned.confidence());
    assertThat(last.ties()).isEqualTo(learned.ties());
    assertThat(last.accuracy()).isBetween(0.0, 1.0);
    assertThat(last.loss()).isBetween(0.5, 3.0);
  }

  // The paper's claim: near one-hot within an epoch, while plain logits hardly move.
  @Test
  void rowsBecomeDecidedWhileTheNetworkLearns() throws IOException {
    ImageSet many = new SyntheticImages(1_600, 1, 8, 4);
    SupernetSettings settings =
        new SupernetSettings(
            4,
            1,
            new SupernetImages(8, 1_600, 1),
            new SupernetSchedule(16, 1, Levels.SINGLE),
            new MomentumRule(0.025f, 0.001f, 0.9f, 3e-4f),
            5,
            new LogitSettings(2, 14, 3, 1, new MomentumRule(0.025f, 0.001f, 0.9f, 0)),
            new Convergence(0.25, 0.9),
            1);
    SupernetTraining training = new SupernetTraining(session, space, many, settings, () -> 0);
    Recorder recorder = new Recorder(0);
    double before = ArchitectureDistribution.of(session, space, settings, null).entropy();
    training.run(null, recorder);
    List<SupernetStep> steps = recorder.steps;
    assertThat(steps).hasSize(100);
    assertThat(steps.get(99).entropy()).isLessThan(0.8 * before);
    assertThat(meanLoss(steps.subList(80, 100))).isLessThan(0.7 * meanLoss(steps.subList(0, 20)));
  }

  private static double meanLoss(List<SupernetStep> steps) {
    return steps.stream().mapToDouble(SupernetStep::loss).average().orElseThrow();
  }

  @Test
  void aConvergedSearchEndsWithItsEpoch() throws IOException {
    SupernetSettings settings = settings(SupernetMethod.VIM_NAS, Ablation.NONE, 3);
    SupernetSettings easy = converging(settings, new Convergence(0, 0.2));
    SupernetState end = training(easy).run(null, (step, state) -> {});
    assertThat(end.step()).isEqualTo(settings.stepsPerEpoch());
    Recorder recorder = new Recorder(0);
    assertThat(training(easy).run(end, recorder)).isSameAs(end);
    assertThat(recorder.steps).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberIsSaidWithItsStep() {
    SupernetSettings settings = settings(SupernetMethod.VIM_NAS, Ablation.NONE, 1);
    SupernetSettings wild =
        new SupernetSettings(
            2,
            1,
            CHOICE,
            settings.schedule(),
            new MomentumRule(1e30f, 1e30f, 0.9f, 0),
            Float.POSITIVE_INFINITY,
            settings.logits(),
            settings.convergence(),
            1);
    Recorder recorder = new Recorder(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training(wild).run(null, recorder))
        .withMessageContaining("in step 2.")
        .withMessageContaining("the last good state is that after step 0.");
  }

  @Test
  void imagesThatDoNotFitTheSettingsAreRefused() {
    SupernetSettings paper = SupernetPreset.PAPER.settings(SupernetMethod.VIM_NAS, space, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training(paper))
        .withMessageContaining("side 8, but the settings are for side 32");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> training(settings(SupernetMethod.DARTS, Ablation.NONE, 1).withImages(101)))
        .withMessageContaining("need 101 images");
  }

  @Test
  void aStateOfAnotherTrainingIsRefused() throws IOException {
    SupernetState darts =
        training(settings(SupernetMethod.DARTS, Ablation.NONE, 1)).run(null, (step, state) -> {});
    SupernetSettings other = settings(SupernetMethod.VIM_NAS, Ablation.NONE, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArchitectureDistribution.of(session, space, other, darts))
        .withMessageContaining("has no tensor (phi.operations.block1.conv.weight)");
  }

  @ParameterizedTest
  @EnumSource(Levels.class)
  void stepsLeaveNothingBehind(Levels levels) {
    Ablation ablation = levels == Levels.SINGLE ? Ablation.NONE : Ablation.BILEVEL;
    SupernetSettings settings = settings(SupernetMethod.VIM_NAS, ablation, 20);
    try (NDManager manager = session.newManager()) {
      SupernetRun run =
          new SupernetRun(
              session,
              manager,
              space,
              settings,
              new SupernetData(images, Normalization.of(images), settings),
              () -> 0);
      run.step();
      int arrays = manager.getManagedArrays().size();
      for (int i = 0; i < 20; i++) {
        run.step();
      }
      run.state();
      assertThat(manager.getManagedArrays()).hasSize(arrays);
    }
  }
}
