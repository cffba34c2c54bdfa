package org.nasbench4j.study;

import java.util.List;
import org.nasbench4j.table.TableInfo;

/**
 * What a study is: the plan as it was resolved, the yardsticks that its results are held against,
 * and the provenance. Written once, before the first run.
 *
 * @param format the version of the study's files
 * @param name the plan's name
 * @param plan the plan as it was given, YAML
 * @param planHash SHA-256 of that text
 * @param seed the study's seed
 * @param runs the number of runs of each method on each task, unless the method has fewer
 * @param duplicates what asking again costs
 * @param table the table's provenance
 * @param tasks the tasks in the plan's order
 * @param setup the methods and the machine
 */
public record StudyHeader(
    int format,
    String name,
    String plan,
    String planHash,
    long seed,
    int runs,
    String duplicates,
    TableInfo table,
    List<Task> tasks,
    Setup setup) {

  /** The version of the files that this program writes and reads. */
  public static final int FORMAT = 1;

  /** How the randomness of every run is made. */
  public static final String RANDOM = RunRandom.DESCRIPTION;

  /** Copies the lists. */
  public StudyHeader {
    tasks = List.copyOf(tasks);
  }

  /**
   * One task as it was resolved.
   *
   * @param name the task's name
   * @param objective what was optimised and what an evaluation costs
   * @param budget what each run may spend
   * @param overshoot what happens to the trial that would spend more
   * @param meanSeconds the mean cost of an evaluation over the table; 0 if unknown
   * @param targets the final measurements
   * @param randomSearch the exact expectation of random search, drawing with replacement; empty
   *     where looking at the whole space is not affordable
   * @param stamps what every report must say of this task, such as a search on test images
   */
  public record Task(
      String name,
      String objective,
      String budget,
      String overshoot,
      double meanSeconds,
      List<TargetSummary> targets,
      List<ExactPoint> randomSearch,
      List<String> stamps) {

    /** Copies the lists. */
    public Task {
      targets = List.copyOf(targets);
      randomSearch = List.copyOf(randomSearch);
      stamps = List.copyOf(stamps);
    }

    /**
     * Which signal the task searches on.
     *
     * @return as the task's name says
     */
    public Signal signal() {
      return Signal.of(name);
    }
  }

  /**
   * One final measurement over the whole table.
   *
   * @param dataset the data set
   * @param valid the validation accuracy that is meant
   * @param test the test accuracy that is meant
   * @param bestValid the highest validation accuracy and every cell that has it
   * @param bestTest the highest test accuracy and every cell that has it
   * @param testOfBestValid the test accuracy of the best cell by validation, the mean over ties:
   *     {@code bestTest - testOfBestValid} is the regret that no selection by validation avoids
   * @param meanValid the mean validation accuracy of the table: random sampling
   * @param meanTest the mean test accuracy of the table
   */
  public record TargetSummary(
      String dataset,
      String valid,
      String test,
      Best bestValid,
      Best bestTest,
      double testOfBestValid,
      double meanValid,
      double meanTest) {}

  /**
   * The highest value in the table.
   *
   * @param percent accuracy in percent
   * @param architectures every architecture that has exactly this value
   */
  public record Best(double percent, List<String> architectures) {

    /** Copies the list. */
    public Best {
      architectures = List.copyOf(architectures);
    }
  }

  /**
   * Random search after a number of evaluations, in expectation.
   *
   * @param evaluations the number of architectures drawn
   * @param targets expected final accuracies of the incumbent, in the order of the targets
   */
  public record ExactPoint(long evaluations, List<TargetValue> targets) {

    /** Copies the list. */
    public ExactPoint {
      targets = List.copyOf(targets);
    }
  }

  /**
   * The methods and where they ran, and what stands beside them.
   *
   * @param methods the methods in the plan's order
   * @param agreements the measures that the plan correlates with final test accuracies, each with
   *     every one of these; usually empty
   * @param provenance versions and machine
   */
  public record Setup(List<Method> methods, List<Agreement> agreements, Provenance provenance) {

    /** Copies the lists. */
    public Setup {
      methods = List.copyOf(methods);
      agreements = List.copyOf(agreements);
    }
  }

  /**
   * How far a measure ranks the architectures of the table as their final test accuracy does.
   *
   * @param measure the measure, as in a plan
   * @param test the test accuracy
   * @param architectures how many have both, at least 2
   * @param tau Kendall's tau-b, {@code [-1, 1]}
   * @param low the lower end of its 95 % percentile bootstrap interval over architectures
   * @param high the upper end
   */
  public record Agreement(
      String measure, String test, int architectures, double tau, double low, double high) {}

  /**
   * One method with all its settings.
   *
   * @param label the method's label in the plan
   * @param method the method's name
   * @param summary what it does and where it is from
   * @param settings every setting with its origin
   * @param runs the number of its runs on each task
   * @param ownWork what the seconds of its own work were measured on; empty if it has none
   */
  public record Method(
      String label,
      String method,
      String summary,
      List<SettingValue> settings,
      int runs,
      String ownWork) {

    /** Copies the list. */
    public Method {
      settings = List.copyOf(settings);
    }
  }

  /**
   * One setting of a method.
   *
   * @param name the setting
   * @param value its value in this study
   * @param origin where the value comes from: the plan, or the origin of the default
   */
  public record SettingValue(String name, String value, String origin) {}

  /**
   * Versions and machine.
   *
   * @param program this program's version
   * @param java the Java runtime
   * @param system the operating system
   * @param processor the processor
   * @param cores the number of processor cores that the program may use
   * @param random how the randomness of a run is made
   */
  public record Provenance(
      String program, String java, String system, String processor, int cores, String random) {}
}
