package org.nasbench4j.data.safetensors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** Tensors in the safetensors format. */
public final class SafetensorsFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "safetensors";
  }

  @Override
  public Map<String, byte[]> seeds() {
    NamedTensors tensors =
        new NamedTensors(
            "made",
            List.of(
                new NamedTensor("w", List.of(2, 1), new float[] {1, 2}),
                new NamedTensor("none", List.of(0, 3), new float[0])));
    Safetensors content = new Safetensors(new TreeMap<>(Map.of("seed", "7")), tensors);
    return Map.of("two", SafetensorsWriter.bytes(content));
  }

  @Override
  public void read(Path file) throws IOException {
    SafetensorsReader.read(file);
  }
}
