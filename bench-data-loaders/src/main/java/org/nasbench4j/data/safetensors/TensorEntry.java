package org.nasbench4j.data.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/** What a header says of a tensor; shape and place agree. */
record TensorEntry(String name, List<Integer> shape, long begin, long end) {

  static TensorEntry of(Path path, String name, JsonNode node) {
    String type = node.path("dtype").asText();
    JsonNode offsets = node.path("data_offsets");
    if (type.isEmpty() || !node.path("shape").isArray() || offsets.size() != 2) {
      throw malformed(path, name, "needs dtype, shape and two data_offsets");
    }
    if (!type.equals("F32")) {
      throw new UnsupportedTableException(
          "elements %s of the tensor (%s) in %s".formatted(type, name, path), "F32");
    }
    long begin = offset(path, name, offsets.get(0));
    long end = offset(path, name, offsets.get(1));
    List<Integer> shape = new ArrayList<>();
    long size = Float.BYTES;
    for (JsonNode axis : node.path("shape")) {
      if (!axis.canConvertToInt() || !axis.isIntegralNumber() || axis.intValue() < 0) {
        throw malformed(path, name, "has an axis of length %s".formatted(axis));
      }
      shape.add(axis.intValue());
      size = saturated(size, axis.intValue());
    }
    if (end - begin != size) {
      throw malformed(
          path,
          name,
          "of shape %s lies at %d to %d, which is another size".formatted(shape, begin, end));
    }
    return new TensorEntry(name, shape, begin, end);
  }

  // Once too large for any file it stays so, whatever comes after.
  private static long saturated(long size, int axis) {
    return size > Integer.MAX_VALUE ? size : size * axis;
  }

  private static long offset(Path path, String name, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw malformed(path, name, "has a data offset of %s".formatted(node));
    }
    return node.longValue();
  }

  private static MalformedTableException malformed(Path path, String name, String reason) {
    return new MalformedTableException(
        path, new AtByte(Long.BYTES), "the tensor (%s) %s".formatted(name, reason));
  }
}
