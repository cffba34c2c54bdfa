package org.nasbench4j.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.SyntheticTable;

class DistributionCommandTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void writeTable() throws IOException {
    SyntheticTable.write(folder.resolve("synthetic.h5"));
  }

  private static Cli distribution(Object... more) {
    Object[] command = {"distribution", "synthetic", "--data", folder};
    Object[] all = new Object[command.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return Cli.run(all);
  }

  @Test
  void theBarsOfTheHistogramAddUpToAllArchitectures() {
    Cli printed = distribution("--of", "cifar10:test:200", "--ranges", 4);
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    List<String> bars = printed.out().lines().filter(line -> line.contains("#")).toList();
    assertThat(bars).hasSize(4);
    int total =
        bars.stream()
            .mapToInt(
                bar -> Integer.parseInt(bar.substring(bar.lastIndexOf(' ') + 1).replace(",", "")))
            .sum();
    assertThat(total).isEqualTo(15_625);
    assertThat(printed.out()).contains("n  15,625 architectures", "  50 %  ", "highest  |");
  }

  // The count by NAS-Bench-201's formula: 15,625 cells have between 73,306 and 1,531,546
  // parameters, and one has most: all convolutions of 3 x 3.
  @Test
  void parametersAreDistributedAsPublished() {
    Cli printed = distribution("--of", "params", "--json");
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out())
        .contains("\"p0\" : 73306.0", "\"p100\" : 1531546.0", "\"missing\" : 0")
        .containsPattern(
            "\"best\" : \\[ \"\\|nor_conv_3x3~0\\|\\+\\|nor_conv_3x3~0\\|nor_conv_3x3~1");
  }

  @Test
  void whatTheTableDoesNotHaveAndNoRangesAreRefusedInOneLine() {
    Cli unknown = distribution("--of", "cifar100:test:200");
    assertThat(unknown.exitCode()).isNotZero();
    assertThat(unknown.errorLine()).contains("cifar100");
    Cli none = distribution("--of", "params", "--ranges", 0);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.errorLine()).contains("ranges (0)");
  }
}
