package org.nasbench4j.data.compact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.TableContent.Axes;

/**
 * The SHA-256 over everything that answers depend on, and nothing else.
 *
 * <p>It covers the line {@code space rows} and then, for each array in the order of the header
 * (names of rows, blocks, columns), one line and the array's bytes. The line is {@code
 * architectures}, {@code codes}, {@code hashes}, {@code keys}, {@code key_rows}, {@code column
 * NAME}, or {@code kind training split schedule epochs seeds images origin}, followed by type and
 * shape; lists are joined by commas, fields by one space, lines end with a line feed, text is
 * UTF-8.
 */
final class ContentHash {

  private final MessageDigest digest = Sha256.digest();

  ContentHash(String space, int rows) {
    line("%s %d".formatted(space, rows));
  }

  void names(String name, NewArray array) {
    add(name, array);
  }

  void column(String name, NewArray array) {
    add("column " + name, array);
  }

  void block(Block block, NewArray array) {
    Axes axes = block.axes();
    String name =
        "%s %s %s %s %s %s %d %s"
            .formatted(
                block.kind().id(),
                axes.training(),
                axes.split(),
                axes.schedule(),
                join(axes.epochs()),
                join(axes.seeds()),
                block.images(),
                block.origin().name().toLowerCase(Locale.ROOT));
    add(name, array);
  }

  private void add(String name, NewArray array) {
    line("%s %s %s".formatted(name, array.type().id(), join(array.dims())));
    array.forEachPiece(digest::update);
  }

  private void line(String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String join(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  // The hash as 64 hexadecimal digits; nothing may follow.
  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
