package org.nasbench4j.neural.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.batch.LabelWeights;
import org.nasbench4j.neural.engine.NativeArrays;

/**
 * A batch for each lane of a network. The images of all lanes lie in memory with their channels
 * last, which halves the time that the engine takes for grouped convolutions.
 */
final class LaneBatch {
  private final ImageKind kind;
  private final int size;
  private final float[] pixels;

  // [image][lane], as the rows of the logits.
  private final int[] labels;

  // Takes the images of each lane's order from one position to another.
  LaneBatch(PreparedImages images, List<LaneOrder> orders, int from, int to) {
    kind = images.kind();
    size = to - from;
    int lanes = orders.size();
    pixels = new float[size * lanes * kind.channels() * kind.side() * kind.side()];
    labels = new int[size * lanes];
    for (int lane = 0; lane < lanes; lane++) {
      LaneOrder order = orders.get(lane);
      for (int i = 0; i < size; i++) {
        int image = order.images()[from + i];
        labels[i * lanes + lane] = images.labels()[image];
        copy(images, image, order.isMirrored(from + i), i, lane, lanes);
      }
    }
  }

  private void copy(
      PreparedImages images, int image, boolean mirrored, int position, int lane, int lanes) {
    int side = kind.side();
    int area = side * side;
    int width = lanes * kind.channels();
    for (int channel = 0; channel < kind.channels(); channel++) {
      int source = (image * kind.channels() + channel) * area;
      int target = position * area * width + lane * kind.channels() + channel;
      for (int i = 0; i < area; i++) {
        int column = i % side;
        int from = mirrored ? i - column + side - 1 - column : i;
        pixels[target + i * width] = images.pixels()[source + from];
      }
    }
  }

  int[] labels() {
    return labels;
  }

  // Images, channels of all lanes, height, width.
  NDArray images(NDManager manager) {
    int side = kind.side();
    Shape shape = new Shape(size, side, side, pixels.length / ((long) size * side * side));
    return NativeArrays.copyOf(manager, pixels, shape).transpose(0, 3, 1, 2);
  }

  // By which log-probabilities add up to the sum of the lanes' mean cross-entropies.
  NDArray labelWeights(NDManager manager) {
    return LabelWeights.of(manager, labels, kind.classes(), size);
  }
}
