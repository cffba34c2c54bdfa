package org.nasbench4j.reports.chart;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Apache ECharts (Apache-2.0), which is put into the page so that it works offline. */
public final class ChartLibrary {
  private static final String SCRIPT =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private ChartLibrary() {}

  /**
   * The library.
   *
   * @return JavaScript that defines {@code echarts}; its licence is its first comment
   * @throws FileNotFoundException if the library is not on the class path
   * @throws IOException if it cannot be read
   */
  public static String script() throws IOException {
    try (InputStream in = ChartLibrary.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new FileNotFoundException(
            "The class path lacks %s. Add org.webjars.npm:echarts 5.3.1.".formatted(SCRIPT));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
