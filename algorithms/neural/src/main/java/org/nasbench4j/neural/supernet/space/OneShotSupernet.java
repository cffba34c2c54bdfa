package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.BnConvolutions;
import org.nasbench4j.neural.network.FeatureMaps;
import org.nasbench4j.neural.network.Layer;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.space.oneshot1.OneShotLayout;

/**
 * The one-shot model of a NAS-Bench-1Shot1 space: a stem, a chain of cells, and a linear layer.
 *
 * <p>After each third of the cells the channels double and max pooling halves the side. It pads, as
 * published: 32 pixels become 17 and 9. Unlike in the networks of NAS-Bench-101, each block has the
 * full width, whatever its successors.
 */
final class OneShotSupernet implements Supernet {
  private static final int PARTS = 3;
  private static final BatchStatistics STATISTICS = BatchStatistics.BATCH;

  /** How many numbers the engine computes with at once. */
  private static final int VECTOR = 8;

  private final OneShotLayout layout;
  private final int channels;
  private final Layer stem;
  private final List<OneShotCellLayer> cells = new ArrayList<>();
  private final Layer last;
  private final Layer classifier;
  private final List<Parameter> parameters;

  OneShotSupernet(OneShotLayout layout, Weights weights, SupernetShape shape, int inputChannels) {
    this.layout = layout;
    BnConvolutions convolutions = new BnConvolutions(weights);
    channels = shape.channels();
    int width = channels;
    stem = convolutions.of("stem", inputChannels, width, 3);
    int from = width;
    for (int cell = 0; cell < shape.depth(); cell++) {
      width = halves(cell, shape.depth()) ? 2 * width : width;
      cells.add(new OneShotCellLayer(convolutions, "cell" + cell, layout.blocks(), from, width));
      from = width * layout.blocks();
    }
    last = weights.conv("last.conv", from, width, 1, 1).then(weights.standardisation(width));
    classifier = weights.linear("classifier", width, shape.classes());
    parameters = weights.parameters();
  }

  // Whether a cell is the first one of a smaller side.
  private static boolean halves(int cell, int depth) {
    return cell == depth / PARTS || cell == 2 * depth / PARTS;
  }

  @Override
  public NDArray logits(NDArray images, List<NDArray> weights) {
    OneShotMixture mixture =
        new OneShotMixture(layout, images.getManager(), weights.get(0), weights.get(1));
    NDArray maps = stem.forward(arranged(images), STATISTICS);
    for (int cell = 0; cell < cells.size(); cell++) {
      NDArray input = halves(cell, cells.size()) ? FeatureMaps.halvedFromOutside(maps) : maps;
      maps = cells.get(cell).forward(input, mixture);
    }
    NDArray features = last.forward(FeatureMaps.rectified(maps), STATISTICS);
    return classifier.forward(FeatureMaps.pooled(features), STATISTICS);
  }

  // With the channels last in memory, which all layers keep. A step then takes a seventh less time
  // where channels fill the engine's vectors, and a seventh more where they do not.
  private NDArray arranged(NDArray images) {
    if (channels < VECTOR) {
      return images;
    }
    Shape shape = images.getShape();
    return images
        .transpose(0, 2, 3, 1)
        .reshape(-1)
        .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))
        .transpose(0, 3, 1, 2);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
