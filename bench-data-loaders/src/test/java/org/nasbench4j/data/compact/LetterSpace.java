package org.nasbench4j.data.compact;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;

/**
 * A space of the first letters of the alphabet, small enough to damage a table of it everywhere.
 */
record LetterSpace(int count) implements IndexedSpace {

  record Letter(int index) implements Architecture {
    @Override
    public String text() {
      return String.valueOf((char) ('a' + index));
    }

    @Override
    public String canonical() {
      return text();
    }
  }

  @Override
  public String id() {
    return "letters";
  }

  @Override
  public long size() {
    return count;
  }

  @Override
  public Architecture architecture(int index) {
    return new Letter(index);
  }

  @Override
  public int index(Architecture architecture) {
    return ((Letter) architecture).index();
  }

  @Override
  public Architecture parse(String text) {
    return new Letter(text.charAt(0) - 'a');
  }

  @Override
  public Architecture sample(RandomGenerator random) {
    return new Letter(random.nextInt(count));
  }

  @Override
  public Architecture mutate(Architecture parent, RandomGenerator random) {
    return new Letter((index(parent) + 1 + random.nextInt(count - 1)) % count);
  }

  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    throw new UnsupportedOperationException("Tables never ask for neighbours.");
  }

  @Override
  public List<Integer> decisions() {
    return List.of(count);
  }

  @Override
  public Architecture decode(int[] choices) {
    return new Letter(choices[0]);
  }

  @Override
  public int[] encode(Architecture architecture) {
    return new int[] {index(architecture)};
  }
}
