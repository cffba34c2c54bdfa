package org.nasbench4j.reports.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.study.Incumbent;
import org.nasbench4j.study.RunRecord;

class CurveGridTest {

  private static Trace trace(double firstSeconds, int incumbents) {
    return Trace.of(
        new RunRecord(
            "task",
            "method",
            0,
            RunRecord.Stop.BUDGET,
            2L * incumbents,
            new RunRecord.Ledger(firstSeconds + 10.123456 * incumbents, 0.5),
            new RunRecord.Trials(new int[0], new double[0], new double[0]),
            IntStream.range(0, incumbents)
                .mapToObj(i -> incumbent(i + 1, firstSeconds + 10.123456 * i))
                .toList(),
            new RunRecord.Recommendation(RunRecord.Chooser.INCUMBENT, "cell", List.of())));
  }

  private static Incumbent incumbent(int evaluations, double seconds) {
    return new Incumbent(evaluations, evaluations, seconds, "cell", evaluations, List.of());
  }

  @Test
  void isCompleteWhereStampsAreFew() {
    Map<Axis, double[]> grids = CurveGrid.of(axis -> Stream.of(trace(1, 2), trace(2, 1)));

    assertThat(grids.get(Axis.EVALUATIONS)).containsExactly(1, 2, 4);
    // Both ends hold the seconds of proxies too.
    assertThat(grids.get(Axis.SECONDS))
        .containsExactly(1, 2, 11.123456, 2 + 10.123456 + 0.5, 1 + 2 * 10.123456 + 0.5);
  }

  @Test
  void isBoundedWhereStampsAreMany() {
    Map<Axis, double[]> grids =
        CurveGrid.of(axis -> Stream.of(trace(1.23456, 5000), trace(3, 5000)));

    assertThat(grids.values())
        .allSatisfy(
            grid ->
                assertThat(grid)
                    .hasSizeBetween(CurveGrid.COMPLETE / 2, CurveGrid.COMPLETE + 3)
                    .isSorted()
                    .doesNotHaveDuplicates());
    assertThat(grids.get(Axis.SECONDS)).startsWith(1.23456).endsWith(3 + 5000 * 10.123456 + 0.5);
    assertThat(grids.get(Axis.EVALUATIONS)).startsWith(1).endsWith(10_000);
  }

  @Test
  void countsWholeEvaluations() {
    double[] grid = CurveGrid.of(axis -> Stream.of(trace(1, 5000))).get(Axis.EVALUATIONS);

    assertThat(Arrays.stream(grid).boxed()).allSatisfy(x -> assertThat(x).isEqualTo(Math.rint(x)));
  }

  @Test
  void beginsAtZeroWhereTheFirstIncumbentWasFree() {
    assertThat(CurveGrid.of(axis -> Stream.of(trace(0, 5000))).get(Axis.SECONDS))
        .startsWith(0, 10.123456);
  }
}
