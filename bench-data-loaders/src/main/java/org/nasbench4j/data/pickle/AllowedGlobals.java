package org.nasbench4j.data.pickle;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The Python globals that a pickle may name, each replaced by a pure function of ours. No Python
 * name is ever looked up anywhere else. Immutable.
 */
public final class AllowedGlobals {
  private static final AllowedGlobals STANDARD =
      new AllowedGlobals(new TreeMap<>())
          .with("collections", "OrderedDict", AllowedGlobals::orderedDict)
          .with("builtins", "set", AllowedGlobals::set)
          .with("__builtin__", "set", AllowedGlobals::set)
          .with("_codecs", "encode", AllowedGlobals::encode)
          .with("numpy", "dtype", NumpyType::construct)
          .with("numpy.core.multiarray", "scalar", NumpyType::scalar)
          .with("numpy._core.multiarray", "scalar", NumpyType::scalar);

  private static final AllowedGlobals ARRAYS =
      STANDARD
          .with("numpy", "dtype", NumpyType::any)
          .with(
              "numpy",
              "ndarray",
              (arguments, site) -> {
                throw site.unsupported("a call of numpy.ndarray", "calls of _reconstruct");
              })
          .with("numpy.core.multiarray", "_reconstruct", NumpyArray::reconstruct)
          .with("numpy._core.multiarray", "_reconstruct", NumpyArray::reconstruct)
          .with("numpy.core.numeric", "_frombuffer", NumpyArray::fromBuffer)
          .with("numpy._core.numeric", "_frombuffer", NumpyArray::fromBuffer);

  private final SortedMap<String, PickleConstructor> constructors;

  private AllowedGlobals(SortedMap<String, PickleConstructor> constructors) {
    this.constructors = constructors;
  }

  /**
   * Ordered dicts, sets, byte strings and numpy's scalars: all that the NAS-Bench-201 and
   * NATS-Bench files need.
   *
   * @return the set
   */
  public static AllowedGlobals standard() {
    return STANDARD;
  }

  /**
   * {@link #standard()} and numpy's arrays, which become {@link NumpyArray}.
   *
   * @return the set
   */
  public static AllowedGlobals arrays() {
    return ARRAYS;
  }

  /**
   * These globals and one more.
   *
   * @param module the Python module
   * @param name the name in the module
   * @param constructor stands in for it
   * @return a new set
   */
  public AllowedGlobals with(String module, String name, PickleConstructor constructor) {
    SortedMap<String, PickleConstructor> more = new TreeMap<>(constructors);
    more.put(key(module, name), constructor);
    return new AllowedGlobals(more);
  }

  PickleGlobal find(String module, String name, PickleSite site) {
    PickleConstructor constructor = constructors.get(key(module, name));
    if (constructor == null) {
      throw site.unsupported("the global %s.%s".formatted(module, name), names());
    }
    return new PickleGlobal(module + "." + name, constructor);
  }

  // A space keeps module "a.b", name "c" apart from module "a", name "b.c".
  private static String key(String module, String name) {
    return module + " " + name;
  }

  private String names() {
    return constructors.keySet().stream()
        .map(key -> key.replace(' ', '.'))
        .collect(Collectors.joining(", "));
  }

  private static Object orderedDict(PickleTuple arguments, PickleSite site) {
    if (arguments.size() == 0) {
      return new PickleDict();
    }
    throw site.unsupported("an OrderedDict of %s".formatted(arguments), "OrderedDict()");
  }

  private static Object set(PickleTuple arguments, PickleSite site) {
    PickleSet set = new PickleSet();
    if (arguments.size() == 0) {
      return set;
    }
    if (arguments.size() != 1 || !(arguments.get(0) instanceof PickleList list)) {
      throw site.malformed("set takes one list");
    }
    for (Object item : list.items()) {
      PickleKeys.require(item, site);
      set.add(item);
    }
    return set;
  }

  // Python 3 writes bytes into protocol 2 as text of the same code points.
  private static Object encode(PickleTuple arguments, PickleSite site) {
    if (arguments.size() == 2
        && arguments.get(0) instanceof String text
        && arguments.get(1).equals("latin1")
        && text.chars().allMatch(c -> c < 256)) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    throw site.malformed("_codecs.encode takes text of code points below 256 and 'latin1'");
  }
}
