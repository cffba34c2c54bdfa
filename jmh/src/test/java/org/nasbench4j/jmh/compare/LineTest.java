package org.nasbench4j.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final BenchmarkId ID =
      new BenchmarkId("a.b.Some.open", "avgt", 2, new TreeMap<>());

  private static Metric metric(double score, double error, String unit) {
    return new Metric(score, error, unit, List.of());
  }

  @Test
  void scoresHaveFourDigitsAndTheirErrorTwo() {
    Metric before = metric(12.34567, 0.1234, "ns");
    Metric after = metric(1234.567, Double.NaN, "ns");
    Line line = Line.ofBoth(ID, before, after, Verdict.WORSE);

    assertThat(line.before()).isEqualTo("12.35 ± 0.12");
    assertThat(line.after()).isEqualTo("1235");
    assertThat(line.ratio()).isEqualTo("100.00");
  }

  @Test
  void verySmallNumbersHaveAnExponent() {
    Line line = Line.onlyInA(ID, metric(1.23e-7, Double.NaN, "B/op"));

    assertThat(line.before()).isEqualTo("1.2e-07");
    assertThat(line.after()).isEqualTo("-");
  }

  @Test
  void differentUnitsHaveNoRatio() {
    Line line = Line.ofBoth(ID, metric(1, 0, "ns"), metric(1, 0, "ms"), Verdict.DIFFERENT_UNITS);

    assertThat(line.cells(Aspect.SPEED))
        .containsExactly(
            "Some.open threads=2",
            "avgt",
            "ns, ms",
            "1.000 ± 0",
            "1.000 ± 0",
            "-",
            "different units");
  }

  @Test
  void somethingThroughNothingHasNoRatio() {
    Line line = Line.ofBoth(ID, metric(0, 0, "B/op"), metric(8, 0, "B/op"), Verdict.WORSE);

    assertThat(line.ratio()).isEqualTo("-");
  }
}
