package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.Stopwatch;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Sgd;
import org.nasbench4j.neural.network.TrainableNetwork;
import org.nasbench4j.neural.rmi.RmiScore.Outcome;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;

/**
 * Scores architectures by representation mutual information: a fresh network is trained for some
 * iterations on one batch to be similar to a reference network and to classify; its last loss is
 * the score.
 *
 * <p>A score depends on architecture, initialisation, settings, batch and seed only, and is the
 * same from any thread. Any number of threads may score at once. Of architectures that compute the
 * same function, score one and the same: the seed of the weights is derived from its name.
 *
 * <p>Source: Zheng et al., "Neural Architecture Search With Representation Mutual Information",
 * CVPR 2022, and its first public code.
 *
 * @param <A> an architecture
 */
public final class RmiScorer<A> {
  private static final Set<Integer> TRACED = Set.of(1, 5, 10, 25, 50, 100, 150);

  private final EngineSession session;
  private final CandidateNetworks<A> networks;
  private final RmiSettings settings;
  private final RmiBatch batch;
  private final long seed;
  private final LongSupplier nanoClock;

  /**
   * Prepares scoring.
   *
   * @param session runs the networks
   * @param networks makes them
   * @param settings how they are scored
   * @param batch the images, as many as the settings say
   * @param seed decides the weights
   * @param nanoClock measures what a score takes
   * @throws IllegalArgumentException if the batch has another size
   */
  public RmiScorer(
      EngineSession session,
      CandidateNetworks<A> networks,
      RmiSettings settings,
      RmiBatch batch,
      long seed,
      LongSupplier nanoClock) {
    if (batch.size() != settings.batch()) {
      throw new IllegalArgumentException(
          "The batch has %d images; the settings say %d."
              .formatted(batch.size(), settings.batch()));
    }
    this.session = session;
    this.networks = networks;
    this.settings = settings;
    this.batch = batch;
    this.seed = seed;
    this.nanoClock = nanoClock;
  }

  /**
   * Prepares scoring of NAS-Bench-201 cells.
   *
   * @param session runs the networks
   * @param settings the size of the networks, and how they are scored
   * @param batch the images, as many as the settings say
   * @param seed decides the weights
   * @param nanoClock measures what a score takes
   * @return the scorer
   * @throws IllegalArgumentException if the batch has another size
   */
  public static RmiScorer<Nb201Cell> nb201(
      EngineSession session,
      RmiSettings settings,
      RmiBatch batch,
      long seed,
      LongSupplier nanoClock) {
    return new RmiScorer<>(
        session, CandidateNetworks.nb201(settings, batch), settings, batch, seed, nanoClock);
  }

  /**
   * Scores an architecture.
   *
   * @param architecture the representative of those with its function
   * @param init which initialisation, from 0
   * @return the score; a loss that becomes NaN after the first iteration is tried again once
   */
  public RmiScore score(A architecture, int init) {
    Stopwatch watch = Stopwatch.start(nanoClock);
    Attempt first = attempt(architecture, init, "rmi-init");
    if (first.nanIteration == 0) {
      return score(Outcome.SCORED, first, first, watch);
    }
    if (first.nanIteration == 1) {
      return score(Outcome.DEAD, first, first, watch);
    }
    Attempt second = attempt(architecture, init, "rmi-retry");
    Outcome outcome = second.nanIteration == 0 ? Outcome.RETRIED : Outcome.DIVERGED;
    return score(outcome, first, second, watch);
  }

  private RmiScore score(Outcome outcome, Attempt first, Attempt last, Stopwatch watch) {
    double seconds = watch.seconds();
    return new RmiScore(outcome, last.loss(), last.trace, first.nanIteration, seconds);
  }

  private Attempt attempt(A architecture, int init, String purpose) {
    return session.withGradients(
        () -> {
          try (NDManager manager = session.newManager()) {
            String name = networks.name(architecture);
            RandomGenerator random = DerivedRandom.of(seed, purpose, name, String.valueOf(init));
            return train(manager, networks.build(manager, architecture, random));
          }
        });
  }

  private Attempt train(NDManager manager, TrainableNetwork network) {
    NDArray images = batch.images(manager);
    RmiLoss loss = new RmiLoss(manager, batch, settings.mixture());
    Sgd sgd = new Sgd(network.parameters(), settings.momentum(), settings.weightDecay());
    List<RmiStep> trace = new ArrayList<>();
    for (int iteration = 1; iteration <= settings.iterations(); iteration++) {
      try (NDManager step = manager.newSubManager()) {
        RmiLoss.Terms terms = loss.of(network.forward(in(step, images), BatchStatistics.BATCH));
        RmiStep read = terms.read(iteration);
        if (!read.isNumber()) {
          return new Attempt(trace, iteration);
        }
        if (TRACED.contains(iteration) || iteration == settings.iterations()) {
          trace.add(read);
        }
        if (iteration < settings.iterations()) {
          session.backward(terms.mixed());
          sgd.step(settings.learningRate());
        }
      }
    }
    return new Attempt(trace, 0);
  }

  // A result lives where its first operand does: with this one all of a step's do in the step.
  private static NDArray in(NDManager step, NDArray images) {
    NDArray copy = images.duplicate();
    copy.attach(step);
    return copy;
  }

  /** One training, and where its loss was no number, 0 if it always was. */
  private record Attempt(List<RmiStep> trace, int nanIteration) {

    double loss() {
      return nanIteration == 0 ? trace.get(trace.size() - 1).loss() : Double.POSITIVE_INFINITY;
    }
  }
}
