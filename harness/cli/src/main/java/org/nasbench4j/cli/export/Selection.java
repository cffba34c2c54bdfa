package org.nasbench4j.cli.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.Training;
import picocli.CommandLine.Option;

/** Which measurements of a table are meant; all where nothing is said. */
final class Selection {

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      description =
          "A data set, or one training of it such as cifar10-half; may be given several times."
              + " Default: all.")
  private List<String> datasets = new ArrayList<>();

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "train, valid, test or valid+test; may be given several times. Default: all.")
  private List<String> splits = new ArrayList<>();

  @Option(
      names = "--schedule",
      paramLabel = "EPOCHS",
      description =
          "A training recipe, named by its length; may be given several times. Default: all.")
  private List<String> schedules = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "SEEDS",
      description =
          "mean, each, or one seed such as 777. Default: each; the mean where only that is known.")
  private @Nullable String seeds;

  @Option(
      names = "--epochs",
      paramLabel = "EPOCHS",
      description =
          "last or each: the last epoch that is stored, or every one (csv, parquet). Default: last.")
  private @Nullable String epochs;

  /**
   * The blocks that are meant.
   *
   * @throws IllegalArgumentException if a word of the selection is unknown
   * @throws MissingRecordException if the table holds none, or nothing of the seed that is named
   */
  List<Coverage> of(Table table) {
    List<Split> wanted = splits();
    List<Schedule> lengths = schedules.stream().map(Schedule::parse).toList();
    datasets.forEach(Selection::requireDataset);
    List<Coverage> chosen =
        table.coverage().stream()
            .filter(block -> datasets.isEmpty() || isChosen(block.training()))
            .filter(block -> wanted.isEmpty() || wanted.contains(block.split()))
            .filter(block -> lengths.isEmpty() || lengths.contains(block.schedule()))
            .toList();
    if (chosen.isEmpty() && !table.coverage().isEmpty()) {
      throw new MissingRecordException(
          "The table (%s) holds nothing of this selection. nasbench table info says what it holds."
              .formatted(table.info().name()));
    }
    requireSeed(table, chosen);
    return chosen;
  }

  // A seed that some of the blocks lack leaves them out; one that all lack is a mistake.
  private void requireSeed(Table table, List<Coverage> blocks) {
    if (blocks.isEmpty() || seeds == null) {
      return;
    }
    if (SeedChoice.parse(seeds) instanceof SeedChoice.One one
        && blocks.stream().noneMatch(block -> block.seeds().contains(one.seed()))) {
      List<Integer> known =
          blocks.stream().flatMap(block -> block.seeds().stream()).distinct().sorted().toList();
      throw new MissingRecordException(
          "The table (%s) holds nothing of seed %d in this selection. It has %s."
              .formatted(
                  table.info().name(),
                  one.seed(),
                  known.isEmpty() ? "only means" : "the seeds " + known));
    }
  }

  List<Split> splits() {
    return splits.stream().map(Split::parse).toList();
  }

  private static void requireDataset(String text) {
    if (text.toLowerCase(Locale.ROOT).startsWith(DatasetId.CIFAR10.id() + "-")) {
      Training.parse(text);
    } else {
      DatasetId.parse(text);
    }
  }

  private boolean isChosen(Training training) {
    return datasets.stream()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.equals(training.id()) || text.equals(training.dataset().id()));
  }

  // The seeds of a block.
  List<SeedChoice.Single> seeds(Coverage block) {
    SeedChoice choice = seeds == null ? SeedChoice.EACH : SeedChoice.parse(seeds);
    if (choice instanceof SeedChoice.One one) {
      return block.seeds().contains(one.seed()) ? List.of(one) : List.of();
    }
    if (choice instanceof SeedChoice.Mean || block.seeds().isEmpty()) {
      return List.of(SeedChoice.MEAN);
    }
    return block.seeds().stream().map(SeedChoice::of).toList();
  }

  /**
   * The seeds where one number is needed.
   *
   * @return the mean, unless one is named
   * @throws IllegalArgumentException if each is asked for
   */
  SeedChoice.Single singleSeeds() {
    if (seeds == null) {
      return SeedChoice.MEAN;
    }
    if (SeedChoice.parse(seeds) instanceof SeedChoice.Single single) {
      return single;
    }
    throw new IllegalArgumentException(
        "The seeds (%s) give several values, and this format has room for one. Use mean or one seed."
            .formatted(seeds));
  }

  boolean saysEpochs() {
    return epochs != null;
  }

  // The epochs of a block.
  List<Integer> epochs(Coverage block) {
    return switch (epochs == null ? "last" : epochs) {
      case "each" -> block.epochs();
      case "last" -> block.epochs().subList(block.epochs().size() - 1, block.epochs().size());
      default ->
          throw new IllegalArgumentException(
              "The epochs (%s) must be last or each.".formatted(epochs));
    };
  }
}
