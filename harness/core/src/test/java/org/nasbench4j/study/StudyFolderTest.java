package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

class StudyFolderTest {
  @TempDir private Path folder;
  private StudyFolder files;

  @BeforeEach
  void nameTheFolder() {
    files = new StudyFolder(folder);
  }

  private Path header() {
    return folder.resolve("study.json");
  }

  private void finish() throws IOException {
    Path fresh = folder.resolve("done");
    new StudyRunner(1, () -> 0, StudyProgress.SILENT)
        .run(Studies.study(), Studies.PROVENANCE, fresh);
    files = new StudyFolder(fresh);
    folder = fresh;
  }

  @Test
  void readsBackItsHeader() throws IOException {
    StudyHeader header = Studies.study().header(Studies.PROVENANCE);
    files.writeHeader(header);
    assertThat(files.header()).isEqualTo(header);
    assertThat(files.isFinished()).isFalse();
    assertThat(Files.readString(header())).contains("\"format\" : 1,\n").doesNotContain("\r");
  }

  @Test
  void theHeaderDescribesTheStudy() {
    StudyHeader header = Studies.study().header(Studies.PROVENANCE);
    assertThat(header.name()).isEqualTo("two methods");
    assertThat(header.plan()).isEqualTo(Studies.PLAN);
    assertThat(header.planHash()).matches("[0-9a-f]{64}");
    assertThat(header.table()).isEqualTo(Studies.TABLE.info());
    assertThat(header.setup().provenance().random()).contains("L64X128MixRandom", "SHA-256");
    assertThat(header.setup().methods())
        .extracting(StudyHeader.Method::label)
        .containsExactly("random", "climb");
    StudyHeader.Task task = header.tasks().get(0);
    assertThat(task.budget()).isEqualTo("600 seconds");
    assertThat(task.objective()).contains("cifar10-half:valid:12:mean");
    assertThat(task.meanSeconds()).isBetween(12 * 2.0 + 1, 12 * 6.0 + 2);
    assertThat(task.stamps()).isEmpty();
    StudyHeader.TargetSummary target = task.targets().get(0);
    assertThat(target.test()).isEqualTo("cifar10-all:test:200:mean");
    assertThat(target.bestTest().percent()).isGreaterThanOrEqualTo(target.testOfBestValid());
    assertThat(target.bestValid().architectures()).isNotEmpty();
  }

  @Test
  void stampsWhatEveryReportMustSay() {
    String plan =
        Studies.PLAN.replace("search: cifar10:valid:12", "search: cifar10:test:200")
            + "allow-test-objective: true\n";
    String unpaid = plan.replace("600 seconds", "9 evaluations\n    overshoot: keep-unpaid");
    StudyHeader header = Studies.study(unpaid).header(Studies.PROVENANCE);
    assertThat(header.tasks().get(0).stamps())
        .hasSize(2)
        .anySatisfy(stamp -> assertThat(stamp).contains("test images"))
        .anySatisfy(stamp -> assertThat(stamp).contains("did not pay"));
  }

  @Test
  void withoutAHeaderThereIsNoStudy() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(files::header)
        .withMessageContaining(folder.toString())
        .withMessageContaining("holds no study");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{}", "{\"format\": 1}", "{\"format\": \"2\"}", "{} {}"})
  void aDamagedHeaderIsReported(String text) throws IOException {
    Files.writeString(header(), text);
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(files::header)
        .withMessageContaining(header().toString());
  }

  @Test
  void trailingBytesAreReported() throws IOException {
    files.writeHeader(Studies.study().header(Studies.PROVENANCE));
    Files.writeString(header(), Files.readString(header()) + "{}");
    assertThatExceptionOfType(MalformedTableException.class).isThrownBy(files::header);
  }

  @Test
  void aHeaderOfANewerFormatIsNotDamaged() throws IOException {
    Files.writeString(header(), "{\"format\": 2, \"something\": \"new\"}");
    assertThatExceptionOfType(UnsupportedTableException.class)
        .isThrownBy(files::header)
        .withMessageContaining("format 2")
        .withMessageContaining("format 1");
  }

  @Test
  void runsAreReadInThePlansOrder() throws IOException {
    finish();
    List<RunKey> keys = new ArrayList<>();
    files.forEachRun(run -> keys.add(new RunKey(run.task(), run.method(), run.run())));
    assertThat(keys).isEqualTo(Studies.study().keys()).hasSize(Studies.RUNS);
    assertThat(keys.get(0)).isEqualTo(new RunKey("c10", "random", 0));
    assertThat(keys.get(4)).isEqualTo(new RunKey("c10", "climb", 0));
    assertThat(keys.get(8)).isEqualTo(new RunKey("score", "random", 0));
  }

  @Test
  void unfinishedRunsAreNotRead() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> files.forEachRun(run -> {}))
        .withMessageContaining(folder.toString())
        .withMessageContaining("study resume");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "{}\n", "null\n", "{\"task\":", "junk", "{} {}"})
  void aDamagedRunIsReportedWithItsPlace(String damage) throws IOException {
    finish();
    Path runs = folder.resolve("runs.jsonl");
    long end = Files.size(runs);
    Files.writeString(runs, Files.readString(runs) + damage);
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> files.forEachRun(run -> {}))
        .returns(new AtByte(end), MalformedTableException::place)
        .returns(runs, MalformedTableException::path);
  }
}
