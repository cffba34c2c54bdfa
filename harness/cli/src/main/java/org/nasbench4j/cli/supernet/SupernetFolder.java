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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.table.MalformedTableException;

/**
 * A training on disk: {@code steps.jsonl}, {@code checkpoint.safetensors}, from which it goes on,
 * and, once it is finished, {@code result.json}.
 */
final class SupernetFolder {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path folder;

  SupernetFolder(Path folder) {
    this.folder = folder;
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
    return StepLog.read(requireSteps()).steps();
  }

  private Path requireSteps() throws NoSuchFileException {
    if (!Files.exists(steps())) {
      throw new NoSuchFileException(
          folder.toString(),
          null,
          "holds no training of a supernet (there is no steps.jsonl in it)");
    }
    return steps();
  }

  /**
   * The steps of a finished training.
   *
   * @throws MalformedTableException if there are others than the result says
   */
  List<SupernetStep> stepsOf(SupernetResult result) throws IOException {
    StepLog.Lines lines = StepLog.read(requireSteps());
    List<SupernetStep> steps = lines.steps();
    if (steps.size() != result.last().step()) {
      throw new MalformedTableException(
          steps(),
          "it has %d steps, but the result has %d".formatted(steps.size(), result.last().step()));
    }
    if (!lines.sha256().equals(result.logSha256())) {
      throw new MalformedTableException(
          steps(),
          "its lines have the SHA-256 (%s), but the result is of (%s)"
              .formatted(lines.sha256(), result.logSha256()));
    }
    if (!steps.get(steps.size() - 1).equals(result.last())) {
      throw new MalformedTableException(resultFile(), "its step is not the last of the log");
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
      throw new MalformedTableException(resultFile(), "it is no result of a training", e);
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

  void store(SupernetCheckpoint stored) throws IOException {
    stored.write(checkpoint());
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
    return Files.exists(checkpoint())
        ? SupernetCheckpoint.read(checkpoint()).training()
        : Collections.emptySortedMap();
  }

  /**
   * The state to go on from.
   *
   * @return empty if none was stored yet
   * @throws IllegalArgumentException if it is of another training
   * @throws MalformedTableException if it is damaged
   */
  Optional<SupernetCheckpoint> stored(SortedMap<String, String> identity) throws IOException {
    if (!Files.exists(checkpoint())) {
      return Optional.empty();
    }
    SupernetCheckpoint stored = SupernetCheckpoint.read(checkpoint());
    requireSame(identity, stored.training());
    return Optional.of(stored);
  }

  /**
   * The state that a finished training ended with.
   *
   * @throws IllegalArgumentException if it is missing, or of another training
   * @throws MalformedTableException if it is damaged, or of another step
   */
  SupernetState last(SupernetResult result) throws IOException {
    SupernetState state =
        stored(result.training())
            .map(SupernetCheckpoint::state)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The supernet in %s has lost its checkpoint. Delete the folder to train it anew."
                            .formatted(folder)));
    if (state.step() != result.last().step()) {
      throw new MalformedTableException(
          checkpoint(),
          "it is of step %d, but the result is of step %d"
              .formatted(state.step(), result.last().step()));
    }
    return state;
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
