package org.nasbench4j.cli.supernet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.data.safetensors.Safetensors;
import org.nasbench4j.data.safetensors.SafetensorsReader;
import org.nasbench4j.data.safetensors.SafetensorsWriter;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.table.MalformedTableException;

/**
 * A training on disk: {@code steps.jsonl}, {@code checkpoint.safetensors}, from which it goes on,
 * and, once it is finished, {@code result.json}.
 */
final class SupernetFolder {
  private static final String STEP = "step";
  private static final String UNCHANGED_SINCE = "unchanged-since";
  private static final String SECONDS = "seconds";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path folder;

  SupernetFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  private Path steps() {
    return folder.resolve("steps.jsonl");
  }

  private Path checkpoint() {
    return folder.resolve("checkpoint.safetensors");
  }

  private Path resultFile() {
    return folder.resolve("result.json");
  }

  /** Creates the folder and locks its log. */
  StepLog openLog() throws IOException {
    AtomicFile.createFolder(folder);
    return StepLog.open(steps());
  }

  /**
   * The steps that are done.
   *
   * @throws NoSuchFileException if the folder holds no training
   */
  List<SupernetStep> readSteps() throws IOException {
    if (!Files.exists(steps())) {
      throw new NoSuchFileException(
          folder.toString(),
          null,
          "holds no training of a supernet (there is no steps.jsonl in it)");
    }
    return StepLog.read(steps());
  }

  /**
   * The steps of a finished training.
   *
   * @throws MalformedTableException if there are others than the result says
   */
  List<SupernetStep> stepsOf(SupernetResult result) throws IOException {
    List<SupernetStep> steps = readSteps();
    if (steps.size() != result.last().step()) {
      throw new MalformedTableException(
          steps(),
          -1,
          "it has %d steps, but the result has %d".formatted(steps.size(), result.last().step()));
    }
    return steps;
  }

  /** The finished training, if it is finished. */
  Optional<SupernetResult> result() throws IOException {
    if (!Files.exists(resultFile())) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(Files.readAllBytes(resultFile()), SupernetResult.class));
    } catch (JsonProcessingException e) {
      throw new MalformedTableException(resultFile(), -1, "it is no result of a training", e);
    }
  }

  /**
   * The finished training, if it is finished.
   *
   * @throws IllegalArgumentException if the folder holds another
   */
  Optional<SupernetResult> result(SortedMap<String, String> identity) throws IOException {
    Optional<SupernetResult> result = result();
    if (result.isPresent()) {
      requireSame(identity, result.get().training());
    }
    return result;
  }

  void finish(SupernetResult result) throws IOException {
    DefaultPrettyPrinter indented =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    String text = MAPPER.writer(indented).writeValueAsString(result) + "\n";
    AtomicFile.write(resultFile(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  void store(SortedMap<String, String> identity, SupernetState state) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>(identity);
    texts.put(STEP, Long.toString(state.step()));
    texts.put(UNCHANGED_SINCE, Long.toString(state.unchangedSince()));
    texts.put(SECONDS, Double.toString(state.seconds()));
    SafetensorsWriter.write(new Safetensors(texts, state.tensors()), checkpoint());
  }

  /**
   * What the training in the folder depends on, finished or not.
   *
   * @return empty before the first checkpoint
   */
  SortedMap<String, String> described() throws IOException {
    Optional<SupernetResult> result = result();
    if (result.isPresent()) {
      return result.get().training();
    }
    SortedMap<String, String> texts = new TreeMap<>();
    if (Files.exists(checkpoint())) {
      texts.putAll(SafetensorsReader.read(checkpoint()).metadata());
      texts.keySet().removeAll(List.of(STEP, UNCHANGED_SINCE, SECONDS));
    }
    return texts;
  }

  /**
   * The state to go on from.
   *
   * @return empty if none was stored yet
   * @throws IllegalArgumentException if it is of another training
   * @throws MalformedTableException if it is damaged
   */
  Optional<SupernetState> stored(SortedMap<String, String> identity) throws IOException {
    if (!Files.exists(checkpoint())) {
      return Optional.empty();
    }
    Safetensors content = SafetensorsReader.read(checkpoint());
    requireSame(identity, content.metadata());
    try {
      return Optional.of(
          new SupernetState(
              Long.parseLong(text(content, STEP)),
              Long.parseLong(text(content, UNCHANGED_SINCE)),
              Double.parseDouble(text(content, SECONDS)),
              content.tensors()));
    } catch (NumberFormatException e) {
      throw new MalformedTableException(checkpoint(), -1, "a text in it should be a number", e);
    }
  }

  private static String text(Safetensors content, String key) {
    return content.metadata().getOrDefault(key, "");
  }

  private void requireSame(SortedMap<String, String> wanted, SortedMap<String, String> begun) {
    List<String> differences = new ArrayList<>();
    wanted.forEach(
        (key, value) -> {
          String other = begun.getOrDefault(key, "missing");
          // The settings repeat what other entries say; they are shown where these agree.
          boolean told = key.equals(SupernetRecipe.SETTINGS) && !differences.isEmpty();
          if (!other.equals(value) && !told) {
            differences.add("%s is (%s), now (%s)".formatted(key, other, value));
          }
        });
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "The training in %s was begun otherwise: %s. Use the same options, or another folder."
              .formatted(folder, String.join("; ", differences)));
    }
  }
}
