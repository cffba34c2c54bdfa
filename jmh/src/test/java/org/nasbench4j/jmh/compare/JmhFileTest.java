package org.nasbench4j.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.table.MalformedTableException;

class JmhFileTest {
  @TempDir Path folder = Path.of("");

  private List<Measurement> read(String text) throws IOException {
    return JmhFile.read(Files.writeString(folder.resolve("all.json"), text));
  }

  private Measurement readOne(String result) throws IOException {
    return read(JmhJson.file(result)).get(0);
  }

  @Test
  void readsNameParametersScoreAndIterations() throws IOException {
    Measurement found = readOne(JmhJson.result("open", "avgt", "ms/op", 1.5, 2.5));

    assertThat(found.id().label()).isEqualTo("Some.open n=10");
    assertThat(found.id().mode()).isEqualTo("avgt");
    assertThat(found.primary().score()).isEqualTo(2);
    assertThat(found.primary().error()).isNaN();
    assertThat(found.primary().unit()).isEqualTo("ms/op");
    assertThat(found.primary().forks()).containsExactly(List.of(1.5, 2.5));
    assertThat(found.secondary()).containsOnlyKeys("gc.alloc.rate.norm");
  }

  @Test
  void aHistogramGivesTheMeanOfEachIteration() throws IOException {
    String sample =
        JmhJson.result("open", "sample", "ms/op", 2)
            .replace("\"rawData\": [[2.0]]", "\"rawDataHistogram\": [[[[1.0, 3], [5.0, 1]]]]");

    assertThat(readOne(sample).primary().values()).containsExactly(2);
  }

  @Test
  void theEnvironmentIsTheJvmAndTheFileBesideTheResult() throws IOException {
    Files.writeString(folder.resolve("all.machine"), "processor=Fast One\ncommit=abc\n");

    assertThat(readOne(JmhJson.result("open", "avgt", "ms/op", 1, 2)).environment())
        .containsEntry("processor", "Fast One")
        .containsEntry("vmVersion", "17.0.1")
        .containsEntry("jvmArgs", "-Xmx1g")
        .doesNotContainKey("commit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"benchmark\":                                                      | no JSON",
        "[] []                                                                 | no JSON",
        "[]                                                                    | no list of JMH",
        "{}                                                                    | no list of JMH",
        "[1]                                                                   | no (benchmark)",
        "[{\"benchmark\": \"a\", \"mode\": \"ss\"}]                            | no (primaryMetric)",
        "[{\"benchmark\": \"a\", \"mode\": \"ss\", \"primaryMetric\": {}}]     | no (score)",
        "[{\"benchmark\": \"a\", \"mode\": \"ss\", \"primaryMetric\": {\"score\": \"x\"}}] | no number"
      })
  void aFileThatJmhDidNotWriteIsRefused(String text, String reason) {
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> read(text))
        .withMessageContainingAll("all.json", reason);
  }

  @Test
  void aResultThatOccursTwiceIsRefused() {
    String result = JmhJson.result("open", "avgt", "ms/op", 1, 2);

    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> read(JmhJson.file(result, result)))
        .withMessageContainingAll("Some.open n=10", "twice");
  }
}
