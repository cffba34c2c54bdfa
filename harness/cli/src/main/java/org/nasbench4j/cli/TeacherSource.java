package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.torch.TorchCheckpoints;
import org.nasbench4j.tensor.NamedTensors;
import picocli.CommandLine.Option;

/** Where the reference network of RMI comes from. */
final class TeacherSource {
  private static final String CHECKPOINT_KEY = "state_dict";
  private static final String CHECKPOINT_PREFIX = "module.";

  @Option(
      names = "--teacher",
      paramLabel = "FILE",
      description =
          "The checkpoint of the reference network of rmi, a ResNet-20. Default:"
              + " teacher/resnet20-12fca82f.th in the folder that NASBENCH4J_DATA names.")
  private @Nullable Path teacher;

  Path teacherFile() {
    return teacher == null ? DataFolder.file("--teacher", "teacher/resnet20-12fca82f.th") : teacher;
  }

  NamedTensors teacherTensors() throws IOException {
    return TorchCheckpoints.read(teacherFile(), CHECKPOINT_KEY).withoutPrefix(CHECKPOINT_PREFIX);
  }
}
