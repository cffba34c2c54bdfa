package org.nasbench4j.data.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/**
 * Reads safetensors files of single-precision tensors.
 *
 * <p>A file is the length of its header in eight bytes, little-endian; the header, a JSON object
 * that names each tensor's type, shape and place; and the tensors' bytes, without gaps. No memory
 * is taken for what a header only announces.
 *
 * <p>All methods throw {@link MalformedTableException}, with the offset, for broken bytes, and
 * {@link UnsupportedTableException} for other element types and for files above 1 GiB.
 */
public final class SafetensorsReader {
  static final String METADATA = "__metadata__";

  private static final long LARGEST_FILE = 1L << 30;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path path;
  private final byte[] bytes;
  private final int dataStart;

  private SafetensorsReader(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
    this.dataStart = dataStart(path, bytes);
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @return its content
   * @throws IOException if the file cannot be read
   */
  public static Safetensors read(Path path) throws IOException {
    requireReadableSize(path);
    return read(path, Files.readAllBytes(path));
  }

  private static void requireReadableSize(Path path) throws IOException {
    long length = Files.size(path);
    if (length > LARGEST_FILE) {
      throw new UnsupportedTableException(
          "%s of %d bytes".formatted(path, length), "files of at most 1 GiB");
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param path their name, for messages
   * @param bytes the whole file
   * @return its content
   */
  public static Safetensors read(Path path, byte[] bytes) {
    return new SafetensorsReader(path, bytes).content();
  }

  private static int dataStart(Path path, byte[] bytes) {
    if (bytes.length < Long.BYTES) {
      throw new MalformedTableException(
          path, new AtByte(0), "it is too short for the length of a header");
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > bytes.length - Long.BYTES) {
      throw new MalformedTableException(
          path,
          new AtByte(0),
          "its header has %s bytes, but %d follow"
              .formatted(Long.toUnsignedString(length), bytes.length - Long.BYTES));
    }
    return Long.BYTES + (int) length;
  }

  private Safetensors content() {
    JsonNode header = header();
    SortedMap<String, String> metadata = new TreeMap<>();
    List<TensorEntry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (field.getKey().equals(METADATA)) {
        metadata = metadata(field.getValue());
      } else {
        entries.add(TensorEntry.of(path, field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
    checkCover(entries);
    List<NamedTensor> tensors = entries.stream().map(this::tensor).toList();
    return new Safetensors(metadata, new NamedTensors(path.toString(), tensors));
  }

  private JsonNode header() {
    try {
      JsonNode header = MAPPER.readTree(bytes, Long.BYTES, dataStart - Long.BYTES);
      if (header.isObject()) {
        return header;
      }
      throw malformed("its header is no JSON object");
    } catch (JsonProcessingException e) {
      long offset = Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
      throw new MalformedTableException(
          path,
          new AtByte(Long.BYTES + offset),
          "its header is no JSON: " + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new MalformedTableException(
          path, new AtByte(Long.BYTES), "its header is not in UTF-8: " + e.getMessage(), e);
    }
  }

  private SortedMap<String, String> metadata(JsonNode node) {
    if (!node.isObject()) {
      throw malformed(METADATA + " is no object");
    }
    SortedMap<String, String> metadata = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isTextual()) {
        throw malformed("%s holds %s, which is no text".formatted(METADATA, field));
      }
      metadata.put(field.getKey(), field.getValue().textValue());
    }
    return metadata;
  }

  // In the order of their data, tensors follow each other without gaps to the end of the file.
  private void checkCover(List<TensorEntry> entries) {
    long expected = 0;
    for (TensorEntry entry : entries) {
      if (entry.begin() != expected || entry.end() > bytes.length - dataStart) {
        throw new MalformedTableException(
            path,
            new AtByte(Long.BYTES),
            "the tensor (%s) lies at %d to %d of the %d bytes of data; it must begin at %d and end within"
                .formatted(
                    entry.name(), entry.begin(), entry.end(), bytes.length - dataStart, expected));
      }
      expected = entry.end();
    }
    if (expected != bytes.length - dataStart) {
      throw new MalformedTableException(
          path, new AtByte(dataStart + expected), "no tensor lies where the last bytes are");
    }
  }

  private NamedTensor tensor(TensorEntry entry) {
    float[] values = new float[(int) ((entry.end() - entry.begin()) / Float.BYTES)];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .position(dataStart + (int) entry.begin())
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new NamedTensor(entry.name(), entry.shape(), values);
  }

  private MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, new AtByte(Long.BYTES), reason);
  }
}
