package org.nasbench4j.cli.supernet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.image.ReducedImages;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.ArchitectureDistribution;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.neural.supernet.SupernetTraining;
import org.nasbench4j.space.Architecture;

/**
 * A folder of supernets for the searches of a study. Each is trained once, whoever asks first, and
 * never again, by at most so many threads at the same time. Thread-safe.
 */
final class Supernets implements Trainings {
  static final int CHECKPOINT_EVERY = 50;

  private final Path folder;
  private final EngineSession session;
  private final ImagePlaces places;
  private final Semaphore workers;
  private final SupernetProgress progress;
  private final ConcurrentMap<String, FutureTask<Learned>> trainings = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, ImageSet> images = new ConcurrentHashMap<>();

  Supernets(
      Path folder,
      EngineSession session,
      ImagePlaces places,
      int workers,
      SupernetProgress progress) {
    this.folder = folder;
    this.session = session;
    this.places = places;
    this.workers = new Semaphore(workers);
    this.progress = progress;
  }

  /** Where the images of a data set are; null for the usual place. */
  @FunctionalInterface
  interface ImagePlaces {
    @Nullable Path of(ImageDataset dataset);
  }

  @Override
  public String engine() {
    return session.description();
  }

  @Override
  public Learned of(SupernetRecipe recipe) {
    FutureTask<Learned> training =
        trainings.computeIfAbsent(
            recipe.folderName(), name -> new FutureTask<>(() -> trained(recipe)));
    // does nothing where another thread has run it or runs it now
    training.run();
    return result(training);
  }

  private Learned trained(SupernetRecipe recipe) {
    SupernetJob job =
        new SupernetJob(
            new SupernetFolder(folder.resolve(recipe.folderName())),
            recipe.identity(session.description()),
            recipe.settings(),
            CHECKPOINT_EVERY);
    workers.acquireUninterruptibly();
    try {
      SupernetResult result = job.run(() -> training(recipe), progress.of(recipe));
      return new Stored(recipe, job.folder(), result, job.folder().stepsOf(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      workers.release();
    }
  }

  private static Learned result(FutureTask<Learned> training) {
    try {
      return training.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for a supernet was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A supernet could not be trained.", e);
    }
  }

  private SupernetTraining training(SupernetRecipe recipe) {
    ImageSet all = images.computeIfAbsent(recipe.dataset(), this::read);
    return new SupernetTraining(
        session,
        recipe.space(),
        ReducedImages.to(all, recipe.settings().images().side()),
        recipe.settings(),
        session.workClock());
  }

  private ImageSet read(String name) {
    ImageDataset dataset = ImageDataset.parse(name);
    try {
      return dataset.train(places.of(dataset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies in a folder; the distribution is read when it is first drawn from. */
  private final class Stored implements Learned {
    private final SupernetRecipe recipe;
    private final SupernetFolder place;
    private final SupernetResult result;
    private final List<SupernetStep> steps;
    private @Nullable ArchitectureDistribution distribution;

    Stored(
        SupernetRecipe recipe,
        SupernetFolder place,
        SupernetResult result,
        List<SupernetStep> steps) {
      this.recipe = recipe;
      this.place = place;
      this.result = result;
      this.steps = List.copyOf(steps);
    }

    @Override
    public List<SupernetStep> steps() {
      return steps;
    }

    @Override
    public List<Architecture> sample(int count, RandomGenerator random) {
      return distribution().sample(count, random);
    }

    private synchronized ArchitectureDistribution distribution() {
      if (distribution == null) {
        distribution =
            ArchitectureDistribution.of(session, recipe.space(), recipe.settings(), last());
      }
      return distribution;
    }

    private SupernetState last() {
      try {
        return place.last(result);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
