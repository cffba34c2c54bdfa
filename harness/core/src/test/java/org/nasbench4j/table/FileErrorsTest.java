package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileErrorsTest {
  private static final Path FILE = Path.of("table.h5");

  @Test
  void whatAFileSaysDoesNotBreakTheLine() {
    String reason = "the hash (a\nb\u001b[31m) is none";
    assertThat(new MalformedTableException(FILE, 7, reason))
        .hasMessage("table.h5 is malformed at 7: the hash (a\\u000ab\\u001b[31m) is none");
    assertThat(new UnsupportedTableException("a\r", "b"))
        .hasMessage("Found a\\u000d; supported: b.");
  }

  @Test
  void whatAFileSaysIsCutWhereItIsLong() {
    assertThat(new MalformedTableException(FILE, -1, "x".repeat(100_000)).getMessage())
        .hasSizeLessThan(1_100)
        .endsWith("x…");
    String whole = "é".repeat(1_000);
    assertThat(new MalformedTableException(FILE, -1, whole)).hasMessageEndingWith(": " + whole);
  }
}
