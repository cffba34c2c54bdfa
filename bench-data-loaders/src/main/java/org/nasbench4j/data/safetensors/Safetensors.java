package org.nasbench4j.data.safetensors;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.tensor.NamedTensors;

/**
 * What a safetensors file holds. Immutable.
 *
 * @param metadata texts about the tensors, under {@code __metadata__} in the file
 * @param tensors single-precision arrays, in the order of their data
 */
public record Safetensors(SortedMap<String, String> metadata, NamedTensors tensors) {

  /** Copies the metadata. */
  public Safetensors {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) metadata));
  }
}
