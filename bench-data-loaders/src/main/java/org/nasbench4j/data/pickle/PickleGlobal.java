package org.nasbench4j.data.pickle;

/**
 * An allowed global that is passed on as a value.
 *
 * @param name the module and the name, joined by a dot
 * @param constructor what stands in for it
 */
public record PickleGlobal(String name, PickleConstructor constructor) {

  @Override
  public String toString() {
    return "the global " + name;
  }
}
