package org.nasbench4j.space.nb201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Nb201ClassesTest {
  private final Nb201Space space = new Nb201Space();
  private final Nb201Classes classes = new Nb201Classes(space);

  @Test
  void areAsManyAsPublished() {
    assertThat(classes.count()).isEqualTo(6_466);
  }

  @Test
  void holdCellsWithTheUniqueStringOfTheirRepresentative() {
    for (int index = 0; index < space.size(); index++) {
      Nb201Cell cell = space.architecture(index);
      Nb201Cell representative = classes.representative(classes.classOf(cell));
      assertThat(cell.canonical()).isEqualTo(representative.canonical());
      assertThat(space.index(representative)).isLessThanOrEqualTo(index);
    }
  }

  @Test
  void areNumberedByTheirFirstCells() {
    for (int number = 1; number < classes.count(); number++) {
      assertThat(space.index(classes.representative(number)))
          .isGreaterThan(space.index(classes.representative(number - 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6_466})
  void refuseNumbersOutOfRange(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classes.representative(number))
        .withMessageContaining("(" + number + ")")
        .withMessageContaining("0 to 6465");
  }
}
