package org.nasbench4j.data.nasbench101;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.table.Hash128;

/**
 * One row of the benchmark: the JSON array {@code [hash, epochs, adjacency, operations, metrics]}.
 * Read again for each record.
 */
final class RecordParser {
  private static final int MOST_VERTICES = 31;

  private final JsonFactory json = new JsonFactory();
  private final ModelMetrics metrics = new ModelMetrics();
  private Hash128 hash = new Hash128(0, 0);
  private int epochs;
  private String adjacency = "";
  private String operations = "";

  // Null until it is asked for.
  private @Nullable Nb101Module module;

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if it is no such row; the message says why
   */
  void read(byte[] bytes, int offset, int length) {
    try (JsonParser parser = json.createParser(bytes, offset, length)) {
      require(parser.nextToken() == JsonToken.START_ARRAY, "it is no JSON array");
      hash = hash(text(parser, "the module's hash"));
      require(parser.nextToken() == JsonToken.VALUE_NUMBER_INT, "its epochs are no whole number");
      epochs = parser.getIntValue();
      takeModule(text(parser, "the adjacency matrix"), text(parser, "the operations"));
      require(parser.nextToken() == JsonToken.VALUE_STRING, "its metrics are no text");
      metrics.read(parser.getBinaryValue(Base64Variants.MIME));
      require(
          parser.nextToken() == JsonToken.END_ARRAY && parser.nextToken() == null,
          "it goes on after its five values");
    } catch (IOException e) {
      // The bytes are in memory: what fails is their fault.
      throw new IllegalArgumentException("it is no JSON array of five values", e);
    }
  }

  // Repeats follow each other: a module as written just before need not be read again.
  private void takeModule(String matrix, String names) {
    if (!matrix.equals(adjacency) || !names.equals(operations)) {
      module = null;
      adjacency = matrix;
      operations = names;
    }
  }

  private static Hash128 hash(String text) {
    require(
        Hash128.isOne(text), "the module's hash (%s) is not 32 hexadecimal digits".formatted(text));
    return Hash128.parse(text);
  }

  private static String text(JsonParser parser, String what) throws IOException {
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException(what + " is no text");
    }
    return parser.getText();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  Hash128 hash() {
    return hash;
  }

  int epochs() {
    return epochs;
  }

  ModelMetrics metrics() {
    return metrics;
  }

  /**
   * The module as the record writes it.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  Nb101Module module() {
    Nb101Module known = module;
    if (known == null) {
      known = module(adjacency, operations);
      module = known;
    }
    return known;
  }

  /**
   * A module from the two texts of a published row.
   *
   * @param adjacency the matrix row by row, a digit for each entry
   * @param operations their names with commas between them
   * @throws IllegalArgumentException if it is none; the message says why
   */
  static Nb101Module module(String adjacency, String operations) {
    List<String> names = List.of(operations.split(",", -1));
    int vertices = names.size();
    if (vertices > MOST_VERTICES || adjacency.length() != vertices * vertices) {
      throw new IllegalArgumentException(
          "The adjacency matrix has %d entries for %d operations."
              .formatted(adjacency.length(), vertices));
    }
    int[][] matrix = new int[vertices][vertices];
    for (int i = 0; i < adjacency.length(); i++) {
      // Any other character becomes an entry that the module refuses.
      matrix[i / vertices][i % vertices] = adjacency.charAt(i) - '0';
    }
    return Nb101Module.of(matrix, names);
  }
}
