package org.nasbench4j.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.FilePlace;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/** The study's records as JSON. Components keep their order, so equal records give equal bytes. */
final class Json {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final JsonMapper MAPPER = Later.added(STRICT);
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  private static final ObjectWriter RUN_WRITER = MAPPER.writerFor(RunRecord.class);
  private static final ObjectReader RUN_READER = MAPPER.readerFor(RunRecord.class);
  private static final ObjectReader HEADER_READER = MAPPER.readerFor(StudyHeader.class);

  private Json() {}

  static byte[] of(RunRecord run) {
    try {
      return RUN_WRITER.writeValueAsBytes(run);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A run record must always be writable.", e);
    }
  }

  static byte[] of(StudyHeader header) {
    try {
      return MAPPER
          .writer(INDENTED)
          .writeValueAsBytes(Later.withoutDefaults(MAPPER.valueToTree(header)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A study header must always be writable.", e);
    }
  }

  static RunRecord run(byte[] json, Path file, long offset) {
    try {
      return requirePresent(RUN_READER.<RunRecord>readValue(json), file, new AtByte(offset));
    } catch (IOException e) {
      throw new MalformedTableException(file, new AtByte(offset), firstLine(e), e);
    }
  }

  /**
   * Reads a header.
   *
   * @throws MalformedTableException if it breaks the rules of this version's format
   * @throws UnsupportedTableException if it is of another version
   */
  static StudyHeader header(byte[] json, Path file) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      JsonNode format = tree.path("format");
      if (format.isIntegralNumber() && format.asLong() != StudyHeader.FORMAT) {
        throw new UnsupportedTableException(
            "a study of format %s in %s".formatted(format.asText(), file),
            "format " + StudyHeader.FORMAT);
      }
      return requirePresent(
          HEADER_READER.<StudyHeader>readValue(Later.withDefaults(tree)),
          file,
          new FilePlace.Whole());
    } catch (IOException e) {
      throw new MalformedTableException(file, firstLine(e), e);
    }
  }

  private static <T> T requirePresent(@Nullable T value, Path file, FilePlace place) {
    if (value == null) {
      throw new MalformedTableException(file, place, "null stands where a record should");
    }
    return value;
  }

  private static String firstLine(IOException e) {
    String message = e.getMessage();
    return message == null ? "no valid JSON" : message.lines().findFirst().orElse("no valid JSON");
  }
}
