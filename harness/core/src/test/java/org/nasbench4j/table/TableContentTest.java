package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.FilePlace.AtByte;

class TableContentTest {
  private static final Schedule SCHEDULE = new Schedule(12);

  private static TableContent.Axes axes(List<Integer> epochs, List<Integer> seeds) {
    return new TableContent.Axes(Training.CIFAR100, Split.TEST, SCHEDULE, epochs, seeds);
  }

  private static TableContent content(int... architectures) {
    return new TableContent(
        "tiny",
        "test",
        List.of(),
        new RowNames.Indexed(architectures),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of());
  }

  @Test
  void anEpochOfAllRowsIsContiguous() {
    TableContent.Axes axes = axes(List.of(0, 5, 11), List.of(777, 888));
    List<Integer> positions = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      for (int row = 0; row < 4; row++) {
        for (int seed = 0; seed < 2; seed++) {
          positions.add(axes.position(4, epoch, row, seed));
        }
      }
    }
    assertThat(positions).isEqualTo(IntStream.range(0, axes.length(4)).boxed().toList());
  }

  @Test
  void axesHaveOnlyWhatCanExist() {
    assertThatIllegalArgumentException().isThrownBy(() -> axes(List.of(12), List.of(777)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TableContent.Axes(
                    Training.CIFAR10_ALL, Split.VALID, SCHEDULE, List.of(11), List.of(777)))
        .withMessageContaining("no validation accuracy");
  }

  @Test
  void aBlockThatFitsNoArrayIsRefused() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> axes(List.of(0, 1), List.of(1)).length(Integer.MAX_VALUE));
  }

  @Test
  void architecturesAscend() {
    assertThat(((RowNames.Indexed) content(0, 1, 7).rows()).indices()).containsExactly(0, 1, 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> content(0, 7, 7))
        .withMessageContaining("(7) follows (7)");
  }

  @Test
  void aMalformedFileIsNamedWithThePlace() {
    Path file = Path.of("some.h5");
    assertThat(new MalformedTableException(file, new AtByte(17), "bad magic"))
        .hasMessage("some.h5 is malformed at byte 17: bad magic")
        .returns(file, MalformedTableException::path)
        .returns(new AtByte(17), MalformedTableException::place);
    assertThat(new MalformedTableException(file, "empty", new IllegalStateException("x")))
        .hasMessage("some.h5 is malformed: empty")
        .hasRootCauseMessage("x");
    assertThat(new UnsupportedTableException("version 2", "version 1"))
        .hasMessage("Found version 2; supported: version 1.");
  }
}
