package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/**
 * Times that nobody clocked: equal for all seeds, or one constant multiple of each other, as in
 * NAS-Bench-201.
 */
final class TimesCheck implements TableCheck {
  /** Sources write times with as few as six digits. */
  private static final double SAME_RATIO = 1e-5;

  private static final String ABSENT =
      "No training time is stored: a budget in seconds cannot be charged here. Count evaluations.";
  private static final String NOT_POSITIVE =
      "A training takes time: these are marks or errors of the source, and a search would get these"
          + " architectures for nothing.";
  private static final String SAME_FOR_SEEDS =
      "All trainings of an architecture have one time: it is a constant and not a log of each, and"
          + " says nothing about how times vary.";
  private static final String PROPORTIONAL =
      "The times of an epoch are one constant multiple of the others': one was measured, and the"
          + " others were computed from it. Compare costs of architectures, not of data sets or"
          + " schedules.";
  private static final String NO_EVALUATION =
      "No time of an evaluation is stored: simulated costs are those of training alone, and lie"
          + " below the published costs of training plus validation.";

  @Override
  public String name() {
    return "times";
  }

  /** A training by one schedule. */
  private record Recipe(Training training, Schedule schedule) {

    @Override
    public String toString() {
      return "%s:%s".formatted(training, schedule);
    }
  }

  /** A training by one schedule, and its seconds, the mean over its seeds. */
  private record Clocked(Recipe recipe, Column seconds) {}

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    List<Clocked> clocked = new ArrayList<>();
    for (Recipe recipe : recipes(table)) {
      Optional<Column> seconds = seconds(table, recipe, SeedChoice.MEAN);
      if (seconds.isEmpty()) {
        findings.add(finding(Severity.NOTE, recipe.toString(), everything(table), ABSENT));
      }
      seconds.ifPresent(
          column -> {
            clocked.add(new Clocked(recipe, column));
            notPositive(table, recipe, column).ifPresent(findings::add);
            sameForSeeds(table, recipe).ifPresent(findings::add);
            noEvaluation(table, recipe).ifPresent(findings::add);
          });
    }
    multiples(table, clocked, findings);
    return findings;
  }

  private static List<Recipe> recipes(Examination table) {
    return table.coverage().stream()
        .map(block -> new Recipe(block.training(), block.schedule()))
        .distinct()
        .sorted(
            Comparator.comparing((Recipe r) -> r.training().id()).thenComparing(Recipe::schedule))
        .toList();
  }

  private static Optional<Column> seconds(
      Examination table, Recipe recipe, SeedChoice.Single seeds) {
    Fidelity end = Fidelity.endOf(recipe.schedule());
    return Examination.stored(() -> table.table().trainingSeconds(recipe.training(), end, seeds));
  }

  private Optional<Finding> notPositive(Examination table, Recipe recipe, Column seconds) {
    Tally tally = new Tally();
    for (int row = 0; row < seconds.rows(); row++) {
      int here = row;
      if (seconds.has(row) && !(seconds.value(row) > 0)) {
        tally.add(() -> "%s: %s s".formatted(table.name(here), seconds.value(here)));
      }
    }
    return tally.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(Severity.ERROR, recipe.toString(), table.occurrences(tally), NOT_POSITIVE));
  }

  private Optional<Finding> sameForSeeds(Examination table, Recipe recipe) {
    List<Column> seeds =
        blocks(table, recipe).stream()
            .flatMap(block -> block.seeds().stream())
            .distinct()
            .flatMap(seed -> seconds(table, recipe, SeedChoice.of(seed)).stream())
            .toList();
    boolean differ = false;
    for (int row = 0; row < table.rows() && !differ; row++) {
      int here = row;
      differ =
          seeds.stream().filter(s -> s.has(here)).map(s -> s.value(here)).distinct().count() > 1;
    }
    return seeds.size() < 2 || differ
        ? Optional.empty()
        : Optional.of(finding(Severity.NOTE, recipe.toString(), everything(table), SAME_FOR_SEEDS));
  }

  private static List<Coverage> blocks(Examination table, Recipe recipe) {
    return table.coverage().stream()
        .filter(block -> recipe.equals(new Recipe(block.training(), block.schedule())))
        .toList();
  }

  private Optional<Finding> noEvaluation(Examination table, Recipe recipe) {
    boolean absent =
        table.heldOut().stream()
            .filter(measure -> measure.training().equals(recipe.training()))
            .filter(measure -> measure.fidelity().schedule().equals(recipe.schedule()))
            .filter(measure -> measure.split() == Split.VALID)
            .map(measure -> new Query(measure, SeedChoice.MEAN))
            .anyMatch(
                query ->
                    Examination.stored(() -> table.table().evaluationSeconds(query)).isEmpty());
    return absent
        ? Optional.of(finding(Severity.NOTE, recipe.toString(), everything(table), NO_EVALUATION))
        : Optional.empty();
  }

  // Being a multiple is transitive: each is held against those that are none of another.
  private void multiples(Examination table, List<Clocked> clocked, List<Finding> findings) {
    List<Clocked> measured = new ArrayList<>();
    for (Clocked other : clocked) {
      Optional<Finding> found =
          measured.stream().flatMap(of -> multiple(table, of, other).stream()).findFirst();
      found.ifPresentOrElse(findings::add, () -> measured.add(other));
    }
  }

  private Optional<Finding> multiple(Examination table, Clocked of, Clocked other) {
    double perEpoch = (double) of.recipe().schedule().epochs() / other.recipe().schedule().epochs();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int compared = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (of.seconds().has(row) && other.seconds().has(row) && of.seconds().value(row) > 0) {
        double ratio = perEpoch * other.seconds().value(row) / of.seconds().value(row);
        least = Math.min(least, ratio);
        most = Math.max(most, ratio);
        compared++;
      }
    }
    if (compared < 2 || !(most - least <= SAME_RATIO * most)) {
      return Optional.empty();
    }
    String example = Numerals.rough(most) + " times those of " + of.recipe();
    Occurrences found =
        new Occurrences(compared, compared, Examination.ARCHITECTURES, List.of(example));
    return Optional.of(finding(Severity.WARNING, other.recipe().toString(), found, PROPORTIONAL));
  }

  private static Occurrences everything(Examination table) {
    return new Occurrences(table.rows(), table.rows(), Examination.ARCHITECTURES, List.of());
  }
}
