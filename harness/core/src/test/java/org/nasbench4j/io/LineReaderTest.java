package org.nasbench4j.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  @TempDir private Path folder;

  private record Line(long start, long end, boolean terminated, String text) {}

  private List<Line> lines(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("lines"), text, US_ASCII);
    try (FileChannel channel = FileChannel.open(file)) {
      LineReader reader = new LineReader(channel);
      List<Line> lines = new ArrayList<>();
      while (reader.next()) {
        String line = new String(reader.line(), US_ASCII);
        lines.add(new Line(reader.start(), reader.end(), reader.isTerminated(), line));
      }
      assertThat(reader.next()).isFalse();
      return lines;
    }
  }

  @Test
  void anEmptyFileHasNoLines() throws IOException {
    assertThat(lines("")).isEmpty();
  }

  @Test
  void knowsWhereEachLineStandsAndWhetherItIsComplete() throws IOException {
    assertThat(lines("ab\n\ncd"))
        .containsExactly(
            new Line(0, 3, true, "ab"), new Line(3, 4, true, ""), new Line(4, 6, false, "cd"));
    assertThat(lines("\n")).containsExactly(new Line(0, 1, true, ""));
    assertThat(lines("x")).containsExactly(new Line(0, 1, false, "x"));
  }

  /** 65,536 is the size of a chunk. */
  @ParameterizedTest
  @ValueSource(ints = {65_534, 65_535, 65_536, 65_537, 131_072, 300_000})
  void linesMayBeLongerThanAChunk(int length) throws IOException {
    String longLine = "x".repeat(length);
    assertThat(lines(longLine + "\n" + longLine + "\ny"))
        .containsExactly(
            new Line(0, length + 1, true, longLine),
            new Line(length + 1, 2L * length + 2, true, longLine),
            new Line(2L * length + 2, 2L * length + 3, false, "y"));
  }
}
