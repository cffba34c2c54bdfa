package org.nasbench4j.data.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;

/** Torch checkpoints in both containers. */
public final class TorchFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "torch";
  }

  @Override
  public Map<String, byte[]> seeds() {
    TorchFile file =
        new TorchFile()
            .vector("weight", 1, 2, 3)
            .floats("shared", 1, 2, 3, 4)
            .tensor("matrix", "shared", 0, List.of(2L, 2L), List.of(1L, 2L));
    return Map.of(
        "legacy", TorchFile.Container.LEGACY.bytes(file),
        "zip", TorchFile.Container.ZIP.bytes(file));
  }

  @Override
  public void read(Path file) throws IOException {
    try {
      TorchCheckpoints.read(file, "state_dict");
    } catch (IllegalArgumentException e) {
      // Who asks for a key that is not there is told so, and here the file cannot know.
      if (!String.valueOf(e.getMessage()).contains("no dict under the key")) {
        throw e;
      }
    }
  }
}
