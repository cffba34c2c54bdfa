package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

class CommandLineTest {
  @TempDir private static Path folder;
  private static Path table;

  @BeforeAll
  static void writeTable() throws IOException {
    table = folder.resolve("synthetic.h5");
    SyntheticTable.write(table);
  }

  private static Cli query(Object architecture, String split, String schedule, String... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("query", table, architecture, "--dataset", "cifar10", "--split", split));
    arguments.addAll(List.of("--schedule", schedule));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  @Test
  void architecturesAreReadFromTextsOnly() {
    Cli aTable = correlate("--archs", table);
    assertThat(aTable.exitCode()).isEqualTo(3);
    assertThat(aTable.errorLine()).contains("synthetic.h5", "an HDF5 file", "one architecture");
    Cli aFolder = correlate("--archs", folder);
    assertThat(aFolder.exitCode()).isEqualTo(4);
    assertThat(aFolder.errorLine()).endsWith(folder + ": is a folder, not a file");
  }

  private static Cli correlate(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("correlate", table, "--x", "cifar10:valid:12", "--y"));
    arguments.add("cifar10:test:200");
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "table",
        "table info",
        "query",
        "correlate",
        "doctor",
        "methods",
        "space",
        "space info",
        "space enumerate",
        "study",
        "study run",
        "study resume",
        "report"
      })
  void everyCommandExplainsItself(String command) {
    Cli help = Cli.run((Object[]) (command + " --help").split(" "));
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: nasbench " + command);
  }

  @Test
  void aMissingCommandIsAUsageError() {
    assertThat(Cli.run().exitCode()).isEqualTo(2);
    assertThat(Cli.run("study").exitCode()).isEqualTo(2);
    assertThat(Cli.run("table").errorLine()).contains("info");
    assertThat(Cli.run("space").errorLine()).contains("info or enumerate");
  }

  @Test
  void queriesAnswerWithTheSeedsBehindTheNumber() {
    Cli answer = query(0, "valid", "200", "--seeds", "mean", "--json");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("\"accuracyPercent\" : ", "\"seeds\" : [ 777, 888 ]", "\"total\" : 50000");
    assertThat(answer.out()).contains("\"trainedOn\" : \"cifar10-half\"");
  }

  @Test
  void queriesForEachSeedListThem() {
    Cli answer = query(0, "valid", "200", "--seeds", "each");
    assertThat(answer.out().lines().filter(line -> line.contains("%"))).hasSize(2);
    assertThat(answer.out()).contains("seed 777", "seed 888");
  }

  @Test
  void anAccuracyIsRankedOnlyWhereThatIsAskedFor() throws IOException {
    Table opened = Tables.store().open(table);
    AccuracyColumn column = opened.accuracy(Query.parse("cifar10:valid:200:mean"));
    int best = 0;
    for (int row = 1; row < column.rows(); row++) {
      best = column.value(row) > column.value(best) ? row : best;
    }
    String first = query(best, "valid", "200", "--seeds", "mean", "--rank").out();
    assertThat(first).contains("rank 1 of 15,625 (better than 99.99 %)");
    assertThat(query(best, "valid", "200", "--seeds", "mean", "--rank", "--json").out())
        .contains("\"rank\" : 1", "\"architectures\" : 15625");
    assertThat(query(best, "valid", "200", "--seeds", "mean").out()).doesNotContain("rank");
  }

  @Test
  void aMeanWithoutNamedSeedsSaysSo() {
    assertThat(query(0, "test", "200", "--seeds", "mean").out()).contains("2 seed(s)");
    Cli each = query(0, "test", "200", "--seeds", "each");
    assertThat(each.exitCode()).isEqualTo(3);
    assertThat(each.errorLine()).contains("only the mean");
  }

  @Test
  void validationOfATrainingOnEverythingIsRefusedWithTheReason() {
    Cli answer = query(0, "valid", "200", "--seeds", "mean", "--trained-on", "all");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.errorLine()).contains("no validation accuracy", "cifar10-half");
  }

  @Test
  void validationAndTestTogetherDoNotExistForCifar10() {
    Cli answer = query(0, "valid+test", "200", "--seeds", "mean");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.errorLine()).contains("valid+test");
  }

  @Test
  void epochsCountFromZero() {
    Cli answer = query(0, "valid", "200", "--seeds", "mean", "--epoch", "200");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.errorLine()).contains("200", "0..199");
  }

  @Test
  void anEpochThatIsNotStoredIsMissingData() {
    Cli answer = query(0, "valid", "200", "--seeds", "mean", "--epoch", "99");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.errorLine()).contains("199");
  }

  @Test
  void anUnknownArchitectureIsShown() {
    Cli answer = query("|conv~0|", "valid", "200", "--seeds", "mean");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.errorLine()).contains("|conv~0|");
  }

  @Test
  void aTableThatDoesNotExistIsNamed() {
    Cli answer = Cli.run("table", "info", folder.resolve("absent.h5"));
    assertThat(answer.exitCode()).isIn(2, 4);
    assertThat(answer.errorLine()).contains("absent.h5");
  }

  @Test
  void aFileOfAnotherKindIsBadData() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.h5"), "these are notes\n".repeat(100));
    Cli answer = Cli.run("table", "info", text);
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.errorLine()).contains("notes.h5");
  }

  @Test
  void tablesAreFoundByNameInTheDataFolder() {
    Cli info = Cli.run("table", "info", "synthetic", "--data", folder);
    assertThat(info.exitCode()).isZero();
    assertThat(info.out()).contains("15,625 of 15,625 architectures", "invented");
  }

  @Test
  void tableInfoAsJsonListsTheMeasurements() {
    Cli info = Cli.run("table", "info", table, "--json");
    assertThat(info.out()).contains("\"training\" : \"cifar10-half\"", "\"contentHash\"");
  }

  @Test
  void correlationHasEachCoefficientWithItsInterval() {
    Cli answer =
        Cli.run(
            "correlate",
            table,
            "--x",
            "cifar10:valid:12",
            "--y",
            "cifar10:test:200",
            "--resamples",
            50,
            "--json");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains(
            "\"n\" : 15625", "\"tauA\"", "\"tauB\"", "\"tauC\"", "\"spearman\"", "\"pearson\"")
        .contains("\"tauBInterval\" : [");
  }

  @Test
  void aProxyOfAUserIsAMeasure() {
    Cli answer =
        Cli.run("correlate", table, "--x", "convolution-count", "--y", "params", "--resamples", 50);
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).contains("tau-b", "15,625 architectures");
  }

  @Test
  void anUnknownMeasureListsWhatThereIs() {
    Cli answer = Cli.run("correlate", table, "--x", "synflop", "--y", "params");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.errorLine())
        .contains("synflop", "params", "flops")
        .contains("Scores are read from --scores FILE; nasbench score makes them.");
  }

  @Test
  void aMisspeltOptionIsNamedBeforeTheOneThatItSeemsToMiss() {
    Cli missing = Cli.run("query", table, 0, "--datset", "cifar10", "--split", "test");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.errorLine()).isEqualTo("nasbench: Unknown option: '--datset'");
    assertThat(missing.err()).contains("Did you mean --dataset or --data?");
    Cli more = query(0, "test", "200", "--seeds", "mean", "--rnk");
    assertThat(more.errorLine()).endsWith("'--rnk'");
    assertThat(more.err()).contains("Did you mean --rank");
    Cli far = query(0, "test", "200", "--seeds", "mean", "--quiet-please=yes");
    assertThat(far.errorLine()).endsWith("'--quiet-please'");
    assertThat(far.err()).contains("Try 'nasbench query --help'.");
  }

  @Test
  void aMisspeltCommandIsAnsweredWithTheNearestByLetters() {
    Cli answer = Cli.run("qurey", table, 0, "--dataset", "cifar10");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.errorLine()).isEqualTo("nasbench: Unknown command: 'qurey'");
    assertThat(answer.err()).contains("Did you mean nasbench query?");
    assertThat(Cli.run("study", "rnu", "plan.yaml").err())
        .contains("Unknown command: 'rnu'", "Did you mean nasbench study run?");
  }

  @Test
  void whatIsLeftOverOnACommandLineIsNamed() {
    assertThat(query(0, "test", "200", "--seeds", "mean", "more").errorLine()).contains("'more'");
    assertThat(Cli.run("query", table, 0, "--split", "test").errorLine())
        .contains("Missing required options", "--dataset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "study run plan.yaml --out study --threads 0",
        "study resume study --workers 0",
        "score --out scores.h5 --workers 0",
        "table train --out table.h5 --workers -1"
      })
  void noThreadsAreRefusedBeforeAnythingIsLookedFor(String command) {
    Cli answer = Cli.run((Object[]) command.split(" "));
    assertThat(answer.exitCode()).isEqualTo(2);
    String option = command.contains("--threads") ? "'--threads'" : "'--workers'";
    assertThat(answer.errorLine()).contains(option, "must be a whole number, at least 1");
  }

  @Test
  void theFormatOfAUserIsImported() throws IOException {
    Path lines = Files.write(folder.resolve("counts.txt"), List.of("9000", "8123"));
    Path target = folder.resolve("counts.h5");
    Cli done = Cli.run("import", lines, "--format", "line-table", "--to", target);
    assertThat(done.exitCode()).isZero();
    Cli answer =
        Cli.run(
            "query",
            target,
            1,
            "--dataset",
            "cifar10",
            "--split",
            "test",
            "--schedule",
            "200",
            "--seeds",
            "777");
    assertThat(answer.out()).contains("81.23000 %", "8123/10000");
  }

  @Test
  void anImportThatFailsLeavesTheTargetAlone() throws IOException {
    Path lines = Files.write(folder.resolve("bad.txt"), List.of("9000", "many"));
    Path target = Files.writeString(folder.resolve("kept.h5"), "kept");
    Cli refused = Cli.run("import", lines, "--format", "line-table", "--to", target);
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.errorLine()).contains("--overwrite");
    Cli failed = Cli.run("import", lines, "--format", "line-table", "--to", target, "--overwrite");
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(failed.errorLine()).contains("bad.txt", "at line 2", "many");
    assertThat(target).hasContent("kept");
  }

  @Test
  void methodsAreListedWithTheOriginsOfTheirDefaults() {
    Cli methods = Cli.run("methods");
    assertThat(methods.out())
        .contains("regularized-evolution", "reinforce", "random-search", "local-search", "rmi-nas")
        .contains("learning-rate", "Default from:", "convolution-count")
        .contains("random-forest", "jacob-cov");
  }

  @Test
  void rmiNasGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("rmi-nas.yaml"),
            """
            name: RMI-NAS
            table: synthetic
            runs: 4
            tasks:
              - name: short
                search: cifar10:valid:12
                budget: 60 evaluations
                report: cifar10:200
            methods:
              - {method: rmi-nas, settings: {warm-up: 20, successes: 10}}
              - method: rmi-nas
                label: head
                settings: {variant: head, warm-up: 20, cap: 30, successes: 11, estimator: greedy}
            """);
    for (int threads : List.of(1, 3)) {
      Path study = folder.resolve("rmi-nas-" + threads);
      Cli ran =
          Cli.run("study", "run", plan, "--out", study, "--data", folder, "--threads", threads);
      assertThat(ran.exitCode()).as(ran.err()).isZero();
    }
    Path runs = folder.resolve("rmi-nas-1").resolve("runs.jsonl");
    assertThat(runs)
        .hasSameBinaryContentAs(folder.resolve("rmi-nas-3").resolve("runs.jsonl"))
        .content()
        .contains("CAPPED");
  }

  @Test
  void aMisspeltKeyOfAPlanIsNamedWithTheKnownOnes() throws IOException {
    Path plan =
        Files.writeString(folder.resolve("misspelt.yaml"), "name: x\nmethdos: [reinforce]\n");
    Cli answer = Cli.run("study", "run", plan, "--out", folder.resolve("never"));
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.errorLine()).contains("methdos", "methods");
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void aStudyWhoseTableIsNotFoundSaysHowToNameIt() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("lost.yaml"),
            """
            name: lost
            table: moved-away
            tasks: {name: c10, search: params, budget: 3 evaluations, report: 'cifar10:200'}
            methods: [random-search]
            """);
    Path never = folder.resolve("never-begun");
    Cli answer = Cli.run("study", "run", plan, "--out", never, "--data", folder);
    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.errorLine())
        .contains("moved-away: is neither a file nor a table of", "Name its file by --table FILE.");
    Cli named =
        Cli.run("study", "run", plan, "--out", never, "--data", folder, "--table", "nowhere");
    assertThat(named.errorLine()).contains("nowhere: is neither").doesNotContain("--table");
    assertThat(never).doesNotExist();
  }

  @Test
  void aStudyRunsAndReports() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            name: four methods
            table: synthetic
            runs: 5
            tasks:
              - name: by-evaluations
                search: cifar10:valid:12
                budget: 60 evaluations
                report: cifar10:200
              - name: by-seconds
                search: cifar10:valid:12
                budget: 9000 seconds
                overshoot: reject
                report: cifar10:200
            methods:
              - random-search
              - regularized-evolution
              - method: reinforce
                label: reinforce-fast
                settings: {learning-rate: 0.1}
              - local-search
            """);
    Path study = folder.resolve("study");
    Path report = folder.resolve("report");
    Cli ran = Cli.run("study", "run", plan, "--out", study, "--data", folder, "--threads", 2);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(Cli.run("study", "resume", study, "--data", folder).exitCode()).isZero();
    Cli reported = Cli.run("report", study, "--out", report);
    assertThat(reported.exitCode()).isZero();
    assertThat(reported.out().lines()).hasSize(2).allMatch(line -> line.contains("points below"));
    assertThat(report.resolve("report.html")).content().contains("four methods", "reinforce-fast");
    Cli again = Cli.run("study", "run", plan, "--out", study, "--data", folder);
    assertThat(again.exitCode()).isEqualTo(4);
    assertThat(again.errorLine()).contains("study resume");
  }

  @Test
  void aStudyOfProxiesReportsThemSideBySide() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("proxies.yaml"),
            """
            name: with and without
            table: synthetic
            runs: 3
            tasks: {name: c10, search: 'cifar10:valid:12', budget: 3000 seconds, report: 'cifar10:200'}
            proxies: [none, flops, flops+params]
            proxy-budget: 30 evaluations
            verify: {top: 3}
            methods: [random-search, reinforce, local-search]
            """);
    Path study = folder.resolve("with-and-without");
    Path report = folder.resolve("with-and-without-report");
    Cli ran = Cli.run("study", "run", plan, "--out", study, "--data", folder);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(Cli.run("report", study, "--out", report).exitCode()).isZero();
    assertThat(report.resolve("signals.csv"))
        .content()
        .contains("c10,", ",reinforce,flops+params,3,");
    assertThat(report.resolve("report.html"))
        .content()
        .contains("With and without proxies: c10", "then the best 3 by cifar10-half:valid:12:mean");
  }

  @Test
  void ranksAreTakenAmongTheChosenArchitectures() {
    Cli answer =
        Cli.run(
            "correlate",
            "synthetic",
            "--data",
            folder,
            "--x",
            "flops+params",
            "--y",
            "flops",
            "--archs",
            "random:50:1",
            "--resamples",
            10);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("x  flops+params", "n  50 architectures (random:50:1)")
        .doesNotContain("best");
  }

  @Test
  void theBestShareIsThatOfTheSecondMeasure() {
    Cli answer = best("random:50:1", 0.2);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("n  10 architectures (random:50:1, the best 0.2 by y)");
    assertThat(best("random:50:1", 0).exitCode()).isEqualTo(2);
  }

  @Test
  void aCorrelationSaysAmongWhichArchitectures() {
    assertThat(best("all", 1).out()).contains("n  15,625 architectures\n");
    assertThat(best("all", 1, "--json").out()).contains("\"archs\" : \"all\"", "\"top\" : 1.0");
    assertThat(best("all", 0.5).out()).contains(" architectures (the best 0.5 by y)");
    assertThat(best("random:50:1", 0.2, "--json").out())
        .contains("\"archs\" : \"random:50:1\"", "\"top\" : 0.2");
  }

  @Test
  void architecturesThatAreNoFileAreToldWhatTheyMayBe() {
    Cli answer = best("rand:10:1", 1);
    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.errorLine())
        .isEqualTo("nasbench: rand:10:1: neither all, random:N:SEED nor a file");
  }

  private static Cli best(String archs, double share, String... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("correlate", "synthetic", "--data", folder, "--resamples", 2));
    arguments.addAll(List.of("--x", "cifar10:valid:12", "--y", "cifar10:test:200"));
    arguments.addAll(List.of("--archs", archs, "--top", share));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }
}
