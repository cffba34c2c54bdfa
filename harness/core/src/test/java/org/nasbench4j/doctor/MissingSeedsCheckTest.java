package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.TableContent;

class MissingSeedsCheckTest {
  private static ArrayTable trained(int absentBelow) {
    ArrayTable table = Examined.table();
    return table
        .withAccuracy("cifar100:valid:200:777", 5_000, Examined.counts(table, row -> 3_000))
        .withAccuracy(
            "cifar100:valid:200:999",
            5_000,
            Examined.counts(table, row -> row < absentBelow ? TableContent.ABSENT : 3_100));
  }

  @Test
  void nothingIsFoundWhereAllSeedsAreThere() {
    assertThat(Examined.by(new MissingSeedsCheck(), trained(0))).isEmpty();
  }

  @Test
  void architecturesThatLackASeedAreCounted() {
    List<Finding> findings = Examined.by(new MissingSeedsCheck(), trained(6));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.get(0).subject()).isEqualTo("cifar100:valid:200");
    assertThat(findings.get(0).found())
        .isEqualTo(
            new Occurrences(
                6,
                40,
                "architectures",
                List.of(
                    "tiny[0] has 1 of 2",
                    "tiny[1] has 1 of 2",
                    "tiny[2] has 1 of 2",
                    "tiny[3] has 1 of 2",
                    "tiny[4] has 1 of 2")));
  }
}
