package org.nasbench4j.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.model.NamedRegret;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.study.StudyFolder;

/** The study by hand as if it had searched NAS-Bench-1Shot1. */
class NamedRegretTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  // 1 minus the published error of search space 1, 0.05448716878890991, in percent.
  private static final double PUBLISHED = 100 * (1 - 0.05448716878890991);

  @TempDir private Path folder;

  private StudyFolder oneShot() throws IOException {
    TinyStudy.write(folder.resolve("study"));
    Path header = folder.resolve("study/study.json");
    String text = Files.readString(header);
    Files.writeString(
        header,
        text.replaceFirst("\"space\" ?: ?\"[^\"]*\"", "\"space\" : \"oneshot1-1\"")
            .replace("cifar10-half:valid:200:mean", "cifar10-40k:valid:108:mean")
            .replace("cifar10-all:test:200:mean", "cifar10-40k:test:108:mean"));
    return new StudyFolder(folder.resolve("study"));
  }

  @Test
  void bothRegretsStandSideBySideUnderTheirNames() throws IOException {
    TargetReport target = StudyReport.of(oneShot()).tasks().get(0).targets().get(0);
    assertThat(target.regrets())
        .extracting(NamedRegret::name)
        .containsExactly("regret_mean", "regret_1shot1");

    NamedRegret mean = target.regrets().get(0);
    assertThat(mean.optimum().test()).isEqualTo(95);
    assertThat(mean.least().test()).isZero();
    assertThat(mean.methods().get(0).test().mean()).isEqualTo(0.25, CLOSE);

    NamedRegret published = target.regrets().get(1);
    assertThat(published.optimum().test()).isEqualTo(PUBLISHED, CLOSE);
    assertThat(published.least().test()).isEqualTo(PUBLISHED - 95, CLOSE);
    // answers with 94.5 and 95
    assertThat(published.methods().get(0).test().mean()).isEqualTo(PUBLISHED - 94.75, CLOSE);
  }

  @Test
  void everyFormatNamesThem() throws IOException {
    Path out = folder.resolve("out");
    List<Path> files = ReportWriter.write(oneShot(), out);
    assertThat(files).contains(out.resolve("regrets.csv"));
    // two regrets of two methods below the header
    assertThat(Files.readString(out.resolve("regrets.csv")).lines()).hasSize(5);
    assertThat(Files.readString(out.resolve("regrets.csv")))
        .contains(",regret_mean,92,95,0,0,", ",regret_1shot1,95.072114,94.551283,");
    assertThat(Files.readString(out.resolve("anytime.csv"))).contains(",regret_1shot1,");
    assertThat(Files.readString(out.resolve("report.json"))).contains("\"regret_1shot1\"");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("regret_1shot1 in percentage points", ", regrets.csv", "best of the table");
  }

  @Test
  void aRegretThatIsAloneNeedsNoName() throws IOException {
    StudyFolder study = TinyStudy.write(folder.resolve("plain"));
    Path out = folder.resolve("out");
    assertThat(ReportWriter.write(study, out)).doesNotContain(out.resolve("regrets.csv"));
    assertThat(StudyReport.of(study).tasks().get(0).targets().get(0).regrets()).isEmpty();
  }
}
