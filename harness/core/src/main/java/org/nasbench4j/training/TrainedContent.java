package org.nasbench4j.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.SeriesBlock;
import org.nasbench4j.table.Training;

/**
 * Trainings as the content of a table: one row for every architecture whose function was trained.
 * What was not trained is missing; nothing is filled in.
 */
public final class TrainedContent {

  /** What the importer of a table is named in its place. */
  public static final String FORMAT = "trained";

  private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALID, Split.TEST);

  private final TrainingHeader header;
  private final Training training;
  private final List<TrainedArchitecture> rows;
  private final EpochChoice losses;

  private TrainedContent(
      TrainingHeader header, List<TrainedArchitecture> rows, EpochChoice losses) {
    this.header = header;
    this.training = Training.parse(header.training());
    this.rows = rows;
    this.losses = losses;
  }

  /**
   * Which architectures share a training.
   *
   * @param size the number of architectures of the space
   * @param functions the number of those that are trained for all
   * @param representative of each official index that of the architecture that is trained for it
   */
  public record Sharing(int size, int functions, IntUnaryOperator representative) {}

  /**
   * What else a table holds.
   *
   * @param command the command that made it
   * @param losses the epochs whose losses it keeps, of those that were measured
   * @param columns further numbers of each architecture of the space, by name and official index;
   *     NaN where absent
   * @param notes what a user must know of these
   */
  public record Extras(
      String command, EpochChoice losses, SortedMap<String, double[]> columns, List<String> notes) {

    // Copies the map and the notes; the columns stay the caller's.
    public Extras {
      columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
      notes = List.copyOf(notes);
    }
  }

  /**
   * Spreads trainings over all architectures of their functions.
   *
   * @param header what the trainings have in common
   * @param records the trainings by the official index of the representative, not empty
   * @param sharing who stands for whom
   * @param extras what else the table holds
   * @return the content
   */
  public static TableContent of(
      TrainingHeader header,
      Map<Integer, TrainedArchitecture> records,
      Sharing sharing,
      Extras extras) {
    IntUnaryOperator representative = sharing.representative();
    int[] indices =
        IntStream.range(0, sharing.size())
            .filter(index -> records.containsKey(representative.applyAsInt(index)))
            .toArray();
    TrainedContent content =
        new TrainedContent(
            header,
            Arrays.stream(indices)
                .mapToObj(index -> records.get(representative.applyAsInt(index)))
                .toList(),
            extras.losses());
    SortedMap<String, double[]> chosen = new TreeMap<>();
    extras
        .columns()
        .forEach(
            (name, values) ->
                chosen.put(name, Arrays.stream(indices).mapToDouble(i -> values[i]).toArray()));
    return new TableContent(
        header.space(),
        FORMAT,
        List.of(extras.command()),
        new RowNames.Indexed(indices),
        content.accuracies(),
        List.of(),
        content.losses(),
        content.seconds(),
        chosen,
        content.notes(sharing, records.size(), extras.notes()));
  }

  private List<Split> splits() {
    return header.tested() == EpochChoice.NEVER ? List.of(Split.TRAIN, Split.VALID) : SPLITS;
  }

  // What was measured of a split, of the epochs that are chosen.
  private Axes axes(int schedule, Split split, EpochChoice chosen) {
    int epochs = header.schedules().get(schedule);
    EpochChoice measured = split == Split.TEST ? header.tested() : EpochChoice.EACH;
    List<Integer> kept = measured.of(epochs).stream().filter(chosen.of(epochs)::contains).toList();
    return new Axes(training, split, new Schedule(epochs), kept, header.seeds());
  }

  /** Is handed every number of a block. */
  @FunctionalInterface
  private interface Filler {
    void fill(int position, SeedResults results, int seed);
  }

  private void fill(int schedule, Axes axes, Filler filler) {
    for (int row = 0; row < rows.size(); row++) {
      List<TrainedEpoch> epochs = rows.get(row).schedules().get(schedule).epochs();
      for (int plane = 0; plane < axes.epochs().size(); plane++) {
        SeedResults results = epochs.get(axes.epochs().get(plane)).of(axes.split());
        for (int seed = 0; seed < axes.seeds().size(); seed++) {
          filler.fill(axes.position(rows.size(), plane, row, seed), results, seed);
        }
      }
    }
  }

  private List<AccuracyBlock> accuracies() {
    List<AccuracyBlock> blocks = new ArrayList<>();
    for (int schedule = 0; schedule < header.schedules().size(); schedule++) {
      for (Split split : splits()) {
        Axes axes = axes(schedule, split, EpochChoice.EACH);
        int[] correct = new int[axes.length(rows.size())];
        fill(schedule, axes, (at, of, seed) -> correct[at] = of.correct().get(seed));
        blocks.add(new AccuracyBlock(axes, header.images().of(split), Origin.MEASURED, correct));
      }
    }
    return blocks;
  }

  private List<SeriesBlock> losses() {
    List<SeriesBlock> blocks = new ArrayList<>();
    for (int schedule = 0; schedule < header.schedules().size(); schedule++) {
      for (Split split : splits()) {
        Axes axes = axes(schedule, split, losses);
        if (!axes.epochs().isEmpty()) {
          float[] loss = new float[axes.length(rows.size())];
          fill(schedule, axes, (at, of, seed) -> loss[at] = of.loss().get(seed));
          blocks.add(SeriesBlock.losses(axes, loss));
        }
      }
    }
    return blocks;
  }

  // A seed's share of what all seeds took together; the same for each of them.
  private List<SecondsBlock> seconds() {
    List<SecondsBlock> blocks = new ArrayList<>();
    for (int i = 0; i < header.schedules().size(); i++) {
      int schedule = i;
      for (Split split : splits()) {
        double[] seconds =
            rows.stream()
                .map(row -> row.schedules().get(schedule))
                .mapToDouble(trained -> trained.secondsPerEpoch(split) / header.seeds().size())
                .toArray();
        blocks.add(
            new SecondsBlock(
                split == Split.TRAIN
                    ? SecondsBlock.Kind.TRAINING_EPOCH
                    : SecondsBlock.Kind.EVALUATION,
                training,
                split,
                new Schedule(header.schedules().get(schedule)),
                List.of(),
                Origin.MEASURED,
                seconds));
      }
    }
    return blocks;
  }

  private List<String> notes(Sharing sharing, int trained, List<String> ofExtras) {
    int architectures = rows.size();
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "Trained: %,d of %,d functions, once each; with all cells of these functions, %,d of %,d.",
            trained,
            sharing.functions(),
            architectures,
            sharing.size()));
    if (trained < sharing.functions()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The other %,d are missing; the command that made this table trains them with --archs all.",
              sharing.size() - architectures));
    }
    notes.add("Version %d of the training code; %s".formatted(header.version(), header.settings()));
    notes.add(
        "Seconds are a seed's equal share of what all %d seeds took together."
            .formatted(header.seeds().size()));
    notes.addAll(ofExtras);
    return notes;
  }
}
