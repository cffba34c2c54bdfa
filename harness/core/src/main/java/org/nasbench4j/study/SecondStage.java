package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.Table;

/**
 * What decides between the best of a search: a resolved {@link Verification}.
 *
 * @param top how many different architectures are looked up
 * @param objective what decides
 */
record SecondStage(int top, Objective objective) {

  /**
   * One look.
   *
   * @param architecture what was looked up
   * @param value its validation accuracy in percent
   * @param seconds what all looks so far cost, this one included
   */
  record Look(Architecture architecture, double value, double seconds) {}

  /** All looks in their order; none where nothing was evaluated. */
  record Looks(List<Look> all) {

    /** The indices of those that were better than all before them. */
    List<Integer> improvements() {
      List<Integer> better = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (better.isEmpty()
            || all.get(i).value() > all.get(better.get(better.size() - 1)).value()) {
          better.add(i);
        }
      }
      return better;
    }

    double seconds() {
      return all.get(all.size() - 1).seconds();
    }
  }

  /**
   * Looks up the best of a search in the order of their values, the first of equals first. What was
   * not evaluated has no value and is left out.
   */
  Looks at(RunRecord.Trials trials, Table table) {
    Map<Integer, Double> values = new LinkedHashMap<>();
    for (int trial = 0; trial < trials.rows().length; trial++) {
      if (!Double.isNaN(trials.values()[trial])) {
        values.putIfAbsent(trials.rows()[trial], trials.values()[trial]);
      }
    }
    List<Architecture> best =
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(top)
            .map(entry -> table.architecture(entry.getKey()))
            .toList();
    List<Look> looks = new ArrayList<>();
    double seconds = 0;
    for (Architecture architecture : best) {
      Evaluation evaluation = objective.evaluate(architecture);
      seconds += evaluation.seconds();
      looks.add(new Look(architecture, evaluation.value(), seconds));
    }
    return new Looks(looks);
  }
}
