package org.nasbench4j.data.compact;

import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.Axes;

/**
 * Turns {@code [epoch][row][seed]}, the order of a {@link TableContent}, into {@code
 * [epoch][seed][row]}, the order of a file: what one query reads lies together.
 */
final class Planes {

  private Planes() {}

  static long present(int[] values) {
    long present = 0;
    for (int value : values) {
      present += value == TableContent.ABSENT ? 0 : 1;
    }
    return present;
  }

  static long present(float[] values) {
    long present = 0;
    for (float value : values) {
      present += Float.isNaN(value) ? 0 : 1;
    }
    return present;
  }

  static long present(double[] values) {
    long present = 0;
    for (double value : values) {
      present += Double.isNaN(value) ? 0 : 1;
    }
    return present;
  }

  static short[][][] shorts(Axes axes, int rows, int[] values) {
    short[][][] planes = new short[axes.epochs().size()][axes.seeds().size()][rows];
    visit(
        planes.length,
        rows,
        axes.seeds().size(),
        (e, s, r, at) -> planes[e][s][r] = (short) values[at]);
    return planes;
  }

  static int[][][] ints(Axes axes, int rows, int[] values) {
    int[][][] planes = new int[axes.epochs().size()][axes.seeds().size()][rows];
    visit(planes.length, rows, axes.seeds().size(), (e, s, r, at) -> planes[e][s][r] = values[at]);
    return planes;
  }

  static float[][][] floats(Axes axes, int rows, float[] values) {
    float[][][] planes = new float[axes.epochs().size()][axes.seeds().size()][rows];
    visit(planes.length, rows, axes.seeds().size(), (e, s, r, at) -> planes[e][s][r] = values[at]);
    return planes;
  }

  static double[][] doubles(int seeds, int rows, double[] values) {
    double[][] planes = new double[seeds][rows];
    visit(1, rows, seeds, (e, s, r, at) -> planes[s][r] = values[at]);
    return planes;
  }

  @FunctionalInterface
  private interface Visitor {
    void at(int epoch, int seed, int row, int position);
  }

  private static void visit(int epochs, int rows, int seeds, Visitor visitor) {
    int position = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int row = 0; row < rows; row++) {
        for (int seed = 0; seed < seeds; seed++) {
          visitor.at(epoch, seed, row, position++);
        }
      }
    }
  }
}
