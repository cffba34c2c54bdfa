package org.nasbench4j.cli.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.safetensors.Safetensors;
import org.nasbench4j.data.safetensors.SafetensorsReader;
import org.nasbench4j.data.safetensors.SafetensorsWriter;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.neural.training.EpochRecord;
import org.nasbench4j.neural.training.TrainingState;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/**
 * The files of a training: {@code FILE.checkpoint}, from which it goes on, and {@code FILE.log},
 * one line of JSON for each epoch. The checkpoint is the one truth; the log is written from it.
 */
final class TrainingFiles {
  private static final String HISTORY = "history";
  private static final String NETWORK = "network.";
  private static final String VELOCITY = "velocity.";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;
  private final SortedMap<String, String> identity;

  TrainingFiles(Path file, SortedMap<String, String> identity) {
    this.file = file;
    this.identity = identity;
  }

  private Path checkpoint() {
    return file.resolveSibling(file.getFileName() + ".checkpoint");
  }

  private Path log() {
    return file.resolveSibling(file.getFileName() + ".log");
  }

  void store(TrainingState state) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>(identity);
    texts.put(HISTORY, json(state.history()));
    List<NamedTensor> tensors = new ArrayList<>();
    add(tensors, NETWORK, state.network());
    add(tensors, VELOCITY, state.velocities());
    SafetensorsWriter.write(
        new Safetensors(texts, new NamedTensors(file.toString(), tensors)), checkpoint());
    StringBuilder lines = new StringBuilder();
    state.history().forEach(epoch -> lines.append(json(epoch)).append('\n'));
    AtomicFile.write(log(), out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void add(List<NamedTensor> list, String prefix, NamedTensors tensors) {
    for (NamedTensor tensor : tensors.all()) {
      list.add(new NamedTensor(prefix + tensor.name(), tensor.shape(), tensor.values()));
    }
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Epochs must always be writable.", e);
    }
  }

  /** The state to go on from; null if none was stored yet. */
  @Nullable TrainingState stored() throws IOException {
    if (!Files.exists(checkpoint())) {
      return null;
    }
    Safetensors content = SafetensorsReader.read(checkpoint());
    SortedMap<String, String> texts = new TreeMap<>(content.metadata());
    String history = texts.remove(HISTORY);
    checkSame(checkpoint(), texts);
    return new TrainingState(
        history(history), part(content.tensors(), NETWORK), part(content.tensors(), VELOCITY));
  }

  // Texts that are not part of the identity, such as the accuracy, may be anything.
  void checkSame(Path begun, SortedMap<String, String> texts) {
    List<String> differences = new ArrayList<>();
    identity.forEach(
        (key, value) -> {
          String other = texts.getOrDefault(key, "missing");
          if (!other.equals(value)) {
            differences.add("%s is (%s), now (%s)".formatted(key, other, value));
          }
        });
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "The training of %s was begun otherwise: %s. Use the same options, or another --out."
              .formatted(begun, String.join("; ", differences)));
    }
  }

  private List<EpochRecord> history(@Nullable String json) {
    try {
      List<EpochRecord> history =
          MAPPER.readValue(String.valueOf(json), new TypeReference<List<EpochRecord>>() {});
      if (history != null && !history.isEmpty()) {
        return history;
      }
    } catch (JsonProcessingException e) {
      throw new MalformedTableException(checkpoint(), "its history is no JSON", e);
    }
    throw new MalformedTableException(checkpoint(), "it has no history");
  }

  private NamedTensors part(NamedTensors all, String prefix) {
    List<NamedTensor> tensors =
        all.all().stream().filter(t -> t.name().startsWith(prefix)).toList();
    return new NamedTensors(checkpoint().toString(), tensors).withoutPrefix(prefix);
  }

  /** Writes the trained network, after which the checkpoint is needed no more. */
  void finish(Safetensors trained) throws IOException {
    SafetensorsWriter.write(trained, file);
    Files.deleteIfExists(checkpoint());
  }
}
