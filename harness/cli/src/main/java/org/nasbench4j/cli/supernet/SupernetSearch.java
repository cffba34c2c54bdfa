package org.nasbench4j.cli.supernet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.space.Architecture;

/**
 * Looks at what a supernet derives while it is trained, then, on a proxy, asks for the values of
 * architectures drawn from what it has learned. The training is found or made at the first
 * question.
 */
final class SupernetSearch implements SearchMethod {
  private final SearchStart start;
  private final SupernetRecipe recipe;
  private final Trainings trainings;
  private final int every;
  private final int samples;
  private final List<Look> looks = new ArrayList<>();
  private final List<Architecture> drawn = new ArrayList<>();
  private @Nullable Look current;
  private int asked;

  SupernetSearch(
      SearchStart start, SupernetRecipe recipe, Trainings trainings, int every, int samples) {
    this.start = start;
    this.recipe = recipe;
    this.trainings = trainings;
    this.every = every;
    this.samples = samples;
  }

  /** What would be derived, and the seconds of training since the look before. */
  private record Look(Architecture architecture, double seconds) {}

  @Override
  public Architecture ask() {
    if (looks.isEmpty()) {
      learn();
    }
    int question = asked++;
    if (question >= looks.size() && question < looks.size() + drawn.size()) {
      current = null;
      return drawn.get(question - looks.size());
    }
    current = looks.get(Math.min(question, looks.size() - 1));
    return current.architecture();
  }

  private void learn() {
    Learned learned = trainings.of(recipe);
    List<SupernetStep> steps = learned.steps();
    double before = 0;
    for (SupernetStep step : steps) {
      if (step.step() % every == 0 || step.step() == steps.size()) {
        looks.add(new Look(start.space().parse(step.architecture()), step.seconds() - before));
        before = step.seconds();
      }
    }
    if (samples > 0) {
      drawn.addAll(learned.sample(samples, start.random()));
    }
  }

  @Override
  public OptionalDouble ownSeconds() {
    return current == null ? OptionalDouble.empty() : OptionalDouble.of(current.seconds());
  }

  @Override
  public void tell(Observation observation) {
    // The harness keeps the best of what was drawn.
  }

  @Override
  public State state() {
    boolean begun = !looks.isEmpty();
    return begun && asked >= looks.size() + samples ? State.FINISHED : State.SEARCHING;
  }
}
