package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.space.Architecture;

/**
 * Who was the incumbent when. Of evaluations it is the best, the first of equals. What a method
 * found by its own work is the incumbent whatever it is worth, and the evaluations that follow
 * count afresh.
 */
final class Improvements {
  private final List<Improvement> all = new ArrayList<>();
  private double best;
  private boolean evaluated;

  /** An evaluation with the number that incumbents are chosen by. */
  void evaluated(
      Improvement.Place at, Architecture architecture, Evaluation evaluation, double rank) {
    if (!evaluated || rank > best) {
      best = rank;
      all.add(new Improvement(at, architecture, evaluation.value(), evaluation.drawn()));
    }
    evaluated = true;
  }

  /** A look; one that finds what the look before it found changes nothing. */
  void looked(Improvement.Place at, Architecture architecture) {
    evaluated = false;
    if (all.isEmpty() || !last().isLook() || !last().architecture().equals(architecture)) {
      all.add(new Improvement(at, architecture, Double.NaN, Optional.empty()));
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  Improvement last() {
    return all.get(all.size() - 1);
  }

  List<Improvement> all() {
    return all;
  }
}
