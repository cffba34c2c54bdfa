package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Table;

/**
 * Examines tables by all checks. It reads every row of every final accuracy, time and column once
 * or a few times: about a second for NAS-Bench-201. Immutable and thread-safe.
 */
public final class Doctor {
  private static final List<TableCheck> CHECKS =
      List.of(
          new CompletenessCheck(),
          new MissingSeedsCheck(),
          new WholeCountsCheck(),
          new DerivedAccuraciesCheck(),
          new ChanceCheck(),
          new IsomorphsCheck(),
          new SharedTrainingsCheck(),
          new RepeatedTrainingsCheck(),
          new SchedulesCheck(),
          new PublishedLevelsCheck(),
          new TimesCheck(),
          new NetworkCountsCheck(),
          new SplitsCheck(),
          new CopiesCheck(),
          new DisguisesCheck());

  /** Makes the doctor. */
  public Doctor() {}

  /**
   * The names of the checks.
   *
   * @return in the order in which they look
   */
  public List<String> checks() {
    return CHECKS.stream().map(TableCheck::name).toList();
  }

  /**
   * Examines a table, once all of it has been {@linkplain Table#verify verified}: what is damaged
   * is not examined.
   *
   * @param table the table
   * @param progress is told how many checks are done
   * @return the findings
   * @throws MalformedTableException if any part of the table is damaged, asked for or not
   */
  public Diagnosis examine(Table table, ImportProgress progress) {
    table.verify();
    Examination examination = new Examination(table);
    List<Finding> findings = new ArrayList<>();
    for (int done = 0; done < CHECKS.size(); done++) {
      progress.advanced(done, CHECKS.size());
      findings.addAll(CHECKS.get(done).examine(examination));
    }
    progress.advanced(CHECKS.size(), CHECKS.size());
    // A stable sort: findings of equal severity stay in the order of the checks.
    findings.sort(Comparator.comparing(Finding::severity));
    return new Diagnosis(table.info(), table.rows(), table.space().measured(), checks(), findings);
  }
}
