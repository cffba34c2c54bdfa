package org.nasbench4j.data.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.MalformedTableException;

class HashCheckTest {
  private static final Path FILE = Path.of("modules.csv");

  /** As published: input and output, one edge. */
  private static final String HASH = "043721b9c7fe8c5fad811d47d83132ec";

  private final Nb101Module module = new Nb101Space().parse("0100:input,output");

  @Test
  void rightHashesPass() {
    HashCheck check = new HashCheck(FILE);
    for (int line = 1; line <= 5_000; line++) {
      check.add(module, Hash128.parse(HASH), new AtLine(line));
    }
    check.finish();
    assertThat(module.canonical()).isEqualTo(HASH);
  }

  // A file of such hashes could have any number of them; all would be kept until it ends.
  @Test
  void aFileOfWrongHashesIsRefusedLongBeforeItsEnd() {
    HashCheck check = new HashCheck(FILE);
    assertThatThrownBy(
            () -> {
              for (long line = 7; line < 1_000_000; line++) {
                check.add(module, new Hash128(0, line), new AtLine(line));
              }
            })
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("modules.csv", HASH);
  }
}
