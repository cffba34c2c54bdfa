package org.nasbench4j.cli.table;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.image.StemSurplus;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.benchmark.BenchmarkImages;
import org.nasbench4j.neural.benchmark.BenchmarkRecipe;
import org.nasbench4j.neural.benchmark.ImageSelection;
import org.nasbench4j.neural.benchmark.LaneTrainer;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.Training;
import org.nasbench4j.training.SplitSizes;
import org.nasbench4j.training.TrainedArchitecture;
import org.nasbench4j.training.TrainedContent;
import org.nasbench4j.training.TrainingHeader;

/** A table of NAS-Bench-201 cells that are trained by a recipe: its header and its content. */
final class TrainedTable {
  private static final double MILLION = 1e6;

  private final ImageDataset dataset;
  private final BenchmarkRecipe recipe;
  private final FunctionClasses classes;
  private final Nb201Space cells = new Nb201Space();

  TrainedTable(ImageDataset dataset, BenchmarkRecipe recipe, FunctionClasses classes) {
    this.dataset = dataset;
    this.recipe = recipe;
    this.classes = classes;
  }

  /** Everything that the numbers of the table depend on. */
  TrainingHeader header(List<Integer> seeds, BenchmarkImages chosen, EngineSession session) {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("recipe", recipe.toString());
    settings.put("images", chosen.toString());
    settings.put("engine", session.description());
    ImageSelection images = recipe.images();
    return new TrainingHeader(
        cells.id(),
        Training.parse("%s-%d".formatted(dataset.id(), images.side())).id(),
        LaneTrainer.VERSION,
        recipe.schedules(),
        recipe.tested(),
        seeds,
        new SplitSizes(images.training(), images.evaluation(), images.evaluation()),
        settings);
  }

  /** What was trained, at all cells of each function. */
  TableContent content(
      TrainingHeader header,
      Map<Integer, TrainedArchitecture> records,
      TrainedContent.Extras extras) {
    TrainedContent.Sharing sharing =
        new TrainedContent.Sharing(
            Math.toIntExact(cells.size()),
            classes.count(),
            index -> cells.index(classes.representativeOf(cells.architecture(index))));
    return TrainedContent.of(header, records, sharing, extras);
  }

  /**
   * Parameters, and FLOPs in millions, of each cell's own network, dead edges included, as the
   * benchmark counts.
   */
  SortedMap<String, double[]> counts() {
    ImageKind kind = dataset.kind();
    ImageKind reduced = new ImageKind(kind.channels(), recipe.images().side(), kind.classes());
    NetworkShape shape = recipe.shape(kind.classes());
    Nb201Counts counts = new Nb201Counts(shape);
    double[] parameters = new double[Math.toIntExact(cells.size())];
    double[] flops = new double[parameters.length];
    for (int index = 0; index < parameters.length; index++) {
      Nb201Cell cell = cells.architecture(index);
      parameters[index] = counts.parameters(cell) - StemSurplus.of("params", shape, reduced);
      flops[index] = (counts.flops(cell) - StemSurplus.of("flops", shape, reduced)) / MILLION;
    }
    SortedMap<String, double[]> columns = new TreeMap<>();
    // By their bare names, as the scores beside them.
    columns.put("params", parameters);
    columns.put("flops", flops);
    return columns;
  }
}
