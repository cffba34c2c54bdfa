package org.nasbench4j.neural.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.training.SeedResults;

/** Adds up right answers and losses of each lane, in double precision. */
final class Tally {
  private final int classes;
  private final int[] correct;
  private final double[] loss;
  private int images;

  Tally(int lanes, int classes) {
    this.classes = classes;
    correct = new int[lanes];
    loss = new double[lanes];
  }

  // Logits and labels are ordered by image, then by lane.
  void add(float[] logits, int[] labels) {
    int lanes = correct.length;
    for (int i = 0; i < labels.length; i++) {
      int first = i * classes;
      int highest = highest(logits, first);
      correct[i % lanes] += highest == labels[i] ? 1 : 0;
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp((double) logits[first + c] - logits[first + highest]);
      }
      loss[i % lanes] += Math.log(sum) + logits[first + highest] - logits[first + labels[i]];
    }
    images += labels.length / lanes;
  }

  // Of equal logits, or of none that is a number, the first counts.
  private int highest(float[] logits, int first) {
    int highest = 0;
    for (int c = 1; c < classes; c++) {
      highest = logits[first + c] > logits[first + highest] ? c : highest;
    }
    return highest;
  }

  SeedResults results() {
    List<Integer> answers = new ArrayList<>();
    List<Float> losses = new ArrayList<>();
    for (int lane = 0; lane < correct.length; lane++) {
      answers.add(correct[lane]);
      double mean = loss[lane] / images;
      losses.add(Double.isInfinite(mean) ? Float.NaN : (float) mean);
    }
    return new SeedResults(answers, losses);
  }
}
