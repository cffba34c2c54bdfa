package org.nasbench4j.cli.supernet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.data.safetensors.Safetensors;
import org.nasbench4j.data.safetensors.SafetensorsReader;
import org.nasbench4j.data.safetensors.SafetensorsWriter;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.table.MalformedTableException;

/**
 * What a training goes on from, a safetensors file that names its own SHA-256: no flipped bit is
 * trained on.
 *
 * @param training all that it depends on
 * @param state after one of its steps
 * @param logSha256 the SHA-256 of the log's lines up to this step
 */
record SupernetCheckpoint(
    SortedMap<String, String> training, SupernetState state, String logSha256) {
  private static final String STEP = "step";
  private static final String UNCHANGED_SINCE = "unchanged-since";
  private static final String SECONDS = "seconds";
  private static final String LOG = "log-sha256";
  private static final String DIGEST = "sha256";
  private static final List<String> OURS = List.of(STEP, UNCHANGED_SINCE, SECONDS, LOG, DIGEST);

  SupernetCheckpoint {
    training = Collections.unmodifiableSortedMap(new TreeMap<>(training));
  }

  /** Replaces a checkpoint at once. */
  void write(Path file) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>(training);
    texts.put(STEP, Long.toString(state.step()));
    texts.put(UNCHANGED_SINCE, Long.toString(state.unchangedSince()));
    texts.put(SECONDS, Double.toString(state.seconds()));
    texts.put(LOG, logSha256);
    texts.put(DIGEST, digest(new Safetensors(texts, state.tensors())));
    SafetensorsWriter.write(new Safetensors(texts, state.tensors()), file);
  }

  // Equal contents give equal bytes, so that the digest is that of the file without it.
  private static String digest(Safetensors content) {
    SortedMap<String, String> texts = new TreeMap<>(content.metadata());
    texts.remove(DIGEST);
    return Sha256.hex(SafetensorsWriter.bytes(new Safetensors(texts, content.tensors())));
  }

  /**
   * Reads a checkpoint.
   *
   * @throws MalformedTableException if it is damaged
   */
  static SupernetCheckpoint read(Path file) throws IOException {
    Safetensors content = SafetensorsReader.read(file);
    String named = text(content, DIGEST);
    String digest = digest(content);
    if (!digest.equals(named)) {
      throw new MalformedTableException(
          file, "its content has the SHA-256 (%s), not (%s)".formatted(digest, named));
    }
    SortedMap<String, String> training = new TreeMap<>(content.metadata());
    training.keySet().removeAll(OURS);
    return new SupernetCheckpoint(training, state(file, content), text(content, LOG));
  }

  private static SupernetState state(Path file, Safetensors content) {
    try {
      return new SupernetState(
          Long.parseLong(text(content, STEP)),
          Long.parseLong(text(content, UNCHANGED_SINCE)),
          Double.parseDouble(text(content, SECONDS)),
          content.tensors());
    } catch (IllegalArgumentException e) {
      throw new MalformedTableException(file, "it is no state of a training", e);
    }
  }

  private static String text(Safetensors content, String key) {
    return content.metadata().getOrDefault(key, "");
  }
}
