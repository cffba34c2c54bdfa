package org.nasbench4j.data.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nasbench4j.RealData;
import org.nasbench4j.tensor.NamedTensors;

/** The published ResNet-20 against the same tensors as raw floats, which torch converted. */
class PublishedTeacherTest {

  @Test
  void everyFloatIsThere() throws IOException {
    Path file = RealData.file("teacher/resnet20-12fca82f.th");
    NamedTensors tensors = TorchCheckpoints.read(file, "state_dict").withoutPrefix("module.");
    List<String> lines = Files.readAllLines(RealData.file("teacher/resnet20.tensors.txt"));
    ByteBuffer raw =
        ByteBuffer.wrap(Files.readAllBytes(RealData.file("teacher/resnet20.f32le.bin")))
            .order(ByteOrder.LITTLE_ENDIAN);

    assertThat(lines).hasSize(97);
    assertThat(tensors.names())
        .containsExactlyElementsOf(lines.stream().map(PublishedTeacherTest::name).toList());
    for (String line : lines) {
      float[] values = tensors.get(name(line), shape(line)).values();
      float[] expected = new float[values.length];
      raw.asFloatBuffer().get(expected);
      raw.position(raw.position() + values.length * Float.BYTES);
      assertThat(values).as(line).isEqualTo(expected);
    }
    assertThat(raw.remaining()).isZero();
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private static List<Integer> shape(String line) {
    return Pattern.compile(",")
        .splitAsStream(line.substring(line.indexOf(' ') + 1))
        .map(Integer::valueOf)
        .toList();
  }
}
