package org.nasbench4j.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.study.Incumbent;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.RunRecord.Chooser;
import org.nasbench4j.study.RunRecord.Stop;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;
import org.nasbench4j.study.TargetValue;

/**
 * A method that learns by its own work, with few runs, beside one that evaluates, with forty; on
 * the task of {@link TinyStudy}.
 *
 * <pre>
 * evolve   40 runs   test 94 + run / 100   4 evaluations of 10 s
 * learner  its own   5 looks, the last two alike, 7 s of own work for each
 * </pre>
 */
public final class LearnerStudy {
  /** The label of the method that learns. */
  public static final String LEARNER = "learner";

  private LearnerStudy() {}

  /** The study, with the test accuracies of the learner's answers. */
  public static StudyFolder write(Path folder, double... tests) throws IOException {
    StudyHeader tiny = TinyStudy.header(40, TinyStudy.cifar10());
    StudyHeader header =
        new StudyHeader(
            tiny.format(),
            tiny.name(),
            tiny.plan(),
            tiny.planHash(),
            tiny.seed(),
            tiny.runs(),
            tiny.duplicates(),
            tiny.table(),
            tiny.tasks(),
            new StudyHeader.Setup(
                List.of(
                    tiny.setup().methods().get(0),
                    new StudyHeader.Method(
                        LEARNER, "toy", "Learns.", List.of(), tests.length, "reduced on cpu")),
                List.of(),
                tiny.setup().provenance()));
    List<RunRecord> runs = new ArrayList<>();
    for (int run = 0; run < 40; run++) {
      TargetValue value = new TargetValue(91, 94 + run / 100.0);
      runs.add(
          run(
              TinyStudy.EVOLVE,
              run,
              4,
              new RunRecord.Ledger(40, 0),
              List.of(new Incumbent(1, 1, 10, "cell", 91, List.of(value)))));
    }
    for (int run = 0; run < tests.length; run++) {
      runs.add(run(LEARNER, run, 5, new RunRecord.Ledger(0, 0, 35), looks(tests[run])));
    }
    return TinyStudy.write(folder, header, runs);
  }

  private static List<Incumbent> looks(double test) {
    List<Incumbent> looks = new ArrayList<>();
    for (int look = 1; look <= 4; look++) {
      TargetValue value = new TargetValue(80 + look, look == 4 ? test : 80 + look);
      looks.add(new Incumbent(look, look, 7.0 * look, "cell", Double.NaN, List.of(value)));
    }
    return looks;
  }

  private static RunRecord run(
      String method,
      int run,
      long evaluations,
      RunRecord.Ledger ledger,
      List<Incumbent> incumbents) {
    return new RunRecord(
        "cifar10",
        method,
        run,
        Stop.FINISHED,
        evaluations,
        ledger,
        new RunRecord.Trials(new int[0], new double[0], new double[0]),
        incumbents,
        new RunRecord.Recommendation(
            Chooser.METHOD, "cell", incumbents.get(incumbents.size() - 1).targets()));
  }
}
