package org.nasbench4j.data.pickle;

/**
 * Builds a value in place of a Python callable. Must be pure: no input, output or class loading.
 */
@FunctionalInterface
public interface PickleConstructor {

  /**
   * Builds the value.
   *
   * @param arguments what the pickle passes
   * @param site where the call stands, for errors
   * @return the value; a {@link PickleState} if the pickle may set its state afterwards
   */
  Object construct(PickleTuple arguments, PickleSite site);
}
