package org.nasbench4j.cli.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.data.safetensors.Safetensors;
import org.nasbench4j.data.safetensors.SafetensorsReader;
import org.nasbench4j.data.safetensors.SafetensorsWriter;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

class SupernetCheckpointTest {
  private static final SortedMap<String, String> TRAINING =
      new TreeMap<>(Map.of("method", "vim-nas", "seed", "1"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("checkpoint.safetensors");
    NamedTensors tensors =
        new NamedTensors(
            "a state",
            List.of(
                new NamedTensor("weight", List.of(2), new float[] {0.5f, -3}),
                new NamedTensor("velocity/weight", List.of(2), new float[] {0, 1e-3f})));
    new SupernetCheckpoint(TRAINING, new SupernetState(7, 5, 1.25, tensors), "a log").write(file);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    SupernetCheckpoint read = SupernetCheckpoint.read(file);
    assertThat(read.training()).isEqualTo(TRAINING);
    assertThat(read.logSha256()).isEqualTo("a log");
    assertThat(read.state().step()).isEqualTo(7);
    assertThat(read.state().unchangedSince()).isEqualTo(5);
    assertThat(read.state().seconds()).isEqualTo(1.25);
    assertThat(read.state().tensors().get("weight", List.of(2)).values()).containsExactly(0.5f, -3);
  }

  // But of the spaces that only fill up the header.
  @Test
  void noFlippedBitIsRead() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] != ' ') {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        Files.write(file, flipped);
        assertThatThrownBy(() -> SupernetCheckpoint.read(file))
            .as("byte %d", at)
            .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "step,-1",
    "step,4",
    "step,seven",
    "unchanged-since,8",
    "unchanged-since,-1",
    "seconds,Infinity",
    "seconds,NaN",
    "seconds,-1",
  })
  void numbersThatCannotBeAreDamage(String key, String text) throws IOException {
    Safetensors content = SafetensorsReader.read(file);
    SortedMap<String, String> texts = new TreeMap<>(content.metadata());
    texts.put(key, text);
    texts.remove("sha256");
    byte[] signed = SafetensorsWriter.bytes(new Safetensors(texts, content.tensors()));
    texts.put("sha256", Sha256.hex(signed));
    SafetensorsWriter.write(new Safetensors(texts, content.tensors()), file);
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> SupernetCheckpoint.read(file))
        .withMessageContaining("no state of a training");
  }

  @Test
  void aCheckpointThatDoesNotNameItsDigestIsDamaged() throws IOException {
    Safetensors content = SafetensorsReader.read(file);
    SortedMap<String, String> texts = new TreeMap<>(content.metadata());
    texts.remove("sha256");
    SafetensorsWriter.write(new Safetensors(texts, content.tensors()), file);
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> SupernetCheckpoint.read(file))
        .withMessageContaining("not ()");
  }
}
