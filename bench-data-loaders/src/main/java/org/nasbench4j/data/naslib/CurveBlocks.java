package org.nasbench4j.data.naslib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.SeriesBlock;

/** Lays the curves of all cells out as the blocks of a table. */
final class CurveBlocks {

  /** The training whose curves NASLib took, as far as can be told; see the notes. */
  static final int SEED = 888;

  private static final Schedule SCHEDULE = new Schedule(CurveReader.EPOCHS);
  private static final List<Integer> EVERY_EPOCH =
      IntStream.range(0, CurveReader.EPOCHS).boxed().toList();
  private static final List<Integer> LAST_EPOCH = List.of(CurveReader.EPOCHS - 1);

  private final List<AccuracyBlock> accuracies = new ArrayList<>();
  private final List<SeriesBlock> losses = new ArrayList<>();
  private final List<SecondsBlock> seconds = new ArrayList<>();
  private final SortedMap<String, double[]> columns = new TreeMap<>();
  private long nanLosses;

  /** What a curve has on some images; null if it has nothing there. */
  @FunctionalInterface
  private interface Part {
    Curve.@Nullable Values of(Curve curve);
  }

  CurveBlocks(Collection<Map<CurveSet, Curve>> cells) {
    for (CurveSet set : CurveSet.values()) {
      List<@Nullable Curve> curves = new ArrayList<>();
      cells.forEach(cell -> curves.add(cell.get(set)));
      if (present(curves).findAny().isPresent()) {
        add(set, curves);
      }
    }
  }

  private static Stream<Curve> present(List<@Nullable Curve> curves) {
    return curves.stream().flatMap(Stream::ofNullable);
  }

  private void add(CurveSet set, List<@Nullable Curve> curves) {
    add(set, set.trained(), EVERY_EPOCH, curves, Curve::train);
    add(set, set.everyEpoch(), EVERY_EPOCH, curves, Curve::evaluated);
    for (int i = 0; i < set.atTheEnd().size(); i++) {
      int place = i;
      if (present(curves).anyMatch(curve -> !curve.end().isEmpty())) {
        add(
            set,
            set.atTheEnd().get(i),
            LAST_EPOCH,
            curves,
            curve -> curve.end().isEmpty() ? null : curve.end().get(place));
      }
    }
    seconds.add(
        new SecondsBlock(
            SecondsBlock.Kind.TRAINING_EPOCH,
            set.training(),
            Split.TRAIN,
            SCHEDULE,
            List.of(SEED),
            Origin.MEASURED,
            numbers(curves, CurveCost::epochSeconds)));
    addColumns(set.training().dataset(), curves);
  }

  private void add(
      CurveSet set,
      CurveSet.Images images,
      List<Integer> epochs,
      List<@Nullable Curve> curves,
      Part part) {
    Axes axes = new Axes(set.training(), images.split(), SCHEDULE, epochs, List.of(SEED));
    int[] correct = new int[axes.length(curves.size())];
    float[] loss = new float[correct.length];
    Arrays.fill(correct, TableContent.ABSENT);
    Arrays.fill(loss, Float.NaN);
    for (int row = 0; row < curves.size(); row++) {
      Curve curve = curves.get(row);
      Curve.Values values = curve == null ? null : part.of(curve);
      for (int epoch = 0; values != null && epoch < epochs.size(); epoch++) {
        int position = axes.position(curves.size(), epoch, row, 0);
        correct[position] = values.correct()[epoch];
        loss[position] = values.loss()[epoch];
        nanLosses += Float.isNaN(values.loss()[epoch]) ? 1 : 0;
      }
    }
    accuracies.add(new AccuracyBlock(axes, images.count(), Origin.MEASURED, correct));
    losses.add(SeriesBlock.losses(axes, loss));
  }

  private static double[] numbers(
      List<@Nullable Curve> curves, ToDoubleFunction<CurveCost> number) {
    return curves.stream()
        .mapToDouble(curve -> curve == null ? Double.NaN : number.applyAsDouble(curve.cost()))
        .toArray();
  }

  private void addColumns(DatasetId dataset, List<@Nullable Curve> curves) {
    if (dataset == DatasetId.CIFAR10) {
      columns.put("params", numbers(curves, CurveCost::params));
      columns.put("flops", numbers(curves, CurveCost::flops));
    }
    columns.put("params-" + dataset, numbers(curves, CurveCost::params));
    columns.put("flops-" + dataset, numbers(curves, CurveCost::flops));
    double[] latency = numbers(curves, CurveCost::latency);
    if (Arrays.stream(latency).anyMatch(value -> !Double.isNaN(value))) {
      columns.put("latency-" + dataset, latency);
    }
  }

  List<AccuracyBlock> accuracies() {
    return accuracies;
  }

  List<SeriesBlock> losses() {
    return losses;
  }

  List<SecondsBlock> seconds() {
    return seconds;
  }

  SortedMap<String, double[]> columns() {
    return columns;
  }

  // Losses that are NaN in the file, and so count as absent.
  long nanLosses() {
    return nanLosses;
  }
}
