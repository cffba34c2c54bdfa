package org.nasbench4j.neural;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nasbench4j.RealData;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** The tensors of the published ResNet-20, from their raw form. */
public final class PublishedTeacher {

  private PublishedTeacher() {}

  public static NamedTensors tensors() throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(RealData.file("teacher/resnet20.f32le.bin")))
            .order(ByteOrder.LITTLE_ENDIAN);
    List<NamedTensor> tensors = new ArrayList<>();
    for (String line : Files.readAllLines(RealData.file("teacher/resnet20.tensors.txt"))) {
      int space = line.indexOf(' ');
      List<Integer> shape =
          Arrays.stream(line.substring(space + 1).split(",", -1)).map(Integer::valueOf).toList();
      float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
      for (int i = 0; i < values.length; i++) {
        values[i] = bytes.getFloat();
      }
      tensors.add(new NamedTensor(line.substring(0, space), shape, values));
    }
    return new NamedTensors("resnet20.f32le.bin", tensors);
  }
}
