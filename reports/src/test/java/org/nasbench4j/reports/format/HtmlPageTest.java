package org.nasbench4j.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.reports.TinyStudy;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.chart.ChartLibrary;

class HtmlPageTest {
  @TempDir private Path folder;
  private String page = "";

  @BeforeEach
  void writePage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlPage().write(StudyReport.of(TinyStudy.write(folder)), out);
    page = out.toString(StandardCharsets.UTF_8);
  }

  private String ownMarkup() throws IOException {
    return page.replace(ChartLibrary.script(), "");
  }

  @Test
  void loadsNothingFromOutside() throws IOException {
    assertThat(page).contains(ChartLibrary.script()).contains("default-src 'none'");
    assertThat(ownMarkup()).doesNotContainPattern("(?i)(src|href)\\s*=|url\\(|@import|https?://");
  }

  @Test
  void showsNamesAsTextAndNeverAsMarkup() throws IOException {
    assertThat(ownMarkup())
        .contains("tiny &lt;script&gt;alert(1)&lt;/script&gt; study")
        .doesNotContain("<script>alert")
        .contains("&lt;random&gt;, &quot;R&amp;D&quot;")
        .doesNotContain("<random>");
  }

  @Test
  void readsNothingThatIsPutInAsAPlaceOfTheTemplate() {
    assertThat(page).contains("runs: 2 # {{title}} &amp; $1");
  }

  @Test
  void stampsTheTaskAtTheTopInItsTableAndAtItsPlots() throws IOException {
    // The top, the table, and a plot for each kind of regret.
    assertThat(ownMarkup().split(TinyStudy.STAMP, -1)).hasSize(1 + 4);
  }

  @Test
  void saysTheVerdictInASentence() {
    assertThat(page)
        .contains(
            "Best mean test accuracy: <strong>evolve_10%</strong> <b>94.75 ± 0.35 %</b>, 0.25"
                + " points below the optimum (0.50 unavoidable when selecting by validation); not"
                + " told apart from it at 95 %: &lt;random&gt;, &quot;R&amp;D&quot;.");
  }

  @Test
  void describesEveryPlotInWords() {
    assertThat(page)
        .contains(
            "aria-label=\"Mean test regret on cifar10 in percentage points, logarithmic. At the"
                + " end: evolve_10% 0.25, &lt;random&gt;, &quot;R&amp;D&quot; 6.50.\"");
  }

  @Test
  void offersSecondsFirst() {
    assertThat(page).contains("<option value=\"seconds\">simulated seconds</option>");
  }

  @Test
  void hasTheSettingsWithTheirOrigins() {
    assertThat(page)
        .contains("<th scope=\"row\">population</th><td>10</td><td>plan</td>")
        .contains("2 tie: b; c");
  }
}
