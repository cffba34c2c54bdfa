package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.FeatureMaps;
import org.nasbench4j.neural.network.Layer;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.neural.supernet.space.DecisionMap;

/**
 * The architectural network: blocks of convolution 3x3 with bias, ReLU and batch normalisation over
 * a map of noise that is drawn once and kept. Its normalisations go by the map itself, always.
 *
 * <p>The last ReLU makes many logits of a row equal; what it was given tells them apart. Source:
 * Wang et al., "VIM-NAS", ICCV 2021.
 */
final class ArchitecturalNetwork implements LogitModel {
  private final DecisionMap map;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Parameter> parameters;
  private final int noiseMaps;
  private final float[] noise;

  private record Block(Layer convolution, Layer norm) {}

  ArchitecturalNetwork(
      Weights weights, DecisionMap map, LogitSettings settings, RandomGenerator noise) {
    this.map = map;
    noiseMaps = settings.noiseMaps();
    this.noise = Draws.gaussians(noiseMaps * map.rows() * map.columns(), 1, noise);
    int from = noiseMaps;
    for (int block = 1; block <= settings.blocks(); block++) {
      int to = block == settings.blocks() ? 1 : settings.width();
      String name = "phi." + map.name() + ".block" + block;
      blocks.add(
          new Block(
              weights.biasedConv(name + ".conv", from, to, 3), weights.norm(name + ".norm", to)));
      from = to;
    }
    parameters = weights.parameters();
  }

  @Override
  public Logits logits(NDManager home) {
    Shape shape = new Shape(1, noiseMaps, map.rows(), map.columns());
    return logits(NativeArrays.copyOf(home, noise, shape));
  }

  Logits logits(NDArray noiseMap) {
    NDArray maps = noiseMap;
    NDArray unclipped = noiseMap;
    for (Block block : blocks) {
      unclipped = block.convolution.forward(maps, BatchStatistics.BATCH);
      maps = block.norm.forward(FeatureMaps.rectified(unclipped), BatchStatistics.BATCH);
    }
    return new Logits(flat(maps), flat(unclipped));
  }

  private NDArray flat(NDArray maps) {
    return maps.reshape(map.rows(), map.columns());
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
