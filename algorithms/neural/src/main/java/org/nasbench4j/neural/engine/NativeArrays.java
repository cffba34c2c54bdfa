package org.nasbench4j.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Arrays in the engine's own memory.
 *
 * <p>What {@link NDManager#create(float[], Shape)} returns lies in memory of the Java platform,
 * which the garbage collector frees once the array is closed, even if recorded operations still
 * need it for their gradients. The same holds for operations with a plain number: {@code
 * x.mul(0.5f)} makes and closes such an array, and the gradient of x is garbage if memory is
 * collected in between. So what is recorded is computed with arrays of this class, never with plain
 * numbers.
 */
public final class NativeArrays {

  private NativeArrays() {}

  /**
   * Copies numbers into memory of the engine.
   *
   * @param manager owns the array
   * @param values row-major
   * @param shape its axes
   * @return the array
   */
  public static NDArray copyOf(NDManager manager, float[] values, Shape shape) {
    try (NDArray borrowed = manager.create(values, shape)) {
      return borrowed.duplicate();
    }
  }

  /**
   * A single number in memory of the engine.
   *
   * @param manager owns the array
   * @param value the number
   * @return an array without axes
   */
  public static NDArray scalar(NDManager manager, float value) {
    return copyOf(manager, new float[] {value}, new Shape());
  }
}
