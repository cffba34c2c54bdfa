package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.FilePlace.AtLine;

class FileErrorsTest {
  private static final Path FILE = Path.of("table.h5");

  @Test
  void whatAFileSaysDoesNotBreakTheLine() {
    String reason = "the hash (a\nb\u001b[31m) is none";
    assertThat(new MalformedTableException(FILE, new AtByte(7), reason))
        .hasMessage("table.h5 is malformed at byte 7: the hash (a\\u000ab\\u001b[31m) is none");
    assertThat(new UnsupportedTableException("a\r", "b"))
        .hasMessage("Found a\\u000d; supported: b.");
  }

  @Test
  void aPlaceIsAByteOrALine() {
    assertThat(new MalformedTableException(FILE, new AtByte(0), "no magic"))
        .hasMessage("table.h5 is malformed at byte 0: no magic");
    assertThat(new MalformedTableException(FILE, new AtLine(1), "no columns"))
        .hasMessage("table.h5 is malformed at line 1: no columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AtByte(-1))
        .withMessage("byte (-1) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AtLine(0))
        .withMessage("line (0) must be positive");
  }

  @Test
  void whatAFileSaysIsCutWhereItIsLong() {
    assertThat(new MalformedTableException(FILE, "x".repeat(100_000)).getMessage())
        .hasSizeLessThan(1_100)
        .endsWith("x…");
    String whole = "é".repeat(1_000);
    assertThat(new MalformedTableException(FILE, whole)).hasMessageEndingWith(": " + whole);
  }
}
