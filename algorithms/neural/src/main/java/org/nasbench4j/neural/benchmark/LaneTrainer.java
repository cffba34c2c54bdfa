package org.nasbench4j.neural.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.Stopwatch;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Sgd;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.training.ArchitectureTrainer;
import org.nasbench4j.training.SeedResults;
import org.nasbench4j.training.TrainedArchitecture;
import org.nasbench4j.training.TrainedEpoch;
import org.nasbench4j.training.TrainedSchedule;

/**
 * Trains cells of NAS-Bench-201 by a recipe, all seeds of a cell side by side in one network of
 * lanes. Lanes share nothing: each has its own weights, order of images and mirroring, and the loss
 * is the sum of theirs, so that each gets the gradients that it would get alone.
 *
 * <p>Numbers depend on cell, seeds, recipe, images and engine only, and are the same from any
 * thread. Trained with other seeds beside it, a seed's numbers differ by rounding, which training
 * magnifies. A training that diverges keeps its counts, with the first class as its answer, and NaN
 * as its loss; the others go on undisturbed. Any number of threads may train at once.
 */
public final class LaneTrainer implements ArchitectureTrainer {
  /** Raised whenever the numbers change. */
  public static final int VERSION = 1;

  private static final int EVALUATED_AT_ONCE = 250;

  private final EngineSession session;
  private final BenchmarkImages images;
  private final BenchmarkRecipe recipe;
  private final List<Integer> seeds;
  private final LongSupplier nanoClock;
  private final Nb201Space space = new Nb201Space();

  /**
   * Prepares trainings.
   *
   * @param session runs the networks
   * @param images what is trained and measured on
   * @param recipe how to train
   * @param seeds one for each lane, at least one
   * @param nanoClock measures what a training takes
   */
  public LaneTrainer(
      EngineSession session,
      BenchmarkImages images,
      BenchmarkRecipe recipe,
      List<Integer> seeds,
      LongSupplier nanoClock) {
    this.session = session;
    this.images = images;
    this.recipe = recipe;
    this.seeds = List.copyOf(seeds);
    this.nanoClock = nanoClock;
  }

  @Override
  public TrainedArchitecture train(int index) {
    List<TrainedSchedule> schedules =
        recipe.schedules().stream().map(epochs -> trained(index, epochs)).toList();
    return new TrainedArchitecture(index, schedules);
  }

  private TrainedSchedule trained(int index, int epochs) {
    try (NDManager manager = session.newManager()) {
      Run run = new Run(manager, index, epochs);
      for (int epoch = 0; epoch < epochs; epoch++) {
        run.epoch(epoch);
      }
      return run.finished();
    }
  }

  // A generator for each lane, for a purpose.
  private List<RandomGenerator> lanes(String... names) {
    List<RandomGenerator> generators = new ArrayList<>();
    seeds.forEach(seed -> generators.add(DerivedRandom.of(seed, names)));
    return generators;
  }

  /** A network while it is trained. */
  private final class Run {
    private final NDManager manager;
    private final String name;
    private final long steps;
    private final List<Integer> testedEpochs;
    private final Nb201Network network;
    private final Sgd sgd;
    private final List<TrainedEpoch> epochs = new ArrayList<>();
    private final Watch training = new Watch();
    private final Watch validation = new Watch();
    private final Watch test = new Watch();
    private long step;

    Run(NDManager manager, int index, int epochs) {
      this.manager = manager;
      name = String.valueOf(index);
      testedEpochs = recipe.tested().of(epochs);
      steps =
          (long) epochs
              * ((images.train().size() + recipe.descent().batch() - 1) / recipe.descent().batch());
      Nb201Cell cell = space.architecture(index);
      network =
          Nb201Network.of(
              manager,
              cell,
              recipe.shape(images.kind().classes()),
              images.kind().channels(),
              lanes("table-init", name));
      sgd = new Sgd(network.parameters(), Descent.MOMENTUM, recipe.descent().weightDecay());
    }

    void epoch(int epoch) {
      SeedResults trained = training.time(() -> trained(epoch));
      SeedResults valid = validation.time(() -> measured(images.valid()));
      SeedResults tested =
          testedEpochs.contains(epoch) ? test.time(() -> measured(images.test())) : null;
      epochs.add(new TrainedEpoch(trained, valid, tested));
    }

    private SeedResults trained(int epoch) {
      int size = images.train().size();
      List<LaneOrder> orders =
          lanes("table-order", name, String.valueOf(epoch)).stream()
              .map(random -> LaneOrder.drawn(size, recipe.images().mirroring(), random))
              .toList();
      Tally tally = new Tally(seeds.size(), network.classes());
      for (int from = 0; from < size; from += recipe.descent().batch()) {
        int to = Math.min(size, from + recipe.descent().batch());
        step(new LaneBatch(images.train(), orders, from, to), tally);
      }
      return tally.results();
    }

    private void step(LaneBatch batch, Tally tally) {
      float[] logits = session.withGradients(() -> gradients(batch));
      sgd.step(recipe.descent().rate(step, steps));
      step++;
      tally.add(logits, batch.labels());
    }

    private float[] gradients(LaneBatch batch) {
      try (NDManager home = manager.newSubManager()) {
        NDArray logits =
            network
                .forward(batch.images(home), BatchStatistics.TRACKED)
                .logits()
                .reshape(-1, network.classes());
        session.backward(logits.logSoftmax(1).mul(batch.labelWeights(home)).sum());
        return logits.toFloatArray();
      }
    }

    private SeedResults measured(PreparedImages split) {
      List<LaneOrder> orders = Collections.nCopies(seeds.size(), LaneOrder.asTheyAre(split.size()));
      Tally tally = new Tally(seeds.size(), network.classes());
      for (int from = 0; from < split.size(); from += EVALUATED_AT_ONCE) {
        int to = Math.min(split.size(), from + EVALUATED_AT_ONCE);
        LaneBatch batch = new LaneBatch(split, orders, from, to);
        tally.add(session.withoutGradients(() -> logits(batch)), batch.labels());
      }
      return tally.results();
    }

    private float[] logits(LaneBatch batch) {
      try (NDManager home = manager.newSubManager()) {
        return network.forward(batch.images(home), BatchStatistics.RUNNING).logits().toFloatArray();
      }
    }

    TrainedSchedule finished() {
      return new TrainedSchedule(epochs, training.seconds, validation.seconds, test.seconds);
    }
  }

  /** Adds up what a part of a training takes. */
  private final class Watch {
    private double seconds;

    <T> T time(Supplier<T> work) {
      Stopwatch watch = Stopwatch.start(nanoClock);
      T result = work.get();
      seconds += watch.seconds();
      return result;
    }
  }
}
