package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.Stopwatch;
import org.nasbench4j.neural.network.GradientNorm;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.supernet.movement.Movement;
import org.nasbench4j.neural.supernet.movement.SavedArrays;
import org.nasbench4j.neural.supernet.space.Supernet;
import org.nasbench4j.neural.supernet.space.SupernetShape;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.neural.training.TrainingBatch;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** A supernet and what is learned by it while both are trained. */
final class SupernetRun {

  private final EngineSession session;
  private final SupernetSettings settings;
  private final SupernetData data;
  private final LongSupplier nanoClock;
  private final Supernet network;
  private final LogitModels models;
  private final Movement weightMovement;
  private final Movement logitMovement;
  private ArchitectureDistribution distribution;
  private long step;
  private long unchangedSince;
  private double seconds;

  /** What a batch says. */
  private record Outcome(double loss, double accuracy) {}

  SupernetRun(
      EngineSession session,
      NDManager manager,
      SupernetSpace space,
      SupernetSettings settings,
      SupernetData data,
      LongSupplier nanoClock) {
    this.session = session;
    this.settings = settings;
    this.data = data;
    this.nanoClock = nanoClock;
    SupernetShape shape =
        new SupernetShape(settings.channels(), settings.depth(), data.images().classes());
    network =
        space.build(
            manager,
            shape,
            data.images().channels(),
            DerivedRandom.of(settings.seed(), "supernet-weights"));
    models = new LogitModels(manager, space, settings);
    int epochs = settings.schedule().epochs();
    weightMovement = Movement.of(settings.weights(), network.parameters(), epochs);
    logitMovement = Movement.of(settings.logits().rule(), models.parameters(), epochs);
    distribution = learned();
  }

  // What the logits are after a step is computed again, with gradients, as the mixture of the next:
  // the record of a step cannot wait for it, and they are a few hundred numbers.
  private ArchitectureDistribution learned() {
    return session.withoutGradients(
        () -> {
          try (NDManager home = session.newManager()) {
            return models.distribution(home);
          }
        });
  }

  void restore(SupernetState state) {
    SavedArrays.restore(parameters(), state.tensors());
    weightMovement.restore(state.tensors());
    logitMovement.restore(state.tensors());
    step = state.step();
    unchangedSince = state.unchangedSince();
    seconds = state.seconds();
    distribution = learned();
  }

  private List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(network.parameters());
    all.addAll(models.parameters());
    return all;
  }

  SupernetState state() {
    List<NamedTensor> tensors = new ArrayList<>(SavedArrays.copies(parameters()));
    tensors.addAll(weightMovement.memory());
    tensors.addAll(logitMovement.memory());
    return new SupernetState(
        step, unchangedSince, seconds, new NamedTensors("a supernet's state", tensors));
  }

  boolean finished() {
    return step >= settings.steps() || (step > 0 && epochEnds() && converged());
  }

  private boolean epochEnds() {
    return step % settings.stepsPerEpoch() == 0;
  }

  private boolean converged() {
    Convergence rule = settings.convergence();
    return distribution.confidence() >= rule.confidence()
        && step - unchangedSince >= rule.unchanged() * settings.stepsPerEpoch();
  }

  SupernetStep step() {
    Stopwatch watch = Stopwatch.start(nanoClock);
    int epoch = Math.toIntExact(step / settings.stepsPerEpoch());
    int inEpoch = Math.toIntExact(step % settings.stepsPerEpoch());
    Outcome outcome =
        settings.schedule().levels() == Levels.SINGLE
            ? jointly(epoch, inEpoch)
            : inTurn(epoch, inEpoch);
    String before = distribution.derived().text();
    distribution = learned();
    finite("confidence of the logits", distribution.confidence());
    step++;
    String derived = distribution.derived().text();
    unchangedSince = derived.equals(before) ? unchangedSince : step;
    seconds += watch.seconds();
    return new SupernetStep(
        step,
        epoch + 1,
        outcome.loss,
        outcome.accuracy,
        distribution.entropy(),
        distribution.entropies(),
        distribution.confidence(),
        derived,
        distribution.ties(),
        seconds);
  }

  // One backward pass moves both.
  private Outcome jointly(int epoch, int inEpoch) {
    TrainingBatch batch = data.weights().of(epoch, inEpoch);
    Outcome outcome =
        session.withGradients(
            () -> {
              try (NDManager home = session.newManager()) {
                return outcome(home, batch, models.mixture(home, step, "both"));
              }
            });
    moveWeights(epoch);
    moveLogits(epoch);
    return outcome;
  }

  private Outcome inTurn(int epoch, int inEpoch) {
    Outcome outcome = weightsTurn(data.weights().of(epoch, inEpoch));
    moveWeights(epoch);
    logitsTurn(data.logits().of(epoch, inEpoch));
    moveLogits(epoch);
    return outcome;
  }

  // The mixture is a constant: no gradient is left at the logits.
  private Outcome weightsTurn(TrainingBatch batch) {
    try (NDManager home = session.newManager()) {
      List<NDArray> mixture = session.withoutGradients(() -> models.mixture(home, step, "weights"));
      return session.withGradients(() -> outcome(home, batch, mixture));
    }
  }

  // The weights are constants: no gradient is computed of them.
  private void logitsTurn(TrainingBatch batch) {
    network.parameters().forEach(parameter -> parameter.value().setRequiresGradient(false));
    try (NDManager home = session.newManager()) {
      session.withGradients(() -> outcome(home, batch, models.mixture(home, step, "logits")));
    } finally {
      network.parameters().forEach(parameter -> parameter.value().setRequiresGradient(true));
    }
  }

  private Outcome outcome(NDManager home, TrainingBatch batch, List<NDArray> mixture) {
    NDArray logits = network.logits(batch.images(home), mixture);
    NDArray loss = logits.logSoftmax(1).mul(batch.labelWeights(home)).sum();
    session.backward(loss);
    double value = finite("loss", loss.getFloat());
    return new Outcome(value, (double) batch.right(logits) / batch.labels().length);
  }

  // What is no number says that the move of the step before was a bad one already.
  private double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The %s (%s) is no finite number any more in step %d. The rate (%s) may be too high; the last good state is that after step %d."
              .formatted(name, value, step + 1, settings.weights().rate(), Math.max(0, step - 1)));
    }
    return value;
  }

  private void moveWeights(int epoch) {
    double norm = finite("norm of the gradients", GradientNorm.of(network.parameters()));
    float scale = norm > settings.clip() ? (float) (settings.clip() / norm) : 1;
    weightMovement.move(step + 1, epoch, scale);
  }

  private void moveLogits(int epoch) {
    finite("norm of the logits' gradients", GradientNorm.of(models.parameters()));
    logitMovement.move(step + 1, epoch, 1);
  }
}
