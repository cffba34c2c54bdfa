package org.nasbench4j.reports;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.study.Incumbent;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.RunRecord.Chooser;
import org.nasbench4j.study.RunRecord.Stop;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;
import org.nasbench4j.study.StudyHeader.Best;
import org.nasbench4j.study.StudyHeader.ExactPoint;
import org.nasbench4j.study.StudyHeader.TargetSummary;
import org.nasbench4j.study.TargetValue;
import org.nasbench4j.table.TableInfo;

/**
 * A study by hand: two methods, two runs each, two tasks, of which the second searched on test.
 * Names hold what CSV, HTML and LaTeX must escape.
 *
 * <pre>
 * cifar10:  best valid 92 (cell a, test 94.5)   best test 95 (cells b and c)
 * evolve_10%  run 0   t=10 (88, 90)   t=30 (92, 94.5)                end t=40, 4 evaluations
 *             run 1   t=20 (90, 93)   t=35 (91, 95)                  end t=50, 3 evaluations
 * &lt;random&gt;    run 0   t=15 (85, 88)                                  end t=45, 3 evaluations
 *             run 1   t=5  (80, 84)   t=25 (86, 89); answers (84, 90)  end t=25, 2 evaluations
 * </pre>
 */
public final class TinyStudy {
  private static final JsonMapper MAPPER = new JsonMapper();

  private TinyStudy() {}

  /** The first method's label. */
  public static final String EVOLVE = "evolve_10%";

  /** The second method's label. */
  public static final String RANDOM = "<random>, \"R&D\"";

  /** The stamp of the second task. */
  public static final String STAMP = "The search of this task optimised test images.";

  /** The task of cifar10. */
  public static StudyHeader.Task cifar10() {
    return new StudyHeader.Task(
        "cifar10",
        "cifar10:valid:12:mean, training seconds",
        "40 seconds",
        "charge",
        12.5,
        List.of(
            new TargetSummary(
                "cifar10",
                "cifar10-half:valid:200:mean",
                "cifar10-all:test:200:mean",
                new Best(92, List.of("a")),
                new Best(95, List.of("b", "c")),
                94.5,
                80,
                84)),
        List.of(
            new ExactPoint(1, List.of(new TargetValue(80, 84))),
            new ExactPoint(3, List.of(new TargetValue(86, 89.5)))),
        List.of());
  }

  /** A task that searched on the test images of another data set. */
  public static StudyHeader.Task cifar100() {
    return new StudyHeader.Task(
        "cifar100 on test",
        "cifar100:test:200:mean, cost unknown",
        "2 evaluations",
        "charge",
        0,
        List.of(
            new TargetSummary(
                "cifar100",
                "cifar100:valid:200:mean",
                "cifar100:test:200:mean",
                new Best(73.5, List.of("d")),
                new Best(73.5, List.of("d")),
                73.5,
                60,
                60.25)),
        List.of(),
        List.of(STAMP));
  }

  /** The header over some tasks. */
  public static StudyHeader header(int runs, StudyHeader.Task... tasks) {
    return new StudyHeader(
        StudyHeader.FORMAT,
        "tiny <script>alert(1)</script> study",
        "name: tiny\nruns: 2 # {{title}} & $1\n",
        "aa".repeat(32),
        7,
        runs,
        "full",
        new TableInfo(
            "toy_table",
            "nasbench201",
            "nb201-csv",
            List.of("toy.csv " + "bb".repeat(32)),
            "cc".repeat(32),
            "nasbench 0.1.0",
            List.of("Every number of this table is made up.")),
        List.of(tasks),
        new StudyHeader.Setup(
            List.of(
                new StudyHeader.Method(
                    EVOLVE,
                    "regularized-evolution",
                    "Tournaments with ageing.",
                    List.of(new StudyHeader.SettingValue("population", "10", "plan")),
                    runs,
                    ""),
                new StudyHeader.Method(RANDOM, "random-search", "Uniform.", List.of(), runs, "")),
            List.of(),
            new StudyHeader.Provenance("0.1.0", "17", "an OS", "a processor", 2, "by hand")));
  }

  /** All runs of the two tasks, in the plan's order. */
  public static List<RunRecord> runs() {
    List<RunRecord> runs = new ArrayList<>();
    runs.add(
        cifar10Run(
            EVOLVE,
            0,
            4,
            40,
            List.of(at(1, 10, 88, 90), at(3, 30, 92, 94.5)),
            new TargetValue(92, 94.5)));
    runs.add(
        cifar10Run(
            EVOLVE,
            1,
            3,
            50,
            List.of(at(1, 20, 90, 93), at(2, 35, 91, 95)),
            new TargetValue(91, 95)));
    runs.add(cifar10Run(RANDOM, 0, 3, 45, List.of(at(1, 15, 85, 88)), new TargetValue(85, 88)));
    runs.add(
        cifar10Run(
            RANDOM,
            1,
            2,
            25,
            List.of(at(1, 5, 80, 84), at(2, 25, 86, 89)),
            new TargetValue(84, 90)));
    runs.add(cifar100Run(EVOLVE, 0, List.of(at(1, 0, 70, 71), at(2, 0, 73.5, 73.5))));
    runs.add(cifar100Run(EVOLVE, 1, List.of(at(1, 0, 73.5, 73.5))));
    runs.add(cifar100Run(RANDOM, 0, List.of(at(1, 0, 60, 60), at(2, 0, 72, 71.75))));
    runs.add(cifar100Run(RANDOM, 1, List.of(at(1, 0, 71, 71.25))));
    return runs;
  }

  private static Incumbent at(long evaluations, double seconds, double valid, double test) {
    return new Incumbent(
        evaluations, evaluations, seconds, "cell", valid, List.of(new TargetValue(valid, test)));
  }

  private static RunRecord cifar10Run(
      String method,
      int run,
      long evaluations,
      double seconds,
      List<Incumbent> incumbents,
      TargetValue answer) {
    boolean own = method.equals(RANDOM) && run == 1;
    return new RunRecord(
        "cifar10",
        method,
        run,
        own ? Stop.OVERSHOOT : Stop.BUDGET,
        evaluations,
        new RunRecord.Ledger(seconds, 0),
        new RunRecord.Trials(new int[0], new double[0], new double[0]),
        incumbents,
        new RunRecord.Recommendation(
            own ? Chooser.METHOD : Chooser.INCUMBENT, "|conv~0|, \"quoted\"", List.of(answer)));
  }

  private static RunRecord cifar100Run(String method, int run, List<Incumbent> incumbents) {
    return new RunRecord(
        "cifar100 on test",
        method,
        run,
        Stop.BUDGET,
        2,
        new RunRecord.Ledger(0, 0),
        new RunRecord.Trials(new int[0], new double[0], new double[0]),
        incumbents,
        new RunRecord.Recommendation(
            Chooser.INCUMBENT, "cell", incumbents.get(incumbents.size() - 1).targets()));
  }

  /** The study with both tasks. */
  public static StudyFolder write(Path folder) throws IOException {
    return write(folder, header(2, cifar10(), cifar100()), runs());
  }

  /** A finished study as core writes it. */
  public static StudyFolder write(Path folder, StudyHeader header, List<RunRecord> runs)
      throws IOException {
    Files.createDirectories(folder);
    MAPPER.writeValue(folder.resolve("study.json").toFile(), header);
    StringBuilder lines = new StringBuilder();
    for (RunRecord run : runs) {
      lines.append(MAPPER.writeValueAsString(run)).append('\n');
    }
    Files.writeString(folder.resolve("runs.jsonl"), lines);
    return new StudyFolder(folder);
  }
}
