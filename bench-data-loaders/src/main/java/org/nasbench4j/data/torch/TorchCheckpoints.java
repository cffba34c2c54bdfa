package org.nasbench4j.data.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/**
 * Reads the tensors of files that {@code torch.save} wrote, in the container of versions before 1.6
 * and in the zip container of later ones. Nothing in the file is run.
 *
 * <p>Elements become floats: exactly from float, half and bfloat16, rounded to the nearest from
 * double, long and int. Views of a storage are read by their strides. At most as many values are
 * returned as the file has bytes, and no memory is taken for sizes that the file only announces.
 *
 * <p>All methods throw {@link MalformedTableException} for broken bytes and {@link
 * UnsupportedTableException} for good ones that are not read: other globals, other element types,
 * compressed or big-endian files, files above 1 GiB.
 */
public final class TorchCheckpoints {
  private static final long LARGEST_FILE = 1L << 30;
  private static final int FIRST_OF_PICKLE = 0x80;
  private static final int MOST_KEYS = 10;

  private TorchCheckpoints() {}

  /**
   * Reads a file whose object is a dict of tensors.
   *
   * @param path the file
   * @return its tensors in the order of the dict
   * @throws IOException if the file cannot be read
   */
  public static NamedTensors read(Path path) throws IOException {
    return tensors(path, top(path));
  }

  /**
   * Reads a dict of tensors that the file's object, itself a dict, holds under a key.
   *
   * @param path the file
   * @param key for example {@code state_dict}
   * @return the tensors in the order of the dict
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if there is no dict under the key; the message names ten of
   *     those that are there
   */
  public static NamedTensors read(Path path, String key) throws IOException {
    PickleDict top = top(path);
    if (top.get(key).orElse(key) instanceof PickleDict dict) {
      return tensors(path, dict);
    }
    throw new IllegalArgumentException(
        "The checkpoint %s has no dict under the key (%s). Its keys are %s."
            .formatted(path, key, keys(top)));
  }

  private static String keys(PickleDict dict) {
    List<String> keys = new ArrayList<>();
    dict.forEach((name, value) -> keys.add(PickleValues.describe(name)));
    String more = keys.size() > MOST_KEYS ? " and %d more".formatted(keys.size() - MOST_KEYS) : "";
    return String.join(", ", keys.subList(0, Math.min(MOST_KEYS, keys.size()))) + more;
  }

  private static PickleDict top(Path path) throws IOException {
    Object object = object(path);
    if (object instanceof PickleDict dict) {
      return dict;
    }
    throw new UnsupportedTableException(
        "%s in %s".formatted(PickleValues.describe(object), path), "dicts of tensors");
  }

  private static Object object(Path path) throws IOException {
    long length = Files.size(path);
    if (length > LARGEST_FILE) {
      throw new UnsupportedTableException(
          "%s of %d bytes".formatted(path, length), "files of at most 1 GiB");
    }
    int first = firstByte(path);
    if (first == 'P') {
      return ZipContainer.read(path, length);
    }
    if (first == FIRST_OF_PICKLE) {
      return LegacyContainer.read(path, Files.readAllBytes(path));
    }
    throw new MalformedTableException(
        path, new AtByte(0), "a torch file starts as a zip archive or with the byte 0x80");
  }

  private static int firstByte(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read();
    }
  }

  private static NamedTensors tensors(Path path, PickleDict dict) throws IOException {
    List<NamedTensor> tensors = new ArrayList<>();
    long[] room = {Files.size(path)};
    dict.forEach(
        (name, value) -> {
          StridedTensor tensor = tensor(path, name, value);
          room[0] -= tensor.size();
          if (room[0] < 0) {
            throw new UnsupportedTableException(
                "tensors in %s that share their elements many times".formatted(path),
                "as many values as the file has bytes");
          }
          tensors.add(new NamedTensor((String) name, tensor.shape(), tensor.values()));
        });
    return new NamedTensors(path.toString(), tensors);
  }

  private static StridedTensor tensor(Path path, Object name, Object value) {
    if (name instanceof String && value instanceof StridedTensor tensor) {
      return tensor;
    }
    throw new UnsupportedTableException(
        "%s under %s in %s"
            .formatted(PickleValues.describe(value), PickleValues.describe(name), path),
        "dicts of tensors; name the key of one");
  }
}
