package org.nasbench4j.space.nb201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts computed independently, in Python, by enumerating all cells. */
class FunctionClassesTest {
  private final Nb201Space space = new Nb201Space();
  private final FunctionClasses classes = new FunctionClasses(space);

  @Test
  void areAsManyAsCountedElsewhere() {
    assertThat(classes.count()).isEqualTo(5_260);
  }

  @Test
  void oneClassHoldsTheDisconnectedCellsAndNoOthers() {
    int zero = classes.classOf(space.parse("000000"));

    IntStream.range(0, 15_625)
        .mapToObj(space::architecture)
        .forEach(
            cell ->
                assertThat(classes.classOf(cell) == zero)
                    .as(cell.digits())
                    .isEqualTo(LiveCell.of(cell).isDisconnected()));
    assertThat(cellsOf(zero)).isEqualTo(341);
  }

  private long cellsOf(int number) {
    return IntStream.range(0, 15_625)
        .filter(index -> classes.classOf(space.architecture(index)) == number)
        .count();
  }

  @Test
  void aSharedConvolutionIsNotTwoAlthoughTheOfficialStringSaysSo() {
    Nb201Cell shared = space.parse("301011");
    Nb201Cell separate = space.parse("030301");

    assertThat(shared.canonical()).isEqualTo(separate.canonical());
    assertThat(classes.classOf(shared)).isNotEqualTo(classes.classOf(separate));
  }

  // 430 official classes with 1,786 cells, by the Python program.
  @Test
  void someOfficialClassesMergeDifferentNumbersOfConvolutions() {
    Map<String, Set<Long>> counts = new HashMap<>();
    for (int index = 0; index < space.size(); index++) {
      Nb201Cell cell = space.architecture(index);
      counts.computeIfAbsent(cell.canonical(), text -> new HashSet<>()).add(convolutions(cell));
    }
    counts.values().removeIf(numbers -> numbers.size() == 1);
    Set<String> mixed = counts.keySet();

    assertThat(mixed.size()).isEqualTo(430);
    assertThat(
            IntStream.range(0, 15_625)
                .filter(index -> mixed.contains(space.architecture(index).canonical()))
                .count())
        .isEqualTo(1_786);
  }

  @Test
  void haveEquallyManyLiveConvolutions() {
    for (int index = 0; index < space.size(); index++) {
      Nb201Cell cell = space.architecture(index);
      assertThat(convolutions(cell))
          .as(cell.digits())
          .isEqualTo(convolutions(classes.representativeOf(cell)));
    }
  }

  private static long convolutions(Nb201Cell cell) {
    return LiveCell.of(cell).edges().stream()
        .map(LiveEdge::operation)
        .filter(
            operation -> operation == Operation.NOR_CONV_1X1 || operation == Operation.NOR_CONV_3X3)
        .count();
  }

  @Test
  void theirRepresentativeHasTheLowestIndex() {
    for (int index = 0; index < space.size(); index++) {
      Nb201Cell cell = space.architecture(index);
      Nb201Cell representative = classes.representativeOf(cell);
      assertThat(space.index(representative)).isLessThanOrEqualTo(index);
      assertThat(classes.classOf(representative)).isEqualTo(classes.classOf(cell));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "300300, 000300, true", // 1<-0 leads nowhere
    "100030, 000300, true", // a skip before a convolution
    "033300, 000300, true", // node 2 leads nowhere
    "000333, 000300, true", // convolutions of nothing
    "444400, 000400, true",
    "110111, 000100, false", // three times the input
    "000200, 000300, false"
  })
  void compareWhatIsComputed(String one, String other, boolean same) {
    assertThat(classes.classOf(space.parse(one)) == classes.classOf(space.parse(other)))
        .isEqualTo(same);
  }

  @Test
  void forgettingWhatIsSharedLeavesTheFlattenedUniqueStrings() {
    assertThat(
            IntStream.range(0, 15_625)
                .mapToObj(space::architecture)
                .map(cell -> LiveCell.of(cell).functionWithoutSharing())
                .distinct()
                .count())
        .isEqualTo(4_930);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5_260})
  void refuseNumbersOutOfRange(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classes.representative(number))
        .withMessageContaining("(" + number + ")")
        .withMessageContaining("0 to 5259");
  }
}
