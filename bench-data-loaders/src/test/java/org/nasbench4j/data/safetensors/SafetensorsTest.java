package org.nasbench4j.data.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

class SafetensorsTest {
  private static final Path NAME = Path.of("some.safetensors");
  private static final String TWO_FLOATS = "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}";

  @TempDir private Path folder;

  private static byte[] file(String header, int dataBytes) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    return buffer.putLong(json.length).put(json).array();
  }

  private static MalformedTableException malformed(byte[] bytes) {
    return catchThrowableOfType(
        MalformedTableException.class, () -> SafetensorsReader.read(NAME, bytes));
  }

  // The JSON library takes a file that begins so for UTF-32; found by fuzzing.
  @Test
  void aHeaderInAnotherEncodingIsMalformed() {
    byte[] header = {'{', 0, 0, 0, 'f', '_', '^', '"'};
    byte[] bytes =
        ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(8).put(header).array();

    assertThat(malformed(bytes)).hasMessageContaining("UTF-8");
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Safetensors content =
        new Safetensors(
            new TreeMap<>(Map.of("seed", "7", "licence", "frei für alle")),
            new NamedTensors(
                "made",
                List.of(
                    new NamedTensor("w", List.of(2, 1), new float[] {-0.0f, Float.MIN_VALUE}),
                    new NamedTensor("none", List.of(0, 3), new float[0]),
                    new NamedTensor("b", List.of(), new float[] {Float.NaN}))));
    Path file = folder.resolve("made.safetensors");
    SafetensorsWriter.write(content, file);

    Safetensors read = SafetensorsReader.read(file);

    assertThat(read.metadata()).isEqualTo(content.metadata());
    assertThat(read.tensors().names()).containsExactly("w", "none", "b");
    assertThat(read.tensors().get("w", List.of(2, 1)).values())
        .containsExactly(-0.0f, Float.MIN_VALUE);
    assertThat(read.tensors().get("b", List.of()).values()).containsExactly(Float.NaN);
    assertThat(SafetensorsWriter.bytes(read)).isEqualTo(SafetensorsWriter.bytes(content));
  }

  // The layout that https://huggingface.co/docs/safetensors describes: any order of keys, spaces
  // behind the header, no metadata.
  @Test
  void filesOfOthersAreRead() {
    byte[] bytes =
        file(
            "{'z': {'data_offsets': [4, 12], 'shape': [1, 2], 'dtype': 'F32'},"
                + " 'a': {'data_offsets': [0, 4], 'shape': [], 'dtype': 'F32'}}   ",
            12);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, 1.5f);
    Safetensors read = SafetensorsReader.read(NAME, bytes);
    assertThat(read.metadata()).isEmpty();
    assertThat(read.tensors().names()).containsExactly("a", "z");
    assertThat(read.tensors().get("z", List.of(1, 2)).values()).containsExactly(0, 1.5f);
  }

  @Test
  void dataBeginsAtAMultipleOfEight() {
    Safetensors content =
        new Safetensors(
            new TreeMap<>(),
            new NamedTensors("", List.of(new NamedTensor("abc", List.of(1), new float[] {1}))));
    byte[] bytes = SafetensorsWriter.bytes(content);
    assertThat((bytes.length - Float.BYTES) % 8).isZero();
    assertThat(bytes).endsWith(0, 0, 0x80, 0x3f);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 0, 1, 1000, Long.MAX_VALUE, 1L << 40})
  void aHeaderMustLieWithinTheFile(long length) {
    byte[] bytes = file(TWO_FLOATS, 8);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    assertThat(malformed(bytes).place()).isEqualTo(new AtByte(0));
  }

  @Test
  void everyTruncationIsMalformed() {
    byte[] whole = file(TWO_FLOATS, 8);
    for (int length = 0; length < whole.length; length++) {
      assertThat(malformed(java.util.Arrays.copyOf(whole, length)))
          .as("%d bytes", length)
          .isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|no JSON object",
        "{'a':|no JSON",
        "{} {}|no JSON",
        "{'a':1}|needs dtype",
        "{'a':{'dtype':'F32','shape':[2]}}|needs dtype",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}}|needs dtype",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}|another size",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}|axis of length -2",
        "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}|axis of length 2.0",
        "{'a':{'dtype':'F32','shape':[2147483647,2147483647,2147483647,0],'data_offsets':[0,0]}}|another size",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}}|data offset of -8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,16]}}|must begin at 0",
        "{'a':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}|end within",
        "{'a':{'dtype':'F32','shape':[500000000],'data_offsets':[0,2000000000]}}|end within",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|no tensor lies",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|must begin at 8",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|Duplicate",
        "{'__metadata__':{'k':1}}|no text",
        "{'__metadata__':[]}|no object",
      })
  void brokenHeadersAreMalformed(String header, String reason) {
    assertThat(malformed(file(header, 8)))
        .hasMessageContaining(NAME.toString())
        .hasMessageContaining(reason);
  }

  @Test
  void otherElementsAreNotRead() {
    byte[] bytes = file(TWO_FLOATS.replace("F32", "BF16"), 8);
    assertThatThrownBy(() -> SafetensorsReader.read(NAME, bytes))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("BF16")
        .hasMessageContaining("F32");
  }
}
