package org.nasbench4j.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * A space of a few categorical decisions for tests: every combination is an architecture, written
 * as {@code tiny[2, 0, 1]}, and a small change gives one decision another option.
 */
public final class TinySpace implements SearchSpace {
  private static final String PREFIX = "tiny[";

  private final List<Integer> decisions;

  private TinySpace(List<Integer> decisions) {
    this.decisions = decisions;
  }

  /** A space with the given number of options for each decision; none at all is one cell. */
  public static TinySpace of(int... options) {
    return new TinySpace(Arrays.stream(options).boxed().toList());
  }

  @Override
  public String id() {
    return "tiny" + decisions;
  }

  @Override
  public long size() {
    return decisions.stream().mapToLong(options -> options).reduce(1, Math::multiplyExact);
  }

  @Override
  public Architecture parse(String text) {
    if (!text.matches("tiny\\[(\\d+(, \\d+)*)?]")) {
      throw new IllegalArgumentException(
          "The text (%s) must look like tiny[2, 0, 1].".formatted(text));
    }
    String inner = text.substring(PREFIX.length(), text.length() - 1);
    String[] parts = inner.isEmpty() ? new String[0] : inner.split(", ", -1);
    return decode(Arrays.stream(parts).mapToInt(Integer::parseInt).toArray());
  }

  @Override
  public Architecture sample(RandomGenerator random) {
    return decode(decisions.stream().mapToInt(random::nextInt).toArray());
  }

  @Override
  public Architecture mutate(Architecture parent, RandomGenerator random) {
    int[] open = IntStream.range(0, decisions.size()).filter(i -> decisions.get(i) > 1).toArray();
    if (open.length == 0) {
      throw new IllegalArgumentException("The space (%s) has one architecture.".formatted(id()));
    }
    int[] choices = encode(parent);
    int decision = open[random.nextInt(open.length)];
    int other = random.nextInt(decisions.get(decision) - 1);
    choices[decision] = other < choices[decision] ? other : other + 1;
    return decode(choices);
  }

  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    List<Architecture> neighbours = new ArrayList<>();
    for (int decision = 0; decision < decisions.size(); decision++) {
      for (int option = 0; option < decisions.get(decision); option++) {
        int[] choices = encode(architecture);
        if (option != choices[decision]) {
          choices[decision] = option;
          neighbours.add(decode(choices));
        }
      }
    }
    return neighbours;
  }

  @Override
  public List<Integer> decisions() {
    return decisions;
  }

  @Override
  public Architecture decode(int[] choices) {
    boolean fits =
        choices.length == decisions.size()
            && IntStream.range(0, choices.length)
                .allMatch(i -> choices[i] >= 0 && choices[i] < decisions.get(i));
    if (!fits) {
      throw new IllegalArgumentException(
          "The choices %s must be below %s.".formatted(Arrays.toString(choices), decisions));
    }
    return new Cell(Arrays.stream(choices).boxed().toList());
  }

  @Override
  public int[] encode(Architecture architecture) {
    if (architecture instanceof Cell cell && cell.choices().size() == decisions.size()) {
      return cell.choices().stream().mapToInt(choice -> choice).toArray();
    }
    throw new IllegalArgumentException(
        "The architecture (%s) is not of the space (%s).".formatted(architecture.text(), id()));
  }

  private record Cell(List<Integer> choices) implements Architecture {
    @Override
    public String text() {
      return "tiny" + choices;
    }

    @Override
    public String canonical() {
      return text();
    }
  }
}
