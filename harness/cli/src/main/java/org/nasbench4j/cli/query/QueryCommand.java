package org.nasbench4j.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.option.TableInput;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.JsonOutput;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Measure;
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
      "cifar10 follows the papers: train and valid are of the training on half of the images, test is"
          + " of the training on all of them. --trained-on says otherwise. A table of nb101 has one"
          + " training, on 40,000 images.",
      "",
      "Example: nasbench query nb201.h5 9930 --dataset cifar10 --split test --schedule 200"
          + " --seeds mean",
      "Example: nasbench query nb101.h5 28cfc7874f6d200472e1a9dcd8650aa0 --dataset cifar10"
          + " --split valid --schedule 108 --seeds each"
    })
public final class QueryCommand implements Callable<Integer> {

  @Mixin private TableInput input = new TableInput();

  @Parameters(
      index = "1",
      paramLabel = "ARCH|INDEX|HASH",
      description =
          "The architecture as written, its short form, its official index, or its hash (nb101).")
  private String architecture = "";

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "DATASET",
      description = "cifar10, cifar100, imagenet16-120 or fashion-mnist-14.")
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
      description = "The training recipe, named by its length: 12, 108 or 200, for example.")
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
      description = "For cifar10: half or all of the training images, or 40k (nb101).")
  private @Nullable String trainedOn;

  @Option(
      names = "--rank",
      description = "Also say how the accuracy compares with those of the table's architectures.")
  private boolean rank;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    // What cannot exist fails before a file is touched.
    SeedChoice choice = SeedChoice.parse(seeds);
    DatasetId named = DatasetId.parse(dataset);
    Split images = Split.parse(split);
    Schedule recipe = Schedule.parse(schedule);
    Fidelity fidelity = epoch == null ? Fidelity.endOf(recipe) : new Fidelity(recipe, epoch);
    Table table = input.open();
    Measure measure = new Measure(training(table, named, images), images, fidelity);
    QueryAnswer answer =
        QueryAnswer.of(
            table,
            table.row(architecture),
            measure,
            choice,
            rank ? QueryAnswer.Detail.PLACE : QueryAnswer.Detail.NUMBER);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(out, answer.json(choice));
    } else {
      answer.print(out);
    }
    return ExitCode.DONE.code();
  }

  private Training training(Table table, DatasetId named, Split images) {
    if (trainedOn == null) {
      Set<Training> held =
          table.coverage().stream().map(Coverage::training).collect(Collectors.toSet());
      return Training.byConvention(named, images, held);
    }
    return new Training(
        named,
        switch (trainedOn) {
          case "half" -> TrainingSet.TRAIN_HALF;
          case "all" -> TrainingSet.TRAIN_AND_VALID;
          case "40k" -> TrainingSet.TRAIN_40K;
          default ->
              throw new IllegalArgumentException(
                  "The training images (%s) must be half, all or 40k.".formatted(trainedOn));
        });
  }
}
