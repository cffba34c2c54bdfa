package org.nasbench4j.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.TrainingSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "Looks up the accuracy of one architecture.",
    footer = {
      "",
      "cifar10 follows the papers: train and valid are of the training on half of the images,",
      "test is of the training on all of them. --trained-on says otherwise.",
      "",
      "Example: nasbench query nb201.h5 9930 --dataset cifar10 --split test --schedule 200"
          + " --seeds mean"
    })
final class QueryCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "A table: its path or name.")
  private String file = "";

  @Parameters(
      index = "1",
      paramLabel = "ARCH|INDEX",
      description = "The architecture as written, its short form, or its official index.")
  private String architecture = "";

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "DATASET",
      description = "cifar10, cifar100 or imagenet16-120.")
  private String dataset = "";

  @Option(
      names = "--split",
      required = true,
      paramLabel = "SPLIT",
      description = "train, valid, test or valid+test.")
  private String split = "";

  @Option(
      names = "--schedule",
      required = true,
      paramLabel = "EPOCHS",
      description = "The training recipe, named by its length: 12 or 200.")
  private String schedule = "";

  @Option(
      names = "--epoch",
      paramLabel = "N",
      description = "An epoch of the schedule, counted from 0. Default: the last.")
  private @Nullable Integer epoch;

  @Option(
      names = "--seeds",
      required = true,
      paramLabel = "SEEDS",
      description = "mean, each, or one seed such as 777.")
  private String seeds = "";

  @Option(
      names = "--trained-on",
      paramLabel = "IMAGES",
      description = "For cifar10: half or all of the training images.")
  private @Nullable String trainedOn;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private Tables tables = new Tables();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What {@code --json} prints. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String architecture,
      @Nullable Integer index,
      String dataset,
      String trainedOn,
      String split,
      int schedule,
      int epoch,
      List<Value> values) {}

  /** One number and the seeds behind it. */
  record Value(
      String seedChoice,
      List<Integer> seeds,
      int seedCount,
      double accuracyPercent,
      long correct,
      long total,
      String origin) {}

  @Override
  public Integer call() throws IOException {
    SeedChoice choice = SeedChoice.parse(seeds);
    Measure measure = measure();
    Table table = tables.open(file);
    Architecture cell = table.space().parse(architecture);
    Answer answer = answer(table, cell, measure, values(table, table.row(cell), measure, choice));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(out, flat(answer, choice));
    } else {
      print(out, answer);
    }
    return ExitCode.DONE.code();
  }

  private Measure measure() {
    DatasetId named = DatasetId.parse(dataset);
    Split images = Split.parse(split);
    Schedule recipe = Schedule.parse(schedule);
    Fidelity fidelity = epoch == null ? Fidelity.endOf(recipe) : new Fidelity(recipe, epoch);
    return new Measure(training(named, images), images, fidelity);
  }

  private Training training(DatasetId named, Split images) {
    if (trainedOn == null) {
      return Training.byConvention(named, images);
    }
    return new Training(
        named,
        switch (trainedOn) {
          case "half" -> TrainingSet.TRAIN_HALF;
          case "all" -> TrainingSet.TRAIN_AND_VALID;
          default ->
              throw new IllegalArgumentException(
                  "The training images (%s) must be half or all.".formatted(trainedOn));
        });
  }

  private static Answer answer(
      Table table, Architecture cell, Measure measure, List<Value> values) {
    Optional<Integer> index =
        table.space() instanceof IndexedSpace indexed
            ? Optional.of(indexed.index(cell))
            : Optional.empty();
    return new Answer(
        cell.text(),
        index.orElse(null),
        measure.training().dataset().id(),
        measure.training().id(),
        measure.split().id(),
        measure.fidelity().schedule().epochs(),
        measure.fidelity().epoch(),
        values);
  }

  private static List<Value> values(Table table, int row, Measure measure, SeedChoice choice) {
    if (choice instanceof SeedChoice.Single single) {
      return List.of(value(table.accuracy(new Query(measure, single)), row));
    }
    List<Value> values = new ArrayList<>();
    for (int seed : seedsOf(table, measure)) {
      AccuracyColumn column = table.accuracy(new Query(measure, SeedChoice.of(seed)));
      if (column.has(row)) {
        values.add(value(column, row));
      }
    }
    return values;
  }

  private static List<Integer> seedsOf(Table table, Measure measure) {
    List<Integer> seeds =
        table.coverage().stream()
            .filter(
                block ->
                    block.training().equals(measure.training())
                        && block.split() == measure.split()
                        && block.schedule().equals(measure.fidelity().schedule())
                        && block.epochs().contains(measure.fidelity().epoch()))
            .flatMap(block -> block.seeds().stream())
            .distinct()
            .sorted()
            .toList();
    if (seeds.isEmpty()) {
      table.accuracy(new Query(measure, SeedChoice.MEAN));
      throw new MissingRecordException(
          "The table has only the mean of %s. Use --seeds mean.".formatted(measure));
    }
    return seeds;
  }

  private static Value value(AccuracyColumn column, int row) {
    Fraction fraction = column.fraction(row);
    return new Value(
        column.query().seeds().toString(),
        column.seeds(row),
        column.seedCount(row),
        fraction.percent(),
        fraction.correct(),
        fraction.total(),
        column.origin().name().toLowerCase(Locale.ROOT));
  }

  /** A single value stands beside the key's parts; several stand in a list. */
  private static Object flat(Answer answer, SeedChoice choice) {
    return choice instanceof SeedChoice.Single
        ? new FlatAnswer(answer, answer.values().get(0))
        : answer;
  }

  /** A single value beside the key's parts. */
  record FlatAnswer(
      @JsonUnwrapped @JsonIgnoreProperties("values") Answer key, @JsonUnwrapped Value value) {}

  private static void print(PrintWriter out, Answer answer) {
    out.printf(
        Locale.ROOT,
        "%s%s%n",
        answer.architecture(),
        answer.index() == null ? "" : "  (index " + answer.index() + ")");
    out.printf(
        Locale.ROOT,
        "%s %s after epoch %d of the %d-epoch schedule, trained on %s%n",
        answer.dataset(),
        answer.split(),
        answer.epoch(),
        answer.schedule(),
        trainedOnWords(answer.trainedOn()));
    answer.values().forEach(value -> out.println(line(value)));
  }

  private static String trainedOnWords(String training) {
    return switch (training) {
      case "cifar10-half" -> "half of the training images (cifar10-half)";
      case "cifar10-all" -> "all training images, validation images included (cifar10-all)";
      default -> "its training images";
    };
  }

  private static String line(Value value) {
    String of =
        value.seeds().isEmpty()
            ? value.seedCount() + " seed(s), which the source does not name"
            : "seed "
                + value.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%9.5f %%  = %d/%d  %s of %s%s",
        value.accuracyPercent(),
        value.correct(),
        value.total(),
        value.seedChoice().equals("mean") ? "mean" : "accuracy",
        of,
        value.origin().equals(Origin.DERIVED.name().toLowerCase(Locale.ROOT)) ? ", derived" : "");
  }
}
