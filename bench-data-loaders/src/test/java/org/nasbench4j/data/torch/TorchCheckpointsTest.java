package org.nasbench4j.data.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.data.torch.TorchFile.Container;
import org.nasbench4j.table.UnsupportedTableException;
import org.nasbench4j.tensor.NamedTensors;

class TorchCheckpointsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void tensorsAreReadInTheirOrder(Container container) throws IOException {
    NamedTensors tensors =
        read(container, new TorchFile().vector("b", 1, -2.5f).vector("a", Float.NaN));

    assertThat(tensors.names()).containsExactly("b", "a");
    assertThat(tensors.get("b", List.of(2)).values()).containsExactly(1, -2.5f);
    assertThat(tensors.get("a", List.of(1)).values()).containsExactly(Float.NaN);
  }

  @ParameterizedTest
  @EnumSource
  void viewsFollowTheirStrides(Container container) throws IOException {
    TorchFile file =
        new TorchFile()
            .floats("0", 0, 1, 2, 3, 4, 5, 6)
            .tensor("rows", "0", 1, List.of(2L, 3L), List.of(3L, 1L))
            .tensor("transposed", "0", 1, List.of(3L, 2L), List.of(1L, 3L))
            .tensor("column", "0", 3, List.of(2L), List.of(3L))
            .tensor("number", "0", 6, List.of(), List.of())
            .tensor("nothing", "0", 0, List.of(2L, 0L), List.of(1L, 1L));

    NamedTensors tensors = read(container, file);

    assertThat(tensors.get("rows", List.of(2, 3)).values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(tensors.get("transposed", List.of(3, 2)).values()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(tensors.get("column", List.of(2)).values()).containsExactly(3, 6);
    assertThat(tensors.get("number", List.of()).values()).containsExactly(6);
    assertThat(tensors.get("nothing", List.of(2, 0)).values()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void otherElementTypesBecomeTheNearestFloats(Container container) throws IOException {
    TorchFile file = new TorchFile();
    add(file, "DoubleStorage", 2, 16, data -> data.putDouble(0.1).putDouble(1e300));
    add(file, "LongStorage", 2, 16, data -> data.putLong(-3).putLong(16_777_217));
    add(file, "IntStorage", 2, 8, data -> data.putInt(7).putInt(Integer.MIN_VALUE));
    // By NumPy 2: np.float16([1, -2, 65504, 2**-24, inf]).tobytes().hex()
    byte[] halves = HexFormat.of().parseHex("003c00c0ff7b0100007c");
    add(file, "HalfStorage", 5, 10, data -> data.put(halves));
    add(file, "BFloat16Storage", 1, 2, data -> data.putShort((short) 0xc020));

    NamedTensors tensors = read(container, file);

    assertThat(tensors.get("DoubleStorage", List.of(2)).values())
        .containsExactly(0.1f, Float.POSITIVE_INFINITY);
    assertThat(tensors.get("LongStorage", List.of(2)).values()).containsExactly(-3, 16_777_216);
    assertThat(tensors.get("IntStorage", List.of(2)).values()).containsExactly(7, -0x1p31f);
    assertThat(tensors.get("HalfStorage", List.of(5)).values())
        .containsExactly(1, -2, 65_504, 0x1p-24f, Float.POSITIVE_INFINITY);
    assertThat(tensors.get("BFloat16Storage", List.of(1)).values()).containsExactly(-2.5f);
  }

  private static void add(
      TorchFile file, String type, long count, int length, Consumer<ByteBuffer> fill) {
    byte[] bytes = new byte[length];
    fill.accept(TorchFile.littleEndian(bytes));
    file.storage(type, type, count, bytes).tensor(type, type, 0, List.of(count), List.of(1L));
  }

  @Test
  void anElementTypeThatIsNotReadIsNamed() {
    TorchFile file =
        new TorchFile()
            .storage("0", "ComplexFloatStorage", 1, new byte[8])
            .tensor("a", "0", 0, List.of(1L), List.of(1L));

    assertThatThrownBy(() -> read(Container.ZIP, file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContainingAll("torch.ComplexFloatStorage", "torch.FloatStorage");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatIsNotThereIsAnsweredWithTheKeys(Container container) throws IOException {
    Path path = write(container, new TorchFile().vector("a", 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TorchCheckpoints.read(path, "model"))
        .withMessageContainingAll("(model)", "'epoch'", "'state_dict'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TorchCheckpoints.read(path, "epoch"))
        .withMessageContaining("(epoch)");
  }

  @ParameterizedTest
  @EnumSource
  void aDictOfOtherThingsIsNoStateDict(Container container) throws IOException {
    Path path = write(container, new TorchFile().vector("a", 1));

    assertThatThrownBy(() -> TorchCheckpoints.read(path))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContainingAll("the int 3 under the string 'epoch'", "name the key");
  }

  private NamedTensors read(Container container, TorchFile file) throws IOException {
    return TorchCheckpoints.read(write(container, file), "state_dict");
  }

  private Path write(Container container, TorchFile file) throws IOException {
    return Files.write(folder.resolve("model.pt"), container.bytes(file));
  }
}
