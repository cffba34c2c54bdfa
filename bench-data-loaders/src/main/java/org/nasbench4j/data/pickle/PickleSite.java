package org.nasbench4j.data.pickle;

import java.nio.file.Path;
import org.nasbench4j.table.FilePlace;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * A place in a pickle, for error messages.
 *
 * @param path the file that the pickle came from
 * @param place the byte in the pickle, after any decompression, or the whole file
 */
public record PickleSite(Path path, FilePlace place) {

  /**
   * A byte.
   *
   * @param path the file that the pickle came from
   * @param offset the byte in the pickle, after any decompression, counted from 0
   */
  PickleSite(Path path, long offset) {
    this(path, new FilePlace.AtByte(offset));
  }

  /**
   * No place in particular.
   *
   * @param path the file that the pickle came from
   * @return the file as a whole
   */
  public static PickleSite whole(Path path) {
    return new PickleSite(path, new FilePlace.Whole());
  }

  /**
   * An exception for bytes that break the rules.
   *
   * @param reason what is wrong
   * @return the exception, to be thrown by the caller
   */
  public MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, place, reason);
  }

  /**
   * An exception for a pickle that may be right but is not read.
   *
   * @param found what stands here
   * @param supported what can be read
   * @return the exception, to be thrown by the caller
   */
  public UnsupportedTableException unsupported(String found, String supported) {
    String where = place instanceof FilePlace.Whole ? "in" : "at %s of".formatted(place);
    return new UnsupportedTableException("%s %s %s".formatted(found, where, path), supported);
  }
}
