package org.nasbench4j.data.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.torch.TorchFile.Container;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/** Whatever a file holds, it is read or refused with a declared error. */
class HostileTorchFileTest {
  private final TorchFile good = new TorchFile().vector("a", 1, 2).vector("b", 3);
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aTruncatedFileIsMalformedWhereverItEnds(Container container) throws IOException {
    byte[] bytes = container.bytes(good);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedTableException.class);
    }
  }

  // Each storage fits into the file, and 40 of them read the same bytes.
  @Test
  void storagesThatShareTheirBytesInTheArchiveAreRefused() throws IOException {
    TorchFile file = new TorchFile();
    for (int i = 10; i < 50; i++) {
      file.vector("s" + i, new float[i == 10 ? 1_000 : 0]);
      file.storage("s" + i, "FloatStorage", 1_000, new byte[i == 10 ? 4_000 : 0]);
    }
    byte[] shared = withSharedBytes(Container.ZIP.bytes(file), "archive/data/s10");
    assertThatThrownBy(() -> read(shared))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("together");
  }

  // The central directory is made to say that all storages are where one of them is.
  private static byte[] withSharedBytes(byte[] zip, String name) {
    byte[] changed = zip.clone();
    ByteBuffer bytes = TorchFile.littleEndian(changed);
    int model = -1;
    for (int at = 0; at + 46 < zip.length; at++) {
      if (bytes.getInt(at) == 0x02014b50) {
        String entry = new String(zip, at + 46, bytes.getShort(at + 28), StandardCharsets.US_ASCII);
        if (entry.equals(name)) {
          model = at;
        } else if (model >= 0 && entry.startsWith("archive/data/")) {
          for (int field : new int[] {16, 20, 24, 42}) {
            bytes.putInt(at + field, bytes.getInt(model + field));
          }
        }
      }
    }
    return changed;
  }

  @ParameterizedTest
  @EnumSource
  void aChangedByteGivesAnotherValueOrADeclaredError(Container container) throws IOException {
    byte[] bytes = container.bytes(good);
    for (int position = 0; position < bytes.length; position++) {
      for (int mask : new int[] {0x01, 0x80}) {
        byte[] changed = bytes.clone();
        changed[position] ^= (byte) mask;
        Throwable thrown = catchThrowable(() -> read(changed));
        if (thrown != null) {
          assertThat(thrown)
              .as("byte %d xor %d", position, mask)
              .isInstanceOfAny(
                  MalformedTableException.class,
                  UnsupportedTableException.class,
                  IllegalArgumentException.class);
        }
      }
    }
  }

  @Test
  void anotherFileIsNoCheckpoint() throws IOException {
    malformed("\u007fELF".getBytes(StandardCharsets.US_ASCII))
        .hasMessageContaining("zip archive or with the byte 0x80");
    malformed(PickleWriter.pickle(17L)).hasMessageContaining("magic number, not the int 17");
  }

  @Test
  void nothingMayFollowTheLastStorage() throws IOException {
    byte[] bytes = good.legacy();
    malformed(Arrays.copyOf(bytes, bytes.length + 1)).hasMessageContaining("behind the last");
  }

  @ParameterizedTest
  @EnumSource
  void aStorageLargerThanTheFileAllocatesNothing(Container container) throws IOException {
    for (long count : new long[] {1L << 40, Long.MAX_VALUE, -1}) {
      TorchFile file =
          new TorchFile()
              .storage("0", "FloatStorage", count, new byte[4])
              .tensor("a", "0", 0, List.of(1L), List.of(1L));
      malformed(container.bytes(file))
          .hasMessageContaining("'0' of %d elements does not fit", count);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStorageMustBeAsLongAsAnnounced(Container container) throws IOException {
    TorchFile file =
        new TorchFile()
            .storage("0", "FloatStorage", 9, new byte[4])
            .tensor("a", "0", 0, List.of(1L), List.of(1L));

    malformed(container.bytes(file)).hasMessageContainingAll("36", "4");
  }

  @ParameterizedTest
  @EnumSource
  void viewsStayInsideTheirStorage(Container container) throws IOException {
    malformed(container.bytes(view(1, List.of(4L), List.of(1L)))).hasMessageContaining("leaves");
    malformed(container.bytes(view(0, List.of(2L), List.of(4L)))).hasMessageContaining("leaves");
    malformed(container.bytes(view(-1, List.of(1L), List.of(1L)))).hasMessageContaining("leaves");
    malformed(container.bytes(view(0, List.of(2L), List.of(Long.MAX_VALUE))))
        .hasMessageContaining("leaves");
    malformed(container.bytes(view(2, List.of(2L, 2L), List.of(Long.MAX_VALUE, 1L))))
        .hasMessageContaining("beyond any file");
    malformed(container.bytes(view(0, List.of(2L), List.of(-1L)))).hasMessageContaining("-1");
    malformed(container.bytes(view(0, List.of(2L), List.of()))).hasMessageContaining("needs");
  }

  @ParameterizedTest
  @EnumSource
  void aSmallFileIsNoLargeTensor(Container container) throws IOException {
    unsupported(container.bytes(view(0, List.of(1L << 30), List.of(0L))))
        .hasMessageContaining("repeat no element");
    unsupported(container.bytes(view(0, List.of(0L, 1L << 31, 1L << 31), List.of(1L, 1L, 1L))))
        .hasMessageContaining("repeat no element");
    TorchFile shared = new TorchFile().floats("0", new float[1_000]);
    for (int i = 0; i < 100; i++) {
      shared.tensor("t" + i, "0", 0, List.of(1_000L), List.of(1L));
    }
    unsupported(container.bytes(shared)).hasMessageContaining("share their elements");
  }

  private static TorchFile view(long offset, List<Object> shape, List<Object> strides) {
    return new TorchFile().floats("0", 1, 2, 3, 4).tensor("a", "0", offset, shape, strides);
  }

  @Test
  void noOtherGlobalIsEverCalled() throws IOException {
    byte[] object =
        PickleWriter.start().global("posix", "system").ascii("(").text("true").ascii("tR").stop();

    unsupported(good.legacy(object)).hasMessageContaining("posix.system");
    unsupported(TorchFile.zip(Map.of("archive/data.pkl", object), ZipEntry.STORED))
        .hasMessageContainingAll("posix.system", "data.pkl");
  }

  @Test
  void aStorageTypeCannotBeCalled() throws IOException {
    byte[] object = PickleWriter.start().global("torch", "FloatStorage").ascii(")R").stop();

    unsupported(good.legacy(object)).hasMessageContaining("a call of torch.FloatStorage");
  }

  @Test
  void anEntryThatLeadsOutOfTheArchiveIsRefused() throws IOException {
    for (String name : List.of("../evil", "/etc/evil", "archive/../../evil", "..\\evil")) {
      Map<String, byte[]> entries = good.entries();
      entries.put(name, new byte[1]);
      malformed(TorchFile.zip(entries, ZipEntry.STORED))
          .hasMessageContainingAll(name, "leads out of the archive");
    }
  }

  @Test
  void aCompressedEntryIsRefused() throws IOException {
    unsupported(TorchFile.zip(good.entries(), ZipEntry.DEFLATED))
        .hasMessageContainingAll("compressed entry 'archive/data.pkl'", "uncompressed");
  }

  @Test
  void aMissingEntryIsNamed() throws IOException {
    Map<String, byte[]> entries = good.entries();
    entries.remove("archive/data/b");
    malformed(TorchFile.zip(entries, ZipEntry.STORED)).hasMessageContaining("archive/data/b");
    entries.remove("archive/data.pkl");
    malformed(TorchFile.zip(entries, ZipEntry.STORED)).hasMessageContaining("NAME/data.pkl");
  }

  @Test
  void bigEndianFilesAreRefused() throws IOException {
    Map<String, byte[]> entries = good.entries();
    entries.put("archive/byteorder", "big".getBytes(StandardCharsets.US_ASCII));
    unsupported(TorchFile.zip(entries, ZipEntry.STORED)).hasMessageContaining("byte order");
  }

  private AbstractThrowableAssert<?, ?> malformed(byte[] bytes) {
    return assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("model.pt");
  }

  private AbstractThrowableAssert<?, ?> unsupported(byte[] bytes) {
    return assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnsupportedTableException.class);
  }

  private void read(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("model.pt"), bytes);
    TorchCheckpoints.read(path, "state_dict");
  }
}
