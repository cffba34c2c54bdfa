package org.nasbench4j.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.export.GappyTable;
import org.nasbench4j.cli.option.Tables;

class QueryCommandTest {
  @TempDir private static Path folder;
  private static Path file;

  @BeforeAll
  static void writeTable() throws IOException {
    file = folder.resolve("gaps.h5");
    Tables.store().write(GappyTable.content(), file);
  }

  private static String answer(String dataset, String split, Object... more) {
    Cli done = Cli.run(arguments(dataset, split, more));
    assertThat(done.exitCode()).as(done.err()).isZero();
    return done.out();
  }

  private static Object[] arguments(String dataset, String split, Object... more) {
    return Stream.concat(
            Stream.of(
                "query",
                file,
                0,
                "--dataset",
                dataset,
                "--split",
                split,
                "--schedule",
                200,
                "--seeds",
                777),
            Stream.of(more))
        .toArray();
  }

  @Test
  void derivedSecondsSayThatTheyAre() {
    assertThat(answer("cifar100", "test")).contains(", derived, trained for 2800.0 s (derived)");
    assertThat(answer("cifar10", "valid"))
        .contains("trained for 1400.0 s")
        .doesNotContain("derived");
  }

  @Test
  void jsonSaysWhetherSecondsWereMeasured() throws IOException {
    JsonNode derived = json("cifar100", "test");
    JsonNode measured = json("cifar10", "valid");

    assertThat(derived.get("trainingSeconds").asDouble()).isEqualTo(2_800);
    assertThat(derived.get("trainingSecondsOrigin").asText()).isEqualTo("derived");
    assertThat(measured.get("trainingSeconds").asDouble()).isEqualTo(1_400);
    assertThat(measured.get("trainingSecondsOrigin").asText()).isEqualTo("measured");
  }

  private static JsonNode json(String dataset, String split) throws IOException {
    return new ObjectMapper().readTree(answer(dataset, split, "--json"));
  }
}
