package org.nasbench4j.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.Architecture;

/**
 * A method for tests that learns by its own work: what a stored log says that it found after which
 * seconds. Seed and run make the log and nothing else does. On a proxy it then asks for the values
 * of architectures near what it learned.
 */
public final class ToyLearner implements SearchMethodProvider {
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("steps", Setting.Type.INTEGER, "6", "ours", "Looks at the log, at least 1."),
          new Setting(
              "samples", Setting.Type.INTEGER, "3", "ours", "Values asked for on a proxy."));

  private final AtomicInteger logs = new AtomicInteger();

  /** A line of the log. */
  private record Line(Architecture architecture, double seconds) {}

  @Override
  public String name() {
    return "toy-learner";
  }

  @Override
  public String summary() {
    return "Learns from nothing, in tests.";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    return new Search(start, settings.integer("steps", 1), settings.integer("samples", 0));
  }

  @Override
  public String ownWork(Settings settings) {
    return "toy of " + settings.integer("steps", 1) + " steps on paper";
  }

  /** How many logs were made; a search makes its own at the first question. */
  public int logs() {
    return logs.get();
  }

  private final class Search implements SearchMethod {
    private final SearchStart start;
    private final int steps;
    private final int samples;
    private final List<Line> log = new ArrayList<>();
    private int asked;

    Search(SearchStart start, int steps, int samples) {
      this.start = start;
      this.steps = steps;
      this.samples = start.signal() == SignalKind.PROXY ? samples : 0;
    }

    @Override
    public Architecture ask() {
      if (log.isEmpty()) {
        learn();
      }
      int line = Math.min(asked++, steps - 1);
      return asked <= steps || samples == 0
          ? log.get(line).architecture()
          : start.space().sample(start.random());
    }

    private void learn() {
      logs.incrementAndGet();
      RandomGenerator random = DerivedRandom.of(start.seed(), "toy", Integer.toString(start.run()));
      for (int step = 0; step < steps; step++) {
        boolean same = step > 0 && step % 3 == 0;
        Architecture found = same ? log.get(step - 1).architecture() : start.space().sample(random);
        log.add(new Line(found, step * 0.1));
      }
    }

    @Override
    public OptionalDouble ownSeconds() {
      return asked <= steps
          ? OptionalDouble.of(log.get(asked - 1).seconds())
          : OptionalDouble.empty();
    }

    @Override
    public void tell(Observation observation) {}

    @Override
    public State state() {
      return asked < steps + samples ? State.SEARCHING : State.FINISHED;
    }
  }
}
