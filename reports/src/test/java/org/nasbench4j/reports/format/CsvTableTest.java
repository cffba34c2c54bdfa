package org.nasbench4j.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CsvTable table = new CsvTable(out);

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesTheHeaderOnceAndEndsLinesAsTheStandardSays() throws IOException {
    table.add(new CsvTable.Row().put("n", 1).put("share", 0.5));
    table.add(new CsvTable.Row().put("n", 2).put("share", 1e-7));

    assertThat(text()).isEqualTo("n,share\r\n1,0.5\r\n2,0\r\n");
  }

  @Test
  void quotesOnlyWhatNeedsQuotes() throws IOException {
    table.add(new CsvTable.Row().put("a", "x;y").put("b", "x,y").put("c", "say \"x\"\n"));

    assertThat(text()).isEqualTo("a,b,c\r\nx;y,\"x,y\",\"say \"\"x\"\"\n\"\r\n");
  }

  @Test
  void leavesAnAbsentNumberEmpty() throws IOException {
    table.add(new CsvTable.Row().put("n", 1).put("sd", OptionalDouble.empty()));

    assertThat(text()).isEqualTo("n,sd\r\n1,\r\n");
  }
}
