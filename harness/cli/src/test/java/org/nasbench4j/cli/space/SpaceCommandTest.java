package org.nasbench4j.cli.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.space.nb101.Nb101Module;

class SpaceCommandTest {
  @TempDir private Path folder;

  // Published numbers of the benchmarks.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nb201 | rows of a table +15,625 +15,625",
        "nb201 | official unique string +6,466 +6,466",
        "nats-sss | rows of a table +32,768 +32,768",
        "nats-sss | 5 × channels of a stage: 8, 16, 24, 32, 40, 48, 56, 64",
        "nb101 | rows of a table +423,624 +423,624",
        "nb101 | up to 5 vertices +2,532",
        "oneshot1-1 | only where a block feeds one +6,240 +6,240",
        "oneshot1-1 | the rows of a table +2,685",
        "oneshot1-2 | operations of all blocks +29,160 +29,160",
        "oneshot1-2 | the rows of a table +7,773",
        "oneshot1-3 | cells of the generator without loose ends +24,066 +24,066",
        "oneshot1-3 | the rows of a table +55,854",
      })
  void countsStandBesideThePublishedOnes(String space, String line) {
    Cli info = Cli.run("space", "info", space);
    assertThat(info.exitCode()).isZero();
    assertThat(info.out().lines()).anyMatch(printed -> printed.matches(".*" + line));
  }

  @Test
  void whyThePublishedCountsOfOneShotDifferIsSaid() {
    assertThat(Cli.run("space", "info", "oneshot1-3").out())
        .contains("mix two ways of counting")
        .contains("parents of the output: 01, 02, 03, 04, 05, 12");
  }

  @Test
  void infoIsAlsoJson() {
    assertThat(Cli.run("space", "info", "oneshot1-2", "--json").out())
        .contains("\"space\" : \"oneshot1-2\"", "\"number\" : 16632", "\"published\" : 3609");
  }

  @Test
  void anUnknownSpaceIsAUsageErrorThatListsAll() {
    Cli info = Cli.run("space", "info", "darts");
    assertThat(info.exitCode()).isEqualTo(2);
    assertThat(info.errorLine()).contains("(darts)").contains("nb201, nb101, oneshot1-1");
  }

  @Test
  void allModulesAreListedOnceEach() throws IOException {
    Path file = folder.resolve("modules.csv.gz");
    Cli listed = Cli.run("space", "enumerate", "nb101", "--csv", "--out", file);
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.err()).contains("Wrote 423,624 architectures");

    Set<String> hashes = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("architecture,class");
      assertThat(lines.readLine())
          .isEqualTo("\"0100:input,output\",043721b9c7fe8c5fad811d47d83132ec");
      lines.lines().forEach(line -> hashes.add(line.substring(line.lastIndexOf(',') + 1)));
    }
    assertThat(hashes).hasSize(423_623).doesNotContain("043721b9c7fe8c5fad811d47d83132ec");
  }

  @Test
  void cellsAreListedAsWrittenOrOnceForEachModule() throws IOException {
    Path all = folder.resolve("all.tsv");
    Path distinct = folder.resolve("distinct.tsv");
    Cli.run("space", "enumerate", "oneshot1-1", "--out", all);
    Cli.run("space", "enumerate", "oneshot1-1", "--distinct", "--out", distinct);
    assertThat(classes(all)).hasSize(14_580);
    assertThat(classes(distinct))
        .hasSize(2_685)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(new HashSet<>(classes(all)));
  }

  private static List<String> classes(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.split("\t", -1)[1]).toList();
  }

  @Test
  void aListGoesToStandardOutputUnlessAFileIsNamed() {
    Cli listed = Cli.run("space", "enumerate", "nb201", "--distinct");
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.out().lines()).hasSize(6_466);
  }

  // The MD5 sum of the official meta file's strings, joined by line feeds.
  @Test
  void sizesAreListedInTheOfficialOrder() throws Exception {
    List<String> listed =
        Cli.run("space", "enumerate", "nats-sss")
            .out()
            .lines()
            .map(line -> line.substring(0, line.indexOf('\t')))
            .toList();
    byte[] md5 =
        MessageDigest.getInstance("MD5")
            .digest(String.join("\n", listed).getBytes(StandardCharsets.US_ASCII));
    assertThat(HexFormat.of().formatHex(md5)).isEqualTo("956fd28c82955ceac0ee3621fc9287d5");
    assertThat(Cli.run("space", "enumerate", "nats-sss", "--distinct").out().lines())
        .hasSize(32_768);
  }

  @Test
  void whatIsListedCanBeRead() {
    String first =
        Cli.run("space", "enumerate", "oneshot1-2", "--distinct")
            .out()
            .lines()
            .findFirst()
            .orElseThrow();
    String[] parts = first.split("\t", -1);
    assertThat(Spaces.get("oneshot1-2").parse(parts[0]).canonical()).isEqualTo(parts[1]);
    assertThat(Nb101Module.parse("0100:input,output").canonical())
        .isEqualTo("043721b9c7fe8c5fad811d47d83132ec");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Cli listed = Cli.run("space", "enumerate", "nb201", "--out", file.resolve("list"));
    assertThat(listed.exitCode()).isEqualTo(4);
    assertThat(listed.errorLine()).contains(file.toString());
  }
}
