package org.nasbench4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.SyntheticTable;

class DoctorCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** Two modules of NAS-Bench-101; parameters as published. */
  private static final List<String> LINES =
      List.of(
          "index,module_hash,num_vertices,adjacency,operations,trainable_params,"
              + "test_accuracy_108_mean",
          "0,043721b9c7fe8c5fad811d47d83132ec,2,0100,\"input,output\",882570,0.75",
          "1,53cee42601ad14d661bb6878031d6acb,3,010001000,\"input,maxpool3x3,output\",882570,0.5");

  @TempDir private static Path folder;
  private static Path invented;
  private static Path partial;

  @BeforeAll
  static void writeTables() throws IOException {
    invented = folder.resolve("invented.h5");
    SyntheticTable.write(invented);
    Path source = Files.write(folder.resolve("modules.csv"), LINES);
    partial = folder.resolve("partial.h5");
    importTable(source, "nb101-csv", partial);
  }

  private static void importTable(Path source, String format, Path to) {
    Cli done = Cli.run("import", source, "--format", format, "--to", to);
    assertThat(done.exitCode()).as(done.err()).isZero();
  }

  // Cells that no path leads through have high accuracies in the invented table.
  @Test
  void aTableThatCannotBeRightFails() {
    Cli answer = Cli.run("doctor", invented);
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("table    invented: nb201, 15,625 of 15,625 architectures")
        .contains("ERROR    chance")
        .contains("of 15,625 architectures (")
        .contains("Nothing to say by: ");
  }

  @ParameterizedTest
  @CsvSource({"error, 0", "warning, 1", "note, 1"})
  void warningsFailOnlyWhereTheyAreAskedTo(String severity, int exitCode) {
    Cli answer = Cli.run("doctor", partial, "--fail-on", severity);
    assertThat(answer.exitCode()).isEqualTo(exitCode);
    assertThat(answer.out())
        .contains("found    0 errors, 2 warnings, ")
        .contains("- table: 423,622 of 423,624 architectures")
        .contains("would optimise test images");
  }

  @Test
  void jsonHasEveryFindingFlat() throws IOException {
    Cli answer = Cli.run("doctor", partial, "--json");
    assertThat(answer.exitCode()).isZero();
    JsonNode json = JSON.readTree(answer.out());
    assertThat(json.get("architectures").asInt()).isEqualTo(2);
    assertThat(json.get("errors").asInt()).isZero();
    assertThat(json.get("warnings").asInt()).isEqualTo(2);
    assertThat(json.get("checks")).hasSizeGreaterThan(10);
    JsonNode finding = json.get("findings").get(0);
    assertThat(finding.get("check").asText()).isEqualTo("completeness");
    assertThat(finding.get("severity").asText()).isEqualTo("warning");
    assertThat(finding.get("subject").asText()).isEqualTo("table");
    assertThat(finding.get("count").asInt()).isEqualTo(423_622);
    assertThat(finding.get("unit").asText()).isEqualTo("architectures");
    assertThat(finding.get("examples").isArray()).isTrue();
    assertThat(finding.get("meaning").asText()).isNotEmpty();
  }

  @Test
  void anUnknownSeverityIsRefusedBeforeAFileIsTouched() {
    Cli answer = Cli.run("doctor", folder.resolve("absent.h5"), "--fail-on", "fatal");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.errorLine()).contains("fatal", "error", "warning", "note");
  }

  @Test
  void anAbsentFileIsAnInputError() {
    assertThat(Cli.run("doctor", folder.resolve("absent.h5")).exitCode()).isEqualTo(4);
  }

  @Test
  void aFileThatIsNoTableIsBadData() throws IOException {
    Path file = Files.writeString(folder.resolve("text.h5"), "no table");
    Cli answer = Cli.run("doctor", file);
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.errorLine()).contains("text.h5");
  }

  /** The counts of docs/errata.md. */
  @Test
  void thePublishedTableHasNoErrorsAndKnownWarnings() throws IOException {
    Path table = folder.resolve("nb201.h5");
    importTable(RealData.file("nb201"), "nb201-csv", table);
    Cli answer = Cli.run("doctor", table, "--json");
    assertThat(answer.exitCode()).isZero();
    JsonNode findings = JSON.readTree(answer.out()).get("findings");
    assertThat(count(findings, "missing-seeds", "cifar10-half:valid:200")).isEqualTo(7_456);
    assertThat(count(findings, "chance", "cifar10-all:test:200")).isEqualTo(341);
    assertThat(count(findings, "derived-accuracies", "cifar100:test:200")).isEqualTo(174);
    assertThat(count(findings, "derived-accuracies", "imagenet16-120:test:200")).isEqualTo(126);
    assertThat(count(findings, "network-counts", "nats-runinfo-params-anomaly")).isEqualTo(150);
    assertThat(count(findings, "chance", "imagenet16-120:valid:200")).isEqualTo(341);
    assertThat(count(findings, "shared-trainings", "200 epochs")).isEqualTo(736);
    assertThat(count(findings, "repeated-trainings", "200 epochs")).isEqualTo(8);
    assertThat(count(findings, "times", "imagenet16-120:200")).isEqualTo(15_625);
  }

  private static long count(JsonNode findings, String check, String subject) {
    return StreamSupport.stream(findings.spliterator(), false)
        .filter(finding -> finding.get("severity").asText().equals("warning"))
        .filter(finding -> finding.get("check").asText().equals(check))
        .filter(finding -> finding.get("subject").asText().equals(subject))
        .mapToLong(finding -> finding.get("count").asLong())
        .findFirst()
        .orElse(-1);
  }
}
