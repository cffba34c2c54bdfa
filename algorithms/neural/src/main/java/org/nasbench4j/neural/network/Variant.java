package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.function.Consumer;

/**
 * How a network departs from the one that is trained, because somebody wants to look into it. The
 * weights are drawn alike for all variants.
 *
 * @param type of weights and activations
 * @param signs what becomes of the drawn weights' signs
 * @param normalisation what stands where the trained network has batch normalisation
 * @param activations is given what each ReLU returns, once for each edge that uses it; what it is
 *     given may be closed as soon as it returns
 */
public record Variant(
    DataType type, Signs signs, Normalisation normalisation, Consumer<NDArray> activations) {

  /** What becomes of the drawn weights' signs. */
  public enum Signs {
    /** They stay. */
    DRAWN,
    /** All weights and biases are positive or zero. */
    POSITIVE
  }

  /** What stands where the trained network has batch normalisation. */
  public enum Normalisation {
    /** Batch normalisation with scale and shift. */
    BATCH,
    /** Nothing: values are handed on as they are. */
    NONE
  }

  /**
   * The network as it is trained.
   *
   * @return in single precision
   */
  public static Variant trained() {
    return observed(activation -> {});
  }

  /**
   * The network as it is trained, under observation.
   *
   * @param activations is given what each ReLU returns, once for each edge that uses it
   * @return in single precision
   */
  public static Variant observed(Consumer<NDArray> activations) {
    return new Variant(DataType.FLOAT32, Signs.DRAWN, Normalisation.BATCH, activations);
  }

  /**
   * The network that synaptic flow is measured in: of positive weights and without normalisation,
   * so that it is linear for positive inputs.
   *
   * @return in double precision, because its outputs reach 1e66
   */
  public static Variant positive() {
    return new Variant(DataType.FLOAT64, Signs.POSITIVE, Normalisation.NONE, activation -> {});
  }
}
