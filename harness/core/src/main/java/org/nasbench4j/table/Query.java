package org.nasbench4j.table;

import java.util.List;
import java.util.Locale;

/**
 * A measure and the seeds that are meant: one number per architecture.
 *
 * @param measure what was measured
 * @param seeds which trainings are meant
 */
public record Query(Measure measure, SeedChoice.Single seeds) {

  /**
   * Reads {@code dataset:split:schedule[:seeds]} by the papers' convention (see {@link
   * Training#byConvention}). The schedule may carry an epoch, counted from 0: {@code 200@99}. The
   * data set may name the training: {@code cifar10-all}. Seeds are {@code mean} unless given.
   *
   * @param text for example {@code cifar10:valid:12} or {@code cifar100:test:200:777}
   * @return the query
   * @throws IllegalArgumentException if a part is missing or unknown, or the measure cannot exist
   */
  public static Query parse(String text) {
    List<String> parts = List.of(text.split(":", -1));
    if (parts.size() < 3 || parts.size() > 4) {
      throw new IllegalArgumentException(
          "The measure (%s) must be dataset:split:schedule[:seeds], for example cifar10:valid:12."
              .formatted(text));
    }
    Split split = Split.parse(parts.get(1));
    Measure measure = new Measure(training(parts.get(0), split), split, fidelity(parts.get(2)));
    SeedChoice seeds = parts.size() == 4 ? SeedChoice.parse(parts.get(3)) : SeedChoice.MEAN;
    if (seeds instanceof SeedChoice.Single single) {
      return new Query(measure, single);
    }
    throw new IllegalArgumentException(
        "The seeds (each) of (%s) give several values; one is needed. Use mean or one seed."
            .formatted(text));
  }

  private static Training training(String name, Split split) {
    boolean explicit = name.toLowerCase(Locale.ROOT).startsWith(DatasetId.CIFAR10.id() + "-");
    return explicit ? Training.parse(name) : Training.byConvention(DatasetId.parse(name), split);
  }

  private static Fidelity fidelity(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return Fidelity.endOf(Schedule.parse(text));
    }
    String epoch = text.substring(at + 1);
    if (!epoch.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          "The epoch (%s) of (%s) must be a number, counted from 0.".formatted(epoch, text));
    }
    return new Fidelity(Schedule.parse(text.substring(0, at)), Integer.parseInt(epoch));
  }

  @Override
  public String toString() {
    return measure + ":" + seeds;
  }
}
