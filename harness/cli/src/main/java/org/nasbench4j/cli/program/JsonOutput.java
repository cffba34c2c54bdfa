package org.nasbench4j.cli.program;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.PrintWriter;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Training;

/** Records as JSON on standard output. */
public final class JsonOutput {
  private JsonOutput() {}

  /**
   * Prints a value and ends the line.
   *
   * @param out where it goes; stays open
   * @param value a record, map, list, text or number
   * @throws IllegalStateException if the value has parts that JSON cannot say
   */
  public static void print(PrintWriter out, Object value) {
    try {
      out.println(mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The output cannot be written as JSON.", e);
    }
  }

  private static JsonMapper mapper() {
    SimpleModule words = new SimpleModule();
    words.addSerializer(Training.class, ToStringSerializer.instance);
    words.addSerializer(Schedule.class, ToStringSerializer.instance);
    return JsonMapper.builder()
        .addModule(words)
        .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .build();
  }
}
