package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.nasbench4j.stats.ExactRandomSearch.Drawing.WITHOUT_REPLACEMENT;
import static org.nasbench4j.stats.ExactRandomSearch.Drawing.WITH_REPLACEMENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.stats.ExactRandomSearch.Drawing;

class ExactRandomSearchTest {
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final double[][] SIGNALS = {
    {3, 1, 4, 1.5, 9, 2},
    {1, 2, 2, 3, 3, 3},
    {2, 2, 2, 1, 1, 1},
    {5, 5, 5, 5, 5, 5},
    {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 7, Double.POSITIVE_INFINITY},
  };
  private static final double[] REPORTED = {10, 35, 20, 90, 70, 40};

  @ParameterizedTest
  @EnumSource
  void theExpectationIsTheMeanOverEverySequenceOfDraws(Drawing drawing) {
    for (double[] signal : SIGNALS) {
      ExactRandomSearch search = ExactRandomSearch.of(signal, REPORTED);
      for (int draws = 1; draws <= 6; draws++) {
        assertThat(search.expected(draws, drawing))
            .as("%d draws from %s", draws, Arrays.toString(signal))
            .isCloseTo(enumerated(signal, draws, drawing), ROUNDING);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneDrawReportsTheMeanOfTheTable(Drawing drawing) {
    assertThat(ExactRandomSearch.of(SIGNALS[0], REPORTED).expected(1, drawing))
        .isCloseTo(Arrays.stream(REPORTED).average().orElseThrow(), ROUNDING);
  }

  @Test
  void drawingEverythingReportsTheBestBySignal() {
    assertThat(ExactRandomSearch.of(SIGNALS[0], REPORTED).expected(6, WITHOUT_REPLACEMENT))
        .isEqualTo(70);
    assertThat(ExactRandomSearch.of(SIGNALS[1], REPORTED).expected(6, WITHOUT_REPLACEMENT))
        .isCloseTo((90 + 70 + 40) / 3.0, ROUNDING);
  }

  @Test
  void theExpectedMaximumOfDrawsFromOneToNHasItsClosedForm() {
    int n = 15_625;
    ExactRandomSearch search =
        ExactRandomSearch.ofSignal(IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray());

    for (int draws : new int[] {1, 2, 10, 100, 1000, 15_000, n}) {
      // the mean of the maximum of k of the first n integers (the German tank problem)
      assertThat(search.expected(draws, WITHOUT_REPLACEMENT))
          .isCloseTo(draws * (n + 1.0) / (draws + 1.0), within(1e-8));
    }
  }

  @Test
  void endlessDrawsWithReplacementReachTheBest() {
    assertThat(ExactRandomSearch.ofSignal(REPORTED).expected(Integer.MAX_VALUE, WITH_REPLACEMENT))
        .isEqualTo(90);
  }

  @Test
  void drawingTheSameItemAgainGainsNothing() {
    ExactRandomSearch search = ExactRandomSearch.ofSignal(REPORTED);

    assertThat(search.expected(3, WITH_REPLACEMENT))
        .isLessThan(search.expected(3, WITHOUT_REPLACEMENT));
  }

  @Test
  void severalNumbersOfDrawsGiveOneValueEach() {
    ExactRandomSearch search = ExactRandomSearch.of(SIGNALS[0], REPORTED);

    assertThat(search.size()).isEqualTo(6);
    assertThat(search.expected(new int[] {4, 2}, WITHOUT_REPLACEMENT))
        .containsExactly(
            search.expected(4, WITHOUT_REPLACEMENT), search.expected(2, WITHOUT_REPLACEMENT));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 7})
  void moreDrawsThanItemsOrNoneAreRefused(int draws) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExactRandomSearch.ofSignal(REPORTED).expected(draws, WITHOUT_REPLACEMENT))
        .withMessageContaining("(" + draws + ")")
        .withMessageContaining("[1, 6]");
  }

  @Test
  void noDrawsWithReplacementAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExactRandomSearch.ofSignal(REPORTED).expected(0, WITH_REPLACEMENT))
        .withMessageContaining("(0)");
  }

  @Test
  void anInfiniteReportedValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExactRandomSearch.ofSignal(SIGNALS[4]))
        .withMessageContaining("reported[0]");
  }

  @Test
  void aSignalThatIsNotANumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExactRandomSearch.of(new double[] {Double.NaN}, new double[] {1}))
        .withMessageContaining("signal[0]");
  }

  @Test
  void anEmptyTableIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExactRandomSearch.ofSignal(new double[0]))
        .withMessageContaining("at least 1");
  }

  private static double enumerated(double[] signal, int draws, Drawing drawing) {
    return sequences(signal.length, draws).stream()
        .filter(items -> drawing == WITH_REPLACEMENT || items.stream().distinct().count() == draws)
        .mapToDouble(items -> REPORTED[incumbent(signal, items)])
        .average()
        .orElseThrow();
  }

  private static List<List<Integer>> sequences(int items, int draws) {
    List<List<Integer>> sequences = List.of(List.of());
    for (int draw = 0; draw < draws; draw++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> sequence : sequences) {
        for (int item = 0; item < items; item++) {
          List<Integer> extended = new ArrayList<>(sequence);
          extended.add(item);
          longer.add(extended);
        }
      }
      sequences = longer;
    }
    return sequences;
  }

  /** Plays the search: only a strictly better signal replaces the incumbent. */
  private static int incumbent(double[] signal, List<Integer> items) {
    int incumbent = items.get(0);
    for (int item : items) {
      if (signal[item] > signal[incumbent]) {
        incumbent = item;
      }
    }
    return incumbent;
  }
}
