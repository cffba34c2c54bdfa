package org.nasbench4j.data.naslib;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.data.pickle.NamedRecords;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

/** Collects the curves of a file, {@code {cell: {data set: {…}}}}, by the index of the cell. */
final class CurveRecords implements NamedRecords {
  private final Nb201Space space = new Nb201Space();
  private final SortedMap<Integer, Map<CurveSet, Curve>> curves = new TreeMap<>();

  @Override
  public boolean isName(String text) {
    return text.startsWith("|");
  }

  @Override
  public void take(String name, Object record, PickleSite site) {
    int index = index(name, site);
    if (!(record instanceof PickleDict sets) || sets.size() == 0) {
      throw site.malformed(
          "the record of %s must be a dict of data sets, not %s"
              .formatted(name, PickleValues.describe(record)));
    }
    Map<CurveSet, Curve> found = new EnumMap<>(CurveSet.class);
    sets.forEach((key, value) -> take(found, "#%d, ".formatted(index), key, value, site));
    if (curves.put(index, found) != null) {
      throw site.malformed("there is another record of %s".formatted(name));
    }
  }

  private int index(String name, PickleSite site) {
    try {
      return space.index(Nb201Cell.parse(name));
    } catch (IllegalArgumentException e) {
      throw site.malformed("a record has a name that is no cell: " + e.getMessage());
    }
  }

  private static void take(
      Map<CurveSet, Curve> found, String cell, Object key, Object value, PickleSite site) {
    CurveSet set = key instanceof String text ? CurveSet.of(text).orElse(null) : null;
    if (set == null) {
      throw site.unsupported("the data set " + PickleValues.describe(key), CurveSet.keys());
    }
    if (!(value instanceof PickleDict dict)) {
      throw site.malformed(
          "%s%s must be a dict, not %s".formatted(cell, set.key(), PickleValues.describe(value)));
    }
    found.put(set, new CurveReader(site, cell + set.key(), set, dict).read());
  }

  int count() {
    return curves.size();
  }

  // The curves of each cell, by ascending index.
  SortedMap<Integer, Map<CurveSet, Curve>> curves() {
    return curves;
  }
}
