package org.nasbench4j.algorithms.reinforce;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * A tiny space in which only those combinations are architectures whose first option is 0.
 *
 * @param whole all combinations
 */
record HalfSpace(TinySpace whole) implements SearchSpace {

  @Override
  public boolean isArchitecture(int[] choices) {
    return choices[0] == 0;
  }

  @Override
  public String id() {
    return "half";
  }

  @Override
  public long size() {
    return whole.size() / whole.decisions().get(0);
  }

  @Override
  public Architecture parse(String text) {
    return whole.parse(text);
  }

  @Override
  public Architecture sample(RandomGenerator random) {
    int[] choices = whole.encode(whole.sample(random));
    choices[0] = 0;
    return whole.decode(choices);
  }

  @Override
  public Architecture mutate(Architecture parent, RandomGenerator random) {
    return whole.mutate(parent, random);
  }

  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    return whole.neighbours(architecture);
  }

  @Override
  public List<Integer> decisions() {
    return whole.decisions();
  }

  @Override
  public Architecture decode(int[] choices) {
    if (!isArchitecture(choices)) {
      throw new IllegalArgumentException("The first choice (%d) must be 0.".formatted(choices[0]));
    }
    return whole.decode(choices);
  }

  @Override
  public int[] encode(Architecture architecture) {
    return whole.encode(architecture);
  }
}
