package org.nasbench4j.study;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.ScriptedMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.TestProvider;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.MissingRecordException;

class StudyRunnerTest {
  private static final List<String> FINISHED = List.of("runs.jsonl", "study.json", "timings.csv");

  /** What an undisturbed study leaves. */
  @TempDir private static Path undisturbed;

  private static byte[] runs = {};
  private static byte[] header = {};

  /** All lines that a journal of the study would have, as one thread writes them. */
  private static byte[] journal = {};

  @TempDir private Path parent;

  private static StudyRunner runner(int threads) {
    return new StudyRunner(threads, () -> 0, StudyProgress.SILENT);
  }

  @BeforeAll
  static void runUndisturbed() throws IOException {
    Path folder = undisturbed.resolve("study");
    List<byte[]> journals = new ArrayList<>();
    StudyProgress keepJournal = (done, total) -> journals.add(bytes(folder.resolve("journal.tsv")));
    new StudyRunner(1, () -> 0, keepJournal).run(Studies.study(), Studies.PROVENANCE, folder);
    runs = bytes(folder.resolve("runs.jsonl"));
    header = bytes(folder.resolve("study.json"));
    journal = journals.get(Studies.RUNS - 1);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static void assertUndisturbed(Path folder) throws IOException {
    assertThat(names(folder)).isEqualTo(FINISHED);
    assertThat(folder.resolve("runs.jsonl")).hasBinaryContent(runs);
    assertThat(folder.resolve("study.json")).hasBinaryContent(header);
    assertThat(Files.readAllLines(folder.resolve("timings.csv"))).hasSize(1 + Studies.RUNS);
  }

  /** The folder of a study that was killed when its journal held these bytes. */
  private Path killedWith(byte[] journalBytes) throws IOException {
    Path folder = Files.createTempDirectory(parent, "killed");
    Files.write(folder.resolve("study.json"), header);
    Files.write(folder.resolve("journal.tsv"), journalBytes);
    return folder;
  }

  private static int[] lineEnds(byte[] text) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        ends.add(i + 1);
      }
    }
    return ends.stream().mapToInt(end -> end).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 20})
  void leavesTheSameBytesOnAnyNumberOfThreads(int threads) throws IOException {
    Path folder = parent.resolve("some").resolve("study");
    runner(threads).run(Studies.study(), Studies.PROVENANCE, folder);
    assertUndisturbed(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR"})
  void leavesTheSameBytesInAnyLanguage(String language) throws IOException {
    Path folder = parent.resolve("study");
    Locale before = Locale.getDefault();
    AtomicInteger ticks = new AtomicInteger();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      new StudyRunner(1, () -> 1_500L * ticks.getAndIncrement(), StudyProgress.SILENT)
          .run(Studies.study(), Studies.PROVENANCE, folder);
    } finally {
      Locale.setDefault(before);
    }
    assertUndisturbed(folder);
    List<String> timings = Files.readAllLines(folder.resolve("timings.csv"), US_ASCII);
    assertThat(timings.get(0)).isEqualTo("task,method,run,search_overhead_seconds");
    assertThat(timings.get(9)).matches("score,random,0,0\\.0000[0-9]{2}");
  }

  @Test
  void tellsTheProgressOfEveryRun() throws IOException {
    List<Long> told = new ArrayList<>();
    StudyProgress progress =
        (done, total) -> {
          assertThat(total).isEqualTo(Studies.RUNS);
          told.add(done);
        };
    new StudyRunner(3, () -> 0, progress)
        .run(Studies.study(), Studies.PROVENANCE, parent.resolve("study"));
    assertThat(told).hasSize(Studies.RUNS).isSorted().startsWith(1L).endsWith((long) Studies.RUNS);
  }

  @Test
  void needsAThread() {
    assertThatIllegalArgumentException().isThrownBy(() -> runner(0)).withMessageContaining("(0)");
  }

  @Test
  void goesOnWhereverTheJournalWasCut() throws IOException {
    Study study =
        Studies.study(
            """
            name: short lines
            table: array
            runs: 2
            tasks: { name: t, search: score, budget: 1 evaluations, report: cifar10:200 }
            methods: random
            """);
    Path folder = parent.resolve("study");
    List<byte[]> journals = new ArrayList<>();
    StudyProgress keepJournal = (done, total) -> journals.add(bytes(folder.resolve("journal.tsv")));
    new StudyRunner(1, () -> 0, keepJournal).run(study, Studies.PROVENANCE, folder);
    byte[] whole = journals.get(1);
    byte[] expected = bytes(folder.resolve("runs.jsonl"));
    for (int length = journals.get(0).length; length <= whole.length; length++) {
      Files.delete(folder.resolve("runs.jsonl"));
      Files.write(folder.resolve("journal.tsv"), Arrays.copyOf(whole, length));
      runner(1).resume(study, folder);
      assertThat(bytes(folder.resolve("runs.jsonl"))).isEqualTo(expected);
    }
  }

  @Test
  void goesOnAfterAnyNumberOfRuns() throws IOException {
    int[] ends = lineEnds(journal);
    assertThat(ends).hasSize(Studies.RUNS);
    for (int end : ends) {
      Path folder = killedWith(Arrays.copyOf(journal, end));
      runner(2).resume(Studies.study(), folder);
      assertUndisturbed(folder);
    }
  }

  @Test
  void goesOnWithoutAnyJournal() throws IOException {
    Path folder = killedWith(new byte[0]);
    Files.delete(folder.resolve("journal.tsv"));
    runner(2).resume(Studies.study(), folder);
    assertUndisturbed(folder);
  }

  @Test
  void doesNotRepeatWhatTheJournalHolds() throws IOException {
    Path folder = killedWith(journal);
    List<Long> told = new ArrayList<>();
    new StudyRunner(1, () -> 0, (done, total) -> told.add(done)).resume(Studies.study(), folder);
    assertThat(told).isEmpty();
    assertUndisturbed(folder);
  }

  @Test
  void aDamagedLineStopsItAndTheJournalIsLeftAlone() throws IOException {
    byte[] damaged = journal.clone();
    int[] ends = lineEnds(journal);
    damaged[ends[4] + 40] ^= 1;
    Path folder = killedWith(damaged);
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> runner(1).resume(Studies.study(), folder))
        .withMessageContaining("Cut the file off at this byte")
        .returns(new AtByte(ends[4]), MalformedTableException::place);
    assertThat(folder.resolve("journal.tsv")).hasBinaryContent(damaged);
    assertThat(names(folder)).containsExactly("journal.tsv", "study.json");
  }

  /** The states that a kill can leave while the results are put in order. */
  @Test
  void aKillWhileFinishingIsRepaired() throws IOException {
    Path timed = killedWith(journal);
    Files.writeString(timed.resolve("timings.csv"), "task,method\n");
    Files.writeString(timed.resolve(".runs.jsonl.123.tmp"), "{\"task\":");
    Files.writeString(timed.resolve(".timings.csv.123.tmp"), "task");
    runner(1).resume(Studies.study(), timed);
    assertUndisturbed(timed);

    Path moved = killedWith(journal);
    Files.write(moved.resolve("runs.jsonl"), runs);
    Files.write(
        moved.resolve("timings.csv"), bytes(undisturbed.resolve("study").resolve("timings.csv")));
    runner(1).resume(Studies.study(), moved);
    assertUndisturbed(moved);
  }

  /** The states that a kill can leave before the header is written. */
  @Test
  void aKillWhileBeginningIsForgotten() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("study"));
    Files.createFile(folder.resolve("journal.tsv"));
    Files.writeString(folder.resolve(".study.json.123.tmp"), "{");
    runner(1).run(Studies.study(), Studies.PROVENANCE, folder);
    assertUndisturbed(folder);
  }

  @Test
  void aFinishedStudyIsLeftAlone() throws IOException {
    Path folder = parent.resolve("study");
    runner(1).run(Studies.study(), Studies.PROVENANCE, folder);
    Map<String, Object> before = modified(folder);
    runner(1).resume(Studies.study(), folder);
    assertThat(modified(folder)).isEqualTo(before);
    assertUndisturbed(folder);
  }

  private static Map<String, Object> modified(Path folder) throws IOException {
    Map<String, Object> times = new TreeMap<>();
    for (String name : names(folder)) {
      times.put(name, Files.getLastModifiedTime(folder.resolve(name)));
    }
    return times;
  }

  @Test
  void doesNotBeginWhereAStudyIs() throws IOException {
    Path folder = killedWith(journal);
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> runner(1).run(Studies.study(), Studies.PROVENANCE, folder))
        .withMessageContaining(folder.toString())
        .withMessageContaining("study resume");
    assertThat(folder.resolve("journal.tsv")).hasBinaryContent(journal);
  }

  @Test
  void doesNotBeginWhereAnythingElseIs() throws IOException {
    Path notes = Files.writeString(parent.resolve("notes.txt"), "mine");
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> runner(1).run(Studies.study(), Studies.PROVENANCE, parent))
        .withMessageContaining(parent.toString())
        .withMessageContaining("a folder of its own");
    assertThat(names(parent)).containsExactly("notes.txt");
    assertThat(notes).hasContent("mine");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> runner(1).run(Studies.study(), Studies.PROVENANCE, notes));
  }

  @Test
  void doesNotBeginOverRunsWhoseHeaderIsLost() throws IOException {
    Path folder = killedWith(journal);
    Files.delete(folder.resolve("study.json"));
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> runner(1).run(Studies.study(), Studies.PROVENANCE, folder));
    assertThat(folder.resolve("journal.tsv")).hasBinaryContent(journal);
  }

  @Test
  void anotherPlanOrTableIsRefused() throws IOException {
    Study otherPlan = Studies.study(Studies.PLAN + "# another\n");
    Study otherTable =
        Study.of(
            Studies.PLAN,
            Studies.TABLE.withContentHash("other"),
            Studies.METHODS,
            Studies.NO_PROXIES);
    Path unfinished = killedWith(journal);
    Path finished = parent.resolve("finished");
    runner(1).run(Studies.study(), Studies.PROVENANCE, finished);
    for (Path folder : List.of(unfinished, finished)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> runner(1).resume(otherPlan, folder))
          .withMessageContaining("(two methods)")
          .withMessageContaining("another plan");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> runner(1).resume(otherTable, folder))
          .withMessageContaining("content, but (array) has content other");
    }
    assertThat(unfinished.resolve("journal.tsv")).hasBinaryContent(journal);
  }

  @Test
  void aSecondRunnerIsSentAwayAndHarmsNothing() throws IOException {
    Path folder = parent.resolve("study");
    AtomicInteger refused = new AtomicInteger();
    StudyProgress intrude =
        (done, total) -> {
          assertThatExceptionOfType(FileSystemException.class)
              .isThrownBy(() -> runner(1).resume(Studies.study(), folder))
              .withMessageContaining(folder.toString())
              .withMessageContaining("another process is writing this file");
          refused.incrementAndGet();
        };
    new StudyRunner(2, () -> 0, intrude).run(Studies.study(), Studies.PROVENANCE, folder);
    assertThat(refused).hasValue(Studies.RUNS);
    assertUndisturbed(folder);
  }

  @Test
  void aRunThatFailsLeavesAStudyThatCanGoOn() throws IOException {
    Path folder = parent.resolve("study");
    AtomicInteger created = new AtomicInteger();
    SearchMethodProvider climb = Studies.METHODS.get("climb");
    TestProvider failing =
        new TestProvider(
            "climb",
            (space, settings, random) -> {
              if (created.incrementAndGet() == 4) {
                throw new IllegalStateException("The method has a bug.");
              }
              return climb.create(SearchStart.ofAccuracies(space, random), settings);
            });
    MethodCatalog methods = new MethodCatalog(List.of(Studies.METHODS.get("random"), failing));
    Study study = Study.of(Studies.PLAN, Studies.TABLE, methods, Studies.NO_PROXIES);
    assertThatIllegalStateException()
        .isThrownBy(() -> runner(2).run(study, Studies.PROVENANCE, folder))
        .withMessage("The method has a bug.");
    assertThat(names(folder)).containsExactly("journal.tsv", "study.json");
    assertThat(folder.resolve("study.json")).hasBinaryContent(header);
    runner(2).resume(study, folder);
    assertUndisturbed(folder);
  }

  @Test
  void anAnswerFromNowhereIsAnError() {
    Architecture stranger = TinySpace.of(2).decode(new int[] {1});
    MethodCatalog methods =
        new MethodCatalog(
            List.of(
                new TestProvider(
                    "random", (space, settings, random) -> ScriptedMethod.of(List.of(stranger)))));
    String plan = Studies.PLAN.replace("[random, climb]", "random");
    Study study = Study.of(plan, Studies.TABLE, methods, Studies.NO_PROXIES);
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> runner(2).run(study, Studies.PROVENANCE, parent.resolve("study")))
        .withMessageContaining("tiny[1]");
  }
}
