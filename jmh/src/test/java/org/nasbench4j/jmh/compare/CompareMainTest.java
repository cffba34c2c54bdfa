package org.nasbench4j.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareMainTest {
  private static final String OLD = JmhJson.result("open", "avgt", "ms/op", 10, 10.1, 9.9);
  private static final String SLOW = JmhJson.result("open", "avgt", "ms/op", 15, 15.1, 14.9);
  private static final String OTHER = JmhJson.result("scan", "thrpt", "ops/s", 5, 5);

  @TempDir Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private String file(String name, String... results) throws IOException {
    return Files.writeString(folder.resolve(name), JmhJson.file(results)).toString();
  }

  private int run(String... arguments) {
    return CompareMain.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private List<String> linesWith(String word) {
    return out.toString().lines().filter(line -> line.contains(word)).toList();
  }

  @Test
  void aSlowerBenchmarkIsNamedAndFailsTheCommand() throws IOException {
    assertThat(run(file("a.json", OLD), file("b.json", SLOW))).isEqualTo(1);

    assertThat(out.toString().lines().limit(2))
        .containsExactly(
            "speed           mode  unit       A      B   B/A  verdict",
            "Some.open n=10  avgt  ms/op  10.00  15.00  1.50  slower");
    assertThat(linesWith("B/op")).singleElement().asString().endsWith("1.00  same");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFasterBenchmarkIsNoFailure() throws IOException {
    assertThat(run(file("a.json", SLOW), file("b.json", OLD))).isZero();

    assertThat(linesWith("ms/op")).singleElement().asString().endsWith("0.67  faster");
  }

  @Test
  void moreAllocationIsShownAndIsNoFailure() throws IOException {
    String hungry = OLD.replace("24.0", "48.0");

    assertThat(run(file("a.json", OLD), file("b.json", hungry))).isZero();
    assertThat(linesWith("B/op")).singleElement().asString().endsWith("2.00  more");
  }

  @Test
  void aHigherThresholdToleratesMore() throws IOException {
    assertThat(run(file("a.json", OLD), file("b.json", SLOW), "--threshold", "60")).isZero();
    assertThat(linesWith("ms/op")).singleElement().asString().endsWith("same");
  }

  @Test
  void oneIterationIsNotEnough() throws IOException {
    String once = JmhJson.result("open", "avgt", "ms/op", 99);

    assertThat(run(file("a.json", OLD), file("b.json", once))).isZero();
    assertThat(linesWith("ms/op")).singleElement().asString().endsWith("not enough data");
  }

  @Test
  void benchmarksOfOneFileAreShownAndFailNothing() throws IOException {
    assertThat(run(file("a.json", OLD, OTHER), file("b.json", OTHER))).isZero();
    assertThat(linesWith("Some.open")).singleElement().asString().endsWith("only in A");
    assertThat(linesWith("ops/s")).singleElement().asString().endsWith("same");
  }

  @Test
  void filesWithNothingInCommonAreWarnedAbout() throws IOException {
    assertThat(run(file("a.json", OLD), file("b.json", OTHER))).isZero();
    assertThat(err.toString()).contains("No benchmark is in both files");
    assertThat(linesWith("Some.scan")).singleElement().asString().endsWith("only in B");
  }

  @Test
  void anotherMachineOrJvmIsWarnedAboutOnce() throws IOException {
    String[] newer = {OLD.replace("17.0.1", "25.0.1"), OTHER.replace("17.0.1", "25.0.1")};
    Files.writeString(folder.resolve("a.machine"), "cores=2\n");

    run(file("a.json", OLD, OTHER), file("b.json", newer));

    assertThat(err.toString().lines())
        .containsExactlyInAnyOrder(
            "Warning: The files differ in vmVersion: 17.0.1 in A, 25.0.1 in B.",
            "Warning: The files differ in cores: 2 in A, unknown in B.");
  }

  @Test
  void aBadFileIsOneClearLine() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "[{");

    assertThat(run(file("a.json", OLD), bad.toString())).isEqualTo(3);
    assertThat(err.toString().lines()).singleElement().asString().contains("bad.json", "no JSON");
  }

  @Test
  void aMissingFileIsOneClearLine() throws IOException {
    assertThat(run(file("a.json", OLD), folder.resolve("gone.json").toString())).isEqualTo(3);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .endsWith("gone.json: no such file");
  }

  @Test
  void aFolderIsOneClearLine() throws IOException {
    assertThat(run(file("a.json", OLD), folder.toString())).isEqualTo(3);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(folder.toString(), "is a folder");
  }

  @Test
  void aWrongCommandLineIsAUsageError() throws IOException {
    assertThat(run(file("a.json", OLD))).isEqualTo(2);
    assertThat(run(file("a.json", OLD), file("b.json", OLD), "--threshold=-1")).isEqualTo(2);
    assertThat(err.toString()).contains("B.json", "threshold");
  }

  @Test
  void helpExplainsTheExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Exit codes", "--threshold");
  }
}
