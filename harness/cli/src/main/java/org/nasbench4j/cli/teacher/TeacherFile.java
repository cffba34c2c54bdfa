package org.nasbench4j.cli.teacher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nasbench4j.data.safetensors.Safetensors;
import org.nasbench4j.data.safetensors.SafetensorsReader;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.rmi.StoredTeacher;
import org.nasbench4j.table.UnsupportedTableException;
import org.nasbench4j.tensor.NamedTensors;

/**
 * A safetensors file that says of which network on which images its tensors are.
 *
 * @param name the file, for messages
 * @param content its tensors and texts
 */
record TeacherFile(Path name, Safetensors content) {
  static final String ARCHITECTURE = "architecture";
  static final String DATASET = "dataset";
  static final String SIDE = "side";
  static final String SETTINGS = "settings";
  static final String ENGINE = "engine";
  static final String ACCURACY = "test-accuracy";
  static final String RESNET20 = "resnet20";

  private static final String CLASSES = "classes";
  private static final String MEANS = "means";
  private static final String DEVIATIONS = "deviations";
  private static final String SUPPORTED = "networks that nasbench teacher train wrote";

  static TeacherFile read(Path file) throws IOException {
    return checked(new TeacherFile(file, SafetensorsReader.read(file)));
  }

  static TeacherFile read(Path name, byte[] bytes) {
    return checked(new TeacherFile(name, SafetensorsReader.read(name, bytes)));
  }

  private static TeacherFile checked(TeacherFile file) {
    String architecture = file.text(ARCHITECTURE);
    if (!architecture.equals(RESNET20)) {
      throw new UnsupportedTableException(
          "the architecture (%s) in %s".formatted(architecture, file.name), SUPPORTED);
    }
    return file;
  }

  /** What a teacher's texts begin with: how it sees images, and what it says of them. */
  static SortedMap<String, String> texts(Normalization normalization, int classes) {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(CLASSES, Integer.toString(classes));
    texts.put(MEANS, numbers(normalization.means()));
    texts.put(DEVIATIONS, numbers(normalization.deviations()));
    return texts;
  }

  private static String numbers(List<Float> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  NamedTensors tensors() {
    return content.tensors();
  }

  StoredTeacher teacher() {
    try {
      Normalization normalization =
          new Normalization(parsed(text(MEANS)), parsed(text(DEVIATIONS)));
      return new StoredTeacher(content.tensors(), normalization, Integer.parseInt(text(CLASSES)));
    } catch (NumberFormatException e) {
      throw unsupported("a text that should be a number: " + e.getMessage());
    }
  }

  private static List<Float> parsed(String numbers) {
    return Arrays.stream(numbers.split(" ")).map(Float::valueOf).toList();
  }

  String text(String key) {
    String text = content.metadata().get(key);
    if (text == null) {
      throw unsupported("no text named " + key);
    }
    return text;
  }

  double accuracy() {
    try {
      return Double.parseDouble(text(ACCURACY));
    } catch (NumberFormatException e) {
      throw unsupported("a text that should be a number: " + e.getMessage());
    }
  }

  private UnsupportedTableException unsupported(String what) {
    return new UnsupportedTableException("%s with %s".formatted(name, what), SUPPORTED);
  }
}
