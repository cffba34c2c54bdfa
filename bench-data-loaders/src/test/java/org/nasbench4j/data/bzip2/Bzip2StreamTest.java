package org.nasbench4j.data.bzip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.nasbench4j.data.bzip2.Bzip2Files.PATH;
import static org.nasbench4j.data.bzip2.Bzip2Files.compressed;
import static org.nasbench4j.data.bzip2.Bzip2Files.expected;
import static org.nasbench4j.data.bzip2.Bzip2Files.joined;
import static org.nasbench4j.data.bzip2.Bzip2Files.noise;
import static org.nasbench4j.data.bzip2.Bzip2Files.periodic;
import static org.nasbench4j.data.bzip2.Bzip2Files.read;
import static org.nasbench4j.data.bzip2.Bzip2Files.readOrRefused;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;

class Bzip2StreamTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  static Stream<byte[]> contents() {
    return Stream.of(
        new byte[0],
        new byte[] {7},
        new byte[3 * MEGABYTE],
        noise(1, 100),
        noise(2, MEGABYTE),
        periodic(MEGABYTE));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void whatWasCompressedComesBack(byte[] content) throws IOException {
    for (int level : new int[] {1, 9}) {
      byte[] file = compressed(level, content);
      for (int workers : new int[] {0, 3}) {
        assertThat(read(file, workers)).isEqualTo(content);
      }
    }
  }

  @Test
  void streamsOfAllLevelsFollowEachOther() throws IOException {
    byte[][] contents = new byte[9][];
    byte[][] streams = new byte[9][];
    for (int i = 0; i < 9; i++) {
      contents[i] = noise(i, i % 3 * 70_000);
      streams[i] = compressed(9 - i, contents[i]);
    }

    assertThat(read(joined(streams), 2)).isEqualTo(joined(contents));
  }

  @Test
  void aFileOfTheProgramBzip2IsRead() throws IOException {
    // printf 'NAS\n' | bzip2 -9
    String file =
        "425a6839314159265359ab68bd1a00000146000010200108002000219a68334d173c5dc914e14242ada2f468";

    assertThat(read(HexFormat.of().parseHex(file), 1)).asString().isEqualTo("NAS\n");
  }

  @Test
  void byteByByteIsTheSame() throws IOException {
    byte[] content = noise(3, 1000);
    try (InputStream in = open(joined(compressed(1, content), compressed(1, content)), 1)) {
      for (byte octet : joined(content, content)) {
        assertThat(in.read()).isEqualTo(octet & 0xff);
      }
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void aMarkInsideOfABlockDoesNotEndIt(int zeros) throws IOException {
    String data = ForgedBlock.noise(1, 20) + "0".repeat(zeros) + ForgedBlock.BLOCK;
    ForgedBlock forged = new ForgedBlock(data + "0".repeat(7) + ForgedBlock.noise(2, 20));
    ForgedBlock plain = new ForgedBlock(ForgedBlock.noise(3, 50));
    byte[] file = ForgedBlock.stream(1, plain, forged, plain, forged);

    byte[] content = joined(plain.content(), forged.content(), plain.content(), forged.content());

    assertThat(expected(file)).contains(ByteBuffer.wrap(content));
    for (int workers : new int[] {0, 2}) {
      assertThat(read(file, workers)).isEqualTo(content);
    }
  }

  @Test
  void anEndAndAHeaderInsideOfABlockDoNotEndIt() throws IOException {
    // The header is of a lower level: the blocks behind it need the true one.
    String before = ForgedBlock.noise(1, 20);
    int place = 32 + ForgedBlock.HEAD + before.length() + ForgedBlock.END.length() + 32;
    String border =
        ForgedBlock.END + "0".repeat(32 + Math.floorMod(-place, 8)) + ForgedBlock.digits("BZh1");
    ForgedBlock forged = new ForgedBlock(before + border + ForgedBlock.BLOCK + "0".repeat(7));
    byte[] content = periodic(400_000);
    byte[] file = ForgedBlock.stream(9, forged, new ForgedBlock(ForgedBlock.noise(2, 9)));
    byte[] all = joined(file, compressed(9, content));

    assertThat(expected(all)).isPresent();
    for (int workers : new int[] {0, 2}) {
      assertThat(readOrRefused(all, workers)).isEqualTo(expected(all));
    }
  }

  private static ForgedBlock ofMarks(int marks) {
    return new ForgedBlock((ForgedBlock.BLOCK + "0".repeat(8)).repeat(marks));
  }

  @Test
  void moreMarksInABlockThanAnyHasByChanceAreRefused() throws IOException {
    byte[] eight = ForgedBlock.stream(1, ofMarks(8));
    byte[] nine = ForgedBlock.stream(1, ofMarks(9));

    assertThat(readOrRefused(eight, 1)).isPresent().isEqualTo(expected(eight));
    assertThat(expected(nine)).isPresent();
    assertThatThrownBy(() -> read(nine, 1)).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void aFileThatIsCutAnywhereIsMalformed() throws IOException {
    ForgedBlock block = new ForgedBlock(ForgedBlock.noise(1, 50));
    byte[] file = ForgedBlock.stream(1, block, block, block);

    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(cut, 1))
          .as("cut to %d bytes", length)
          .isInstanceOfSatisfying(
              MalformedTableException.class,
              e -> assertThat(((AtByte) e.place()).offset()).isBetween(0L, (long) cut.length))
          .hasMessageStartingWith("some.pbz2 is malformed at byte ")
          .hasMessageContaining("the bzip2 data break off or are damaged (");
    }
  }

  @Test
  void aChangedBitIsRefusedOrChangesNothing() throws IOException {
    ForgedBlock block = new ForgedBlock(ForgedBlock.noise(1, 30));
    byte[] file = joined(ForgedBlock.stream(1, block, block), compressed(2, noise(1, 20)));

    for (int bit = 0; bit < 8 * file.length; bit += 3) {
      byte[] changed = file.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(readOrRefused(changed, bit % 3)).as("bit %d", bit).isEqualTo(expected(changed));
    }
  }

  @Test
  void damageIsToldWhereTheBlockBegins() throws IOException {
    byte[] first = compressed(1, noise(1, 50_000));
    byte[] file = joined(first, compressed(1, noise(2, 50_000)), compressed(1, noise(3, 50_000)));
    file[first.length + 20_000] ^= 1;

    try (InputStream in = open(file, 2)) {
      assertThat(in.readNBytes(50_000)).isEqualTo(noise(1, 50_000));
      Throwable told = catchThrowable(in::read);
      assertThat(told).isInstanceOf(MalformedTableException.class);
      assertThatThrownBy(in::read).isSameAs(told); // nothing is read behind the damage
    }
    assertThatThrownBy(() -> read(file, 2))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(e.place()).isEqualTo(new AtByte(first.length + 4L)));
  }

  @Test
  void theChecksumOfAStreamIsVerified() throws IOException {
    byte[] file = compressed(1, noise(1, 100));
    file[file.length - 3] ^= 1;

    assertThatThrownBy(() -> read(file, 1))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("(the checksum of a stream is another one)");
  }

  @Test
  void whatIsNoBzip2IsMalformed() throws IOException {
    byte[] file = compressed(1, noise(1, 100));
    for (byte[] bytes :
        List.of(
            noise(1, 50),
            joined(file, new byte[] {0}),
            joined(file, noise(2, 5 * MEGABYTE)),
            joined(new byte[] {0}, file),
            joined(new byte[] {'B', 'Z', 'h', '1'}, noise(1, 5 * MEGABYTE)),
            new byte[] {'B', 'Z', 'h', '0'},
            Arrays.copyOfRange(file, 4, file.length))) {
      assertThatThrownBy(() -> read(bytes, 1)).isInstanceOf(MalformedTableException.class);
      assertThat(expected(bytes)).isEmpty();
    }
  }

  /** Cannot be read. */
  private static final class FailingDisk extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk fails");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }

  @Test
  void aDiskThatFailsIsNoDamage() throws IOException {
    byte[] file = compressed(1, noise(1, MEGABYTE));
    byte[] half = Arrays.copyOf(file, file.length / 2);

    try (InputStream in =
        new Bzip2Stream(
            PATH, new SequenceInputStream(new ByteArrayInputStream(half), new FailingDisk()), 1)) {
      assertThat(in.readNBytes(400_000)).isEqualTo(Arrays.copyOf(noise(1, MEGABYTE), 400_000));
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("the disk fails");
    }
  }

  @Test
  void noThreadIsLeftBehindAStreamThatWasNotReadToItsEnd() throws Exception {
    InputStream in = open(compressed(1, noise(1, MEGABYTE)), 2);
    assertThat(in.readNBytes(200_000)).hasSize(200_000);
    List<Thread> workers = workers();

    in.close();

    requireEnd(workers);
    assertThatThrownBy(in::readAllBytes)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void theFirstBlockNeedsNoThread() throws IOException {
    List<Thread> others = workers(); // of a test before, which are ending
    try (InputStream in = open(compressed(1, noise(1, MEGABYTE)), 2)) {
      assertThat(in.read()).isNotNegative();
      assertThat(workers()).isSubsetOf(others);
    }
  }

  @Test
  void anInterruptedThreadLeavesNoOtherBehind() throws Exception {
    InputStream in = open(compressed(1, noise(1, MEGABYTE)), 2);
    assertThat(in.readNBytes(200_000)).hasSize(200_000);
    List<Thread> workers = workers();

    Thread.currentThread().interrupt();
    in.close();

    assertThat(Thread.interrupted()).isTrue();
    requireEnd(workers);
  }

  @Test
  void anInterruptedReadingGoesOn() throws IOException {
    byte[] content = noise(1, 3 * MEGABYTE);
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    byte[] some = new byte[50_000];
    try (InputStream in = open(compressed(1, content), 2)) {
      for (int count = 0; count >= 0; ) {
        Thread.currentThread().interrupt();
        try {
          count = in.read(some);
          found.write(some, 0, Math.max(0, count));
        } catch (InterruptedIOException e) {
          assertThat(Thread.interrupted()).isTrue();
          count = in.read(some); // now it waits
          found.write(some, 0, Math.max(0, count));
        }
      }
    } finally {
      Thread.interrupted();
    }

    assertThat(found.toByteArray()).isEqualTo(content);
  }

  private static void requireEnd(List<Thread> workers) throws InterruptedException {
    assertThat(workers).isNotEmpty();
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private static List<Thread> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("bzip2"))
        .toList();
  }

  @Test
  void aSmallFileThatHoldsMuchTakesLittleMemory() throws IOException {
    byte[] file = compressed(9, new byte[46_000_000]); // one block and the beginning of another
    byte[] bomb = joined(file, file);
    assertThat(bomb).hasSizeLessThan(1000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] some = new byte[1 << 16];
    long read = 0;

    long before = threads.getCurrentThreadAllocatedBytes();
    try (InputStream in = open(bomb, 0)) {
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        read += count;
      }
    }

    assertThat(read).isEqualTo(2 * 46_000_000L);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
  }

  @Test
  void progressIsToldInBytesOfTheFile() throws IOException {
    Path file = Files.write(folder.resolve("file"), compressed(1, noise(1, 3 * MEGABYTE)));
    List<Long> told = new ArrayList<>();
    ImportProgress progress =
        new ImportProgress() {
          @Override
          public void advanced(long done, long total) {
            throw new AssertionError("These are no rows.");
          }

          @Override
          public void readBytes(long done, long total) {
            told.add(done);
          }
        };

    try (InputStream in = Bzip2Stream.open(file, progress)) {
      assertThat(in.readAllBytes()).isEqualTo(noise(1, 3 * MEGABYTE));
    }

    assertThat(told).isSorted().hasSizeBetween(3, 5).last().isEqualTo(Files.size(file));
  }

  private static InputStream open(byte[] file, int workers) {
    return new Bzip2Stream(PATH, new ByteArrayInputStream(file), workers);
  }
}
