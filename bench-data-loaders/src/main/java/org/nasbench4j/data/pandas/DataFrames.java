package org.nasbench4j.data.pandas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.nasbench4j.data.pickle.AllowedGlobals;
import org.nasbench4j.data.pickle.PersistentIds;
import org.nasbench4j.data.pickle.PickleConstructor;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * Reads what {@code DataFrame.to_pickle} wrote without compression, protocols 2 to 5: plain columns
 * of numbers and strings, rows counted from 0. Checked with pandas 1.5; the older layout, up to
 * pandas 1.2, is read by its published structure.
 */
public final class DataFrames {
  /** So many first bytes tell. */
  public static final int BEGINNING = 128;

  private static final String FRAME = "pandas.core.frame";
  private static final AllowedGlobals GLOBALS =
      AllowedGlobals.arrays()
          .with(FRAME, "DataFrame", FrameState::construct)
          .with("pandas.core.internals.managers", "BlockManager", BlockManager::construct)
          .with("pandas._libs.internals", "_unpickle_block", Block::construct)
          .with("pandas.core.indexes.base", "_new_Index", Axis::construct)
          .with("pandas.core.indexes.base", "Index", uncalled("Index"))
          .with("pandas.core.indexes.range", "RangeIndex", uncalled("RangeIndex"))
          .with("builtins", "slice", Block.Slice::construct)
          .with("__builtin__", "slice", Block.Slice::construct);

  private DataFrames() {}

  // A class that pickles name and do not call.
  private static PickleConstructor uncalled(String name) {
    return (arguments, site) -> {
      throw site.unsupported("a call of " + name, "calls of _new_Index");
    };
  }

  /**
   * Whether a file that begins so is a pickled DataFrame.
   *
   * @param bytes the first {@link #BEGINNING} bytes
   * @return true if a pickle starts there that names the class first
   */
  public static boolean isBeginning(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u0080") && text.contains(FRAME);
  }

  /**
   * Reads a table of at most 16 MiB.
   *
   * @param path names the stream in errors
   * @param in the pickle and nothing else; not closed
   * @return the table
   * @throws IOException if the stream cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if the bytes break the rules
   * @throws UnsupportedTableException if the pickle holds anything else, or a table with more than
   *     plain columns
   */
  public static DataFrame read(Path path, InputStream in) throws IOException {
    PickleReader reader =
        new PickleReader(PickleLimits.DEFAULTS, GLOBALS, PersistentIds.NONE).sharing();
    Object value = reader.read(path, in);
    if (value instanceof FrameState state) {
      return state.frame(PickleSite.whole(path));
    }
    throw new UnsupportedTableException(
        "%s (%s)".formatted(PickleValues.describe(value), path), "a pickled DataFrame");
  }
}
