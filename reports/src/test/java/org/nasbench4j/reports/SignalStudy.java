package org.nasbench4j.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.study.Incumbent;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;
import org.nasbench4j.study.TargetValue;

/**
 * The task of {@link TinyStudy} on its own signal and on a proxy with an awkward name, by hand.
 *
 * <pre>
 * own signal  evolve_10%  test 90, 91   4 evaluations of 10 s
 *             &lt;random&gt;    test 88, 92
 * rmi_fast    evolve_10%  test 94, 95   5 evaluations of 0.5 s of the proxy
 *             &lt;random&gt;    test 88, 92, after a second stage of 20 s
 * </pre>
 */
public final class SignalStudy {
  private SignalStudy() {}

  /** The name of the proxy. */
  public static final String PROXY = "rmi_fast";

  /** The study with and without. */
  public static StudyFolder write(Path folder) throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    runs.addAll(own(TinyStudy.EVOLVE, 90, 91));
    runs.addAll(own(TinyStudy.RANDOM, 88, 92));
    runs.addAll(proxy(TinyStudy.EVOLVE, 0, 94, 95));
    runs.addAll(proxy(TinyStudy.RANDOM, 20, 88, 92));
    return TinyStudy.write(
        folder, TinyStudy.header(2, task("cifar10"), task("cifar10+" + PROXY)), runs);
  }

  private static StudyHeader.Task task(String name) {
    StudyHeader.Task task = TinyStudy.cifar10();
    return new StudyHeader.Task(
        name,
        task.objective(),
        task.budget(),
        task.overshoot(),
        task.meanSeconds(),
        task.targets(),
        List.of(),
        List.of());
  }

  private static List<RunRecord> own(String method, double... tests) {
    return runs("cifar10", method, 4, new RunRecord.Ledger(40, 0), tests);
  }

  private static List<RunRecord> proxy(String method, double training, double... tests) {
    return runs("cifar10+" + PROXY, method, 5, new RunRecord.Ledger(training, 2.5), tests);
  }

  private static List<RunRecord> runs(
      String task, String method, long evaluations, RunRecord.Ledger ledger, double... tests) {
    List<RunRecord> runs = new ArrayList<>();
    for (double test : tests) {
      TargetValue value = new TargetValue(90, test);
      runs.add(
          new RunRecord(
              task,
              method,
              runs.size(),
              RunRecord.Stop.BUDGET,
              evaluations,
              ledger,
              new RunRecord.Trials(new int[0], new double[0], new double[0]),
              List.of(
                  new Incumbent(1, 1, ledger.proxySeconds() / 5 + 0.1, "cell", 1, List.of(value))),
              new RunRecord.Recommendation(RunRecord.Chooser.INCUMBENT, "cell", List.of(value))));
    }
    return runs;
  }
}
