package org.nasbench4j.data.pickle;

/** An allowed global on the stack. */
record PickleGlobal(String name, PickleConstructor constructor) {

  @Override
  public String toString() {
    return "the global " + name;
  }
}
