package org.nasbench4j.data.pandas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleState;
import org.nasbench4j.data.pickle.PickleTuple;

/**
 * What pandas keeps a table in: two axes, and blocks of columns of one type. Up to pandas 1.2 it is
 * made empty and gets a state, later it is called with its parts.
 */
final class BlockManager implements PickleState {
  /** The part of the state that has had the same form since pandas 0.14.1. */
  private static final String PARTS = "0.14.1";

  private List<Block> blocks = List.of();
  private List<Axis> axes = List.of();

  private BlockManager() {}

  static Object construct(PickleTuple arguments, PickleSite site) {
    BlockManager manager = new BlockManager();
    if (arguments.size() == 0) {
      return manager;
    }
    if (arguments.size() == 2
        && arguments.get(0) instanceof PickleTuple blocks
        && arguments.get(1) instanceof PickleList axes) {
      for (Object block : blocks.items()) {
        if (!(block instanceof Block)) {
          throw site.malformed("a block of pandas is none");
        }
      }
      manager.blocks = blocks.items().stream().map(Block.class::cast).toList();
      manager.axes = axes(axes, site);
      return manager;
    }
    throw site.malformed("a BlockManager takes blocks and axes");
  }

  /**
   * Takes (axes, values, items, {"0.14.1": {axes, blocks: [{values, mgr_locs}, …]}}).
   *
   * @param state a tuple
   * @param site where it stands
   * @throws org.nasbench4j.table.MalformedTableException if it is anything else
   */
  @Override
  public void build(Object state, PickleSite site) {
    if (!(state instanceof PickleTuple tuple)
        || tuple.size() != 4
        || !(tuple.get(3) instanceof PickleDict extra)
        || !(extra.get(PARTS).orElse("nothing") instanceof PickleDict parts)
        || !(parts.get("axes").orElse("nothing") instanceof PickleList axisList)
        || !(parts.get("blocks").orElse("nothing") instanceof PickleList blockList)) {
      throw site.malformed("the state of a BlockManager has no axes and blocks");
    }
    List<Block> found = new ArrayList<>();
    for (Object item : blockList.items()) {
      if (!(item instanceof PickleDict block)) {
        throw site.malformed("a block of pandas is no dict");
      }
      found.add(
          Block.of(
              block.get("values").orElse("nothing"),
              block.get("mgr_locs").orElse("nothing"),
              site));
    }
    blocks = found;
    axes = axes(axisList, site);
  }

  private static List<Axis> axes(PickleList list, PickleSite site) {
    if (list.size() == 2
        && list.items().get(0) instanceof Axis columns
        && list.items().get(1) instanceof Axis rows) {
      return List.of(columns, rows);
    }
    throw site.malformed("a table of pandas has two axes");
  }

  // The columns by name; every place must be taken once.
  DataFrame frame(PickleSite site) {
    if (axes.isEmpty()) {
      throw site.malformed("a table of pandas has no axes");
    }
    List<Object> names = axes.get(0).labels();
    int rows = axes.get(1).length();
    Map<Integer, List<Object>> byPlace = new LinkedHashMap<>();
    for (Block block : blocks) {
      for (int i = 0; i < block.places().size(); i++) {
        if (block.values().shape().get(1) != rows
            || byPlace.put(block.places().get(i), block.column(i)) != null) {
          throw site.malformed(
              "the columns of a table of pandas do not fit: %s for %d rows"
                  .formatted(block.values(), rows));
        }
      }
    }
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    for (int place = 0; place < names.size(); place++) {
      List<Object> column = byPlace.get(place);
      if (!(names.get(place) instanceof String name)
          || column == null
          || columns.put(name, column) != null) {
        throw site.malformed(
            "column %d of a table of pandas has no name or no values".formatted(place));
      }
    }
    return new DataFrame(rows, columns);
  }
}
