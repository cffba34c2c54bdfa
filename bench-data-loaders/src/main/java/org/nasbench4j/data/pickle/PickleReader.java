package org.nasbench4j.data.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads pickles of protocols 2 to 5 as plain values. Immutable and thread-safe.
 *
 * <table>
 * <caption>What Python values become</caption>
 * <tr><th>Python</th><th>Java</th></tr>
 * <tr><td>None</td><td>{@link PickleNone}</td></tr>
 * <tr><td>bool</td><td>{@link Boolean}</td></tr>
 * <tr><td>int</td><td>{@link Long}, beyond 64 bits {@link java.math.BigInteger}</td></tr>
 * <tr><td>float</td><td>{@link Double}</td></tr>
 * <tr><td>str</td><td>{@link String}</td></tr>
 * <tr><td>bytes, bytearray</td><td>{@code byte[]}</td></tr>
 * <tr><td>tuple, list, set, frozenset</td>
 *     <td>{@link PickleTuple}, {@link PickleList}, {@link PickleSet}</td></tr>
 * <tr><td>dict, OrderedDict</td><td>{@link PickleDict}</td></tr>
 * <tr><td>numpy scalar</td><td>{@link Double}, {@link Long} or {@link Boolean}</td></tr>
 * <tr><td>numpy array, with {@link AllowedGlobals#arrays}</td><td>{@link NumpyArray}</td></tr>
 * </table>
 *
 * <p>No code of the pickle runs: a global that is not allowed is an error. A list, set or dict that
 * a pickle uses twice is an error too; see the package.
 */
public final class PickleReader {
  private final PickleLimits limits;
  private final AllowedGlobals globals;
  private final PersistentIds persistentIds;
  private final Sharing sharing;

  /** What a pickle may use twice. */
  enum Sharing {
    /** Values that cannot change; so that nothing else is kept. */
    CONSTANTS,
    /** Everything. */
    ALL
  }

  /**
   * Creates a reader.
   *
   * @param limits what a pickle may cost
   * @param globals the globals that a pickle may name
   * @param persistentIds resolves references to values outside the pickle
   */
  public PickleReader(PickleLimits limits, AllowedGlobals globals, PersistentIds persistentIds) {
    this(limits, globals, persistentIds, Sharing.CONSTANTS);
  }

  private PickleReader(
      PickleLimits limits, AllowedGlobals globals, PersistentIds persistentIds, Sharing sharing) {
    this.limits = limits;
    this.globals = globals;
    this.persistentIds = persistentIds;
    this.sharing = sharing;
  }

  /**
   * This reader for small pickles that use lists, dicts and arrays twice. It keeps everything until
   * the end, and a value may hold itself: whoever walks through it must know what to expect.
   *
   * @return a new reader
   */
  public PickleReader sharing() {
    return new PickleReader(limits, globals, persistentIds, Sharing.ALL);
  }

  /**
   * A reader with {@link PickleLimits#DEFAULTS}, {@link AllowedGlobals#standard} and no references
   * to the outside.
   *
   * @return a new reader
   */
  public static PickleReader withDefaults() {
    return new PickleReader(PickleLimits.DEFAULTS, AllowedGlobals.standard(), PersistentIds.NONE);
  }

  /**
   * Reads a stream that holds one pickle and nothing else.
   *
   * @param path names the stream in errors
   * @param in the pickle; not closed
   * @return the value
   * @throws IOException if the stream cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if the bytes break the rules or a limit,
   *     or bytes follow the pickle; the offset counts the stream's bytes from 0
   * @throws org.nasbench4j.table.UnsupportedTableException if the pickle names a global that is not
   *     allowed or uses another feature that is not read
   */
  public Object read(Path path, InputStream in) throws IOException {
    PickleSequence pickles = open(path, in);
    Object value = pickles.next();
    pickles.requireEnd();
    return value;
  }

  /**
   * Reads several pickles that follow each other, or one that is too large to be kept.
   *
   * @param path names the stream in errors
   * @param in the pickles; may be read further than the last one that is asked for; not closed
   * @return stands before the first
   */
  public PickleSequence open(Path path, InputStream in) {
    return new PickleSequence(this, new PickleInput(path, in, limits));
  }

  PickleLimits limits() {
    return limits;
  }

  AllowedGlobals globals() {
    return globals;
  }

  PersistentIds persistentIds() {
    return persistentIds;
  }

  Sharing shared() {
    return sharing;
  }

  Object value(PickleInput input, @Nullable RecordSink records) throws IOException {
    return new PickleMachine(input, this, records).run();
  }
}
