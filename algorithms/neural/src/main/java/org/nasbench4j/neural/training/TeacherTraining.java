package org.nasbench4j.neural.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.Stopwatch;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.KaimingNormal;
import org.nasbench4j.neural.network.ResNet20;
import org.nasbench4j.neural.network.Sgd;
import org.nasbench4j.neural.network.TensorSource;
import org.nasbench4j.random.DerivedRandom;

/**
 * Trains a ResNet-20 to classify images.
 *
 * <p>Weights depend on images, settings and engine only: a training that goes on from the state
 * after any of its epochs ends with the same bits as one that was never interrupted.
 */
public final class TeacherTraining {

  private final EngineSession session;
  private final ImageSet train;
  private final ImageSet test;
  private final TrainingSettings settings;
  private final LongSupplier nanoClock;
  private final Normalization normalization;

  /**
   * Prepares a training.
   *
   * @param session runs the network
   * @param train the images that are trained on, which also say how images are normalised
   * @param test the images that the network is measured on after each epoch
   * @param settings how to train
   * @param nanoClock measures what an epoch takes
   * @throws IllegalArgumentException if the two sets are of different shapes
   */
  public TeacherTraining(
      EngineSession session,
      ImageSet train,
      ImageSet test,
      TrainingSettings settings,
      LongSupplier nanoClock) {
    if (train.channels() != test.channels()
        || train.side() != test.side()
        || train.classes() != test.classes()) {
      throw new IllegalArgumentException(
          "The images of %s and of %s have different shapes.".formatted(train.name(), test.name()));
    }
    this.session = session;
    this.train = train;
    this.test = test;
    this.settings = settings;
    this.nanoClock = nanoClock;
    normalization = Normalization.of(train);
  }

  /**
   * How the network sees images.
   *
   * @return the statistics of the training images
   */
  public Normalization normalization() {
    return normalization;
  }

  /**
   * How many images a whole training sees, counting each as often as it comes up.
   *
   * @return epochs times training images
   */
  public long images() {
    return (long) settings.epochs() * train.size();
  }

  /**
   * Trains to the end.
   *
   * @param from the state to go on from; null to begin
   * @param listener is told after each batch and each epoch
   * @return the state after the last epoch
   * @throws IOException if the listener cannot store a state
   * @throws IllegalArgumentException if the state is of another network, or the learning rate is so
   *     high that the loss is no number any more
   */
  public TrainingState run(@Nullable TrainingState from, TrainingListener listener)
      throws IOException {
    try (NDManager manager = session.newManager()) {
      Run run = new Run(manager, from, listener);
      TrainingState state = from;
      while (state == null || state.history().size() < settings.epochs()) {
        state = run.epoch();
        listener.epochDone(state);
      }
      return state;
    }
  }

  /** The network and its descent while they are trained. */
  private final class Run {
    private final ResNet20 network;
    private final Sgd sgd;
    private final TrainingListener listener;
    private final List<EpochRecord> history;

    Run(NDManager manager, @Nullable TrainingState from, TrainingListener listener) {
      this.listener = listener;
      TensorSource source =
          from == null
              ? new KaimingNormal(DerivedRandom.of(settings.seed(), "teacher-init"))
              : from.network()::get;
      network = new ResNet20(manager, source, train.channels(), train.classes());
      Sgd atRest = new Sgd(network.trainable(), TrainingSettings.MOMENTUM, settings.weightDecay());
      sgd = from == null ? atRest : atRest.from(from.velocities());
      history = new ArrayList<>(from == null ? List.of() : from.history());
    }

    TrainingState epoch() {
      Stopwatch watch = Stopwatch.start(nanoClock);
      int done = history.size();
      int steps = EpochBatches.count(train);
      LearningRate rate = new LearningRate(settings.peakRate(), (long) steps * settings.epochs());
      EpochBatches batches = new EpochBatches(train, normalization, settings.seed(), done + 1);
      Sums sums = new Sums();
      float last = 0;
      for (int step = 0; step < steps; step++) {
        last = rate.at((long) done * steps + step);
        step(batches.next(), last, sums);
        listener.batchDone((long) done * train.size() + sums.images, sums.lastLoss);
      }
      double accuracy = Accuracy.of(session, network, normalization, test, test.size());
      double seconds = watch.seconds();
      history.add(
          new EpochRecord(
              done + 1,
              last,
              sums.loss / sums.images,
              (double) sums.right / sums.images,
              accuracy,
              seconds));
      return new TrainingState(
          history, network.tensors("the trained network"), sgd.velocities("its velocities"));
    }

    private void step(TrainingBatch batch, float rate, Sums sums) {
      float value =
          session.withGradients(
              () -> {
                try (NDManager step = session.newManager()) {
                  NDArray logits =
                      network.forward(batch.images(step), BatchStatistics.TRACKED).logits();
                  NDArray loss = logits.logSoftmax(1).mul(batch.labelWeights(step)).sum();
                  session.backward(loss);
                  sums.right += batch.right(logits);
                  return loss.getFloat();
                }
              });
      if (Float.isNaN(value)) {
        throw new IllegalArgumentException(
            "The loss is no number any more after %d images of epoch %d. The rate (%s) is too high."
                .formatted(sums.images, history.size() + 1, settings.peakRate()));
      }
      sgd.step(rate);
      sums.add(value, batch.labels().length);
    }
  }

  /** What an epoch adds up. */
  private static final class Sums {
    private double loss;
    private double lastLoss;
    private long right;
    private long images;

    void add(double batchLoss, int size) {
      lastLoss = batchLoss;
      loss += batchLoss * size;
      images += size;
    }
  }
}
