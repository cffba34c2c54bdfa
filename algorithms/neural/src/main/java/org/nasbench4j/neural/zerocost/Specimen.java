package org.nasbench4j.neural.zerocost;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import org.nasbench4j.neural.batch.ImageBatch;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Features;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Variant;

/**
 * A cell with its weights and the images to look at it with, before it is decided which variant of
 * the network is built.
 *
 * @param session runs the network
 * @param manager owns everything that is made
 * @param batch the images
 * @param builder draws the same weights at every call
 */
record Specimen(
    EngineSession session,
    NDManager manager,
    ImageBatch batch,
    Function<Variant, Nb201Network> builder) {

  Nb201Network network(Variant variant) {
    return builder.apply(variant);
  }

  // Images of the network's type.
  NDArray images(Variant variant) {
    NDArray images = batch.images(manager);
    return images.getDataType() == variant.type() ? images : images.toType(variant.type(), true);
  }

  // As in the first step of training.
  static Features forward(Nb201Network network, NDArray images) {
    return network.forward(images, BatchStatistics.BATCH);
  }
}
