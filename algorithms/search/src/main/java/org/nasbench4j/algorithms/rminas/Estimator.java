package org.nasbench4j.algorithms.rminas;

import java.util.List;

/** How the answer follows from the best cells, given as lists of choices. */
enum Estimator {
  /** The most frequent option of each decision, of equals the lowest. */
  SUM {
    @Override
    int choose(List<int[]> cells, int[] before, int decision) {
      return argmax(counts(cells, decision));
    }
  },
  /**
   * A chain over the decisions: the option that follows the choice before it most often. Of equals
   * the one that is itself followed most often by one and the same option, then the lowest.
   */
  GREEDY {
    @Override
    int choose(List<int[]> cells, int[] before, int decision) {
      int[] counts = counts(after(cells, before, decision), decision);
      int most = counts[argmax(counts)];
      int[] ahead = new int[counts.length];
      for (int option = 0; option < counts.length; option++) {
        ahead[option] = counts[option] == most ? 1 + onward(cells, decision, option) : 0;
      }
      return argmax(ahead);
    }
  };

  /** The option of a decision, given the choices before it. */
  abstract int choose(List<int[]> cells, int[] before, int decision);

  /** The answer: for each decision the option that the cells speak for. At least one cell. */
  final int[] estimate(List<int[]> cells) {
    int[] answer = new int[cells.get(0).length];
    for (int decision = 0; decision < answer.length; decision++) {
      answer[decision] = choose(cells, answer, decision);
    }
    return answer;
  }

  private static List<int[]> after(List<int[]> cells, int[] before, int decision) {
    if (decision == 0) {
      return cells;
    }
    int last = decision - 1;
    return cells.stream().filter(cell -> cell[last] == before[last]).toList();
  }

  private static int onward(List<int[]> cells, int decision, int option) {
    int next = decision + 1;
    if (next == cells.get(0).length) {
      return 0;
    }
    int[] counts = counts(cells.stream().filter(cell -> cell[decision] == option).toList(), next);
    return counts[argmax(counts)];
  }

  private static int[] counts(List<int[]> cells, int decision) {
    int options = cells.stream().mapToInt(cell -> cell[decision]).max().orElseThrow() + 1;
    int[] counts = new int[options];
    for (int[] cell : cells) {
      counts[cell[decision]]++;
    }
    return counts;
  }

  private static int argmax(int[] counts) {
    int best = 0;
    for (int option = 1; option < counts.length; option++) {
      best = counts[option] > counts[best] ? option : best;
    }
    return best;
  }
}
