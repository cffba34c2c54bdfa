package org.nasbench4j.data.pandas;

import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleState;
import org.nasbench4j.data.pickle.PickleTuple;

/** A DataFrame that gets its state afterwards. */
final class FrameState implements PickleState {
  private @Nullable BlockManager manager;

  private FrameState() {}

  static Object construct(PickleTuple arguments, PickleSite site) {
    if (arguments.size() != 0) {
      throw site.malformed("a DataFrame is made without arguments");
    }
    return new FrameState();
  }

  /**
   * Takes {_mgr (or _data, up to pandas 1.0), …}.
   *
   * @param state a dict
   * @param site where it stands
   * @throws org.nasbench4j.table.MalformedTableException if it has no such key
   */
  @Override
  public void build(Object state, PickleSite site) {
    if (state instanceof PickleDict dict
        && dict.get("_mgr").or(() -> dict.get("_data")).orElse("nothing")
            instanceof BlockManager found) {
      manager = found;
      return;
    }
    throw site.malformed("the state of a DataFrame has no blocks");
  }

  DataFrame frame(PickleSite site) {
    BlockManager found = manager;
    if (found == null) {
      throw site.malformed("a DataFrame has no state");
    }
    return found.frame(site);
  }
}
