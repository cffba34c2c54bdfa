package org.nasbench4j.cli.teacher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.torch.TorchCheckpoints;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.neural.rmi.StoredTeacher;
import picocli.CommandLine.Option;

/** Where the reference network of RMI comes from. */
public final class TeacherSource {
  private static final String CHECKPOINT_KEY = "state_dict";
  private static final String CHECKPOINT_PREFIX = "module.";

  // Behind the eight bytes of its length the header of a safetensors file is a JSON object; no
  // torch file has this byte there.
  private static final int HEADER = 8;

  @Option(
      names = "--teacher",
      paramLabel = "NAME|FILE",
      description =
          "The reference network, a ResNet-20: cifar10 or fashion-mnist-14, which come with the"
              + " program; a file that teacher train wrote; or the published torch checkpoint."
              + " Default: the one that comes with the program for the images.")
  private @Nullable String teacher;

  /**
   * Reads the reference network that was asked for.
   *
   * @param dataset the {@code id} of the images' data set
   * @param images what networks are scored on; where no reference network was named, the one that
   *     was trained on such
   * @return the network
   * @throws IllegalArgumentException if none was named, and none for the images comes with the
   *     program
   * @throws IOException if it cannot be read
   */
  public ChosenTeacher choose(String dataset, ImageSet images) throws IOException {
    String wanted = teacher == null ? ShippedTeachers.nameFor(dataset, images) : teacher;
    return ShippedTeachers.names().contains(wanted) ? shipped(wanted) : file(Path.of(wanted));
  }

  private static ChosenTeacher shipped(String name) throws IOException {
    byte[] bytes = ShippedTeachers.bytes(name);
    TeacherFile file = TeacherFile.read(ShippedTeachers.file(name), bytes);
    return new ChosenTeacher(file.teacher(), Sha256.hex(bytes));
  }

  private static ChosenTeacher file(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    StoredTeacher network =
        bytes.length > HEADER && bytes[HEADER] == '{'
            ? TeacherFile.read(file, bytes).teacher()
            : StoredTeacher.published(
                TorchCheckpoints.read(file, CHECKPOINT_KEY).withoutPrefix(CHECKPOINT_PREFIX));
    return new ChosenTeacher(network, Sha256.hex(bytes));
  }
}
