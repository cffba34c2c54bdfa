package org.nasbench4j.data.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.tensor.NamedTensor;

/** Writes safetensors files; equal contents give equal bytes. */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SafetensorsWriter() {}

  /**
   * Writes a file, replacing an older one at once.
   *
   * @param content what is written; tensors as F32, one after the other
   * @param file where to
   * @throws IOException if writing fails
   */
  public static void write(Safetensors content, Path file) throws IOException {
    byte[] bytes = bytes(content);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /**
   * The bytes of a file.
   *
   * @param content as in {@link #write}
   * @return a new array
   * @throws ArithmeticException if the tensors have more than 2 GiB
   */
  public static byte[] bytes(Safetensors content) {
    byte[] header = header(content);
    int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    long data =
        content.tensors().all().stream()
            .mapToLong(tensor -> (long) tensor.values().length * Float.BYTES)
            .sum();
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.toIntExact(Long.BYTES + padded + data))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(padded).put(header);
    while (buffer.position() < Long.BYTES + padded) {
      buffer.put((byte) ' ');
    }
    for (NamedTensor tensor : content.tensors().all()) {
      buffer.asFloatBuffer().put(tensor.values());
      buffer.position(buffer.position() + tensor.values().length * Float.BYTES);
    }
    return buffer.array();
  }

  private static byte[] header(Safetensors content) {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode metadata = root.putObject(SafetensorsReader.METADATA);
    content.metadata().forEach(metadata::put);
    long offset = 0;
    for (NamedTensor tensor : content.tensors().all()) {
      ObjectNode entry = root.putObject(tensor.name());
      entry.put("dtype", "F32");
      tensor.shape().forEach(entry.putArray("shape")::add);
      long end = offset + (long) tensor.values().length * Float.BYTES;
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A header must always be writable.", e);
    }
  }
}
