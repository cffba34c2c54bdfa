package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class SplitsCheckTest {
  private static List<Finding> found(String... queries) {
    ArrayTable table = Examined.table();
    for (String query : queries) {
      table = table.withAccuracy(query, 5_000, Examined.counts(table, row -> 3_000));
    }
    return Examined.by(new SplitsCheck(), table);
  }

  @Test
  void validationBesideTestIsFine() {
    assertThat(found("cifar100:valid:200", "cifar100:test:200", "cifar10-40k:valid:108")).isEmpty();
  }

  @Test
  void aTrainingOnTheValidationImagesIsAWarning() {
    assertThat(found("cifar10-all:test:200", "cifar10-half:valid:200"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.subject()).isEqualTo("cifar10-all");
              assertThat(finding.meaning()).contains("trained on the validation images");
            });
  }

  @Test
  void testImagesAloneAreAWarning() {
    assertThat(found("cifar10-40k:test:108"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.meaning()).contains("would optimise test images"));
  }

  @Test
  void validationAndTestTogetherAreAWarning() {
    assertThat(found("imagenet16-120:valid:200", "imagenet16-120:valid+test:200"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.meaning()).contains("has seen the test"));
  }

  @Test
  void earlyEpochsOfBothTogetherAreAWarning() {
    assertThat(found("cifar100:valid:200", "cifar100:valid+test:200@49"))
        .filteredOn(finding -> finding.found().unit().equals("epochs"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.found().count()).isEqualTo(1));
  }
}
