package org.nasbench4j.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasbench4j.reports.chart.ChartLibrary;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.table.MalformedTableException;

/**
 * The files under {@code golden/} seal the formats that programs read: changing one of them is a
 * change of interface and belongs into the list of changes.
 */
class ReportWriterTest {
  private final Locale locale = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  static Stream<Arguments> goldenFiles() {
    return Stream.of(Locale.ROOT, Locale.US, Locale.GERMANY)
        .flatMap(
            language ->
                Stream.of(
                        "summary.csv",
                        "anytime.csv",
                        "runs.csv",
                        "report.json",
                        "table.tex",
                        "report.html")
                    .map(file -> Arguments.of(language, file)));
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void writesTheSameBytesWhateverTheLanguageOfTheMachine(Locale language, String file)
      throws IOException {
    Locale.setDefault(language);
    ReportWriter.write(TinyStudy.write(folder.resolve("study")), folder.resolve("out"));

    assertThat(withoutLibrary(Files.readString(folder.resolve("out").resolve(file))))
        .isEqualTo(golden(file));
  }

  private static String withoutLibrary(String text) throws IOException {
    return text.replace(ChartLibrary.script(), "(the charting library)");
  }

  private static String golden(String file) throws IOException {
    try (InputStream in = ReportWriterTest.class.getResourceAsStream("golden/" + file)) {
      assertThat(in).as("golden/%s", file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void namesTheFilesThatItWrote() throws IOException {
    List<Path> files =
        ReportWriter.write(TinyStudy.write(folder.resolve("study")), folder.resolve("out"));

    assertThat(files).hasSize(6).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(files.get(5)).hasFileName("report.html");
  }

  @Test
  void replacesAnEarlierReportAndLeavesNothingElseBehind() throws IOException {
    StudyFolder study = TinyStudy.write(folder.resolve("study"));
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("table.tex"), "old");

    ReportWriter.write(study, out);

    assertThat(out.resolve("table.tex")).content().startsWith("% Needs");
    assertThat(out).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
  }

  @Test
  void refusesAnUnfinishedStudyAndLeavesTheOldReport() throws IOException {
    StudyFolder study = TinyStudy.write(folder.resolve("study"));
    Files.delete(folder.resolve("study/runs.jsonl"));

    assertThatThrownBy(() -> ReportWriter.write(study, folder.resolve("out")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("unfinished");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesADamagedRun() throws IOException {
    StudyFolder study = TinyStudy.write(folder.resolve("study"));
    Path runs = folder.resolve("study/runs.jsonl");
    Files.writeString(runs, Files.readString(runs).replaceFirst("\"stop\":", "\"stopp\":"));

    assertThatThrownBy(() -> ReportWriter.write(study, folder.resolve("out")))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("runs.jsonl");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"0, 1 runs of (evolve_10%) on (cifar10)", "7, on (cifar100 on test)"})
  void refusesAStudyThatLacksARun(int missing, String message) throws IOException {
    List<RunRecord> runs = new ArrayList<>(TinyStudy.runs());
    runs.remove(missing);
    StudyFolder study =
        TinyStudy.write(
            folder.resolve("study"),
            TinyStudy.header(2, TinyStudy.cifar10(), TinyStudy.cifar100()),
            runs);

    assertThatThrownBy(() -> ReportWriter.write(study, folder.resolve("out")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("2 were planned");
  }

  @Test
  void refusesARunOfAnUnknownTask() throws IOException {
    StudyFolder study =
        TinyStudy.write(
            folder.resolve("study"), TinyStudy.header(2, TinyStudy.cifar10()), TinyStudy.runs());

    assertThatThrownBy(() -> ReportWriter.write(study, folder.resolve("out")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cifar100 on test")
        .hasMessageContaining("Known: cifar10");
  }
}
