package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.image.Cifar10;
import org.nasbench4j.data.torch.TorchCheckpoints;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.tensor.NamedTensors;
import picocli.CommandLine.Option;

/** Where the images and the reference network of RMI come from. */
final class RmiSources {
  private static final String CHECKPOINT_KEY = "state_dict";
  private static final String CHECKPOINT_PREFIX = "module.";

  @Option(
      names = "--images",
      paramLabel = "FILE",
      description =
          "CIFAR-10 in its binary form. Default: cifar10/cifar-10-binary.tar.gz in the folder that"
              + " NASBENCH4J_DATA names.")
  private @Nullable Path images;

  @Option(
      names = "--teacher",
      paramLabel = "FILE",
      description =
          "The checkpoint of the reference network, a ResNet-20. Default:"
              + " teacher/resnet20-12fca82f.th in the folder that NASBENCH4J_DATA names.")
  private @Nullable Path teacher;

  ImageSet trainingImages() throws IOException {
    return Cifar10.train(
        images == null ? inData("--images", "cifar10/cifar-10-binary.tar.gz") : images);
  }

  Path teacherFile() {
    return teacher == null ? inData("--teacher", "teacher/resnet20-12fca82f.th") : teacher;
  }

  NamedTensors teacherTensors() throws IOException {
    return TorchCheckpoints.read(teacherFile(), CHECKPOINT_KEY).withoutPrefix(CHECKPOINT_PREFIX);
  }

  private static Path inData(String option, String file) {
    String data = System.getenv("NASBENCH4J_DATA");
    if (data == null) {
      throw new IllegalArgumentException(
          "The option %s is not given, and NASBENCH4J_DATA, the folder to look in, is not set."
              .formatted(option));
    }
    return Path.of(data).resolve(file);
  }
}
