package org.nasbench4j.data.pickle;

/** A value whose state a pickle may set after construction (opcode BUILD). */
@FunctionalInterface
public interface PickleState {

  /**
   * Takes the state.
   *
   * @param state what the pickle passes
   * @param site where the opcode stands, for errors
   */
  void build(Object state, PickleSite site);
}
