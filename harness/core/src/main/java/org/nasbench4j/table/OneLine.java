package org.nasbench4j.table;

import java.util.Locale;

/** Text that may quote a file, made fit for a message: of one line, and not without end. */
final class OneLine {
  private static final int LONGEST = 1_000;

  private OneLine() {}

  /** Control characters as Java writes them in code; three dots where a text is cut. */
  static String of(String text) {
    StringBuilder line = new StringBuilder();
    int read = 0;
    while (read < text.length() && line.length() < LONGEST) {
      char c = text.charAt(read++);
      line.append(Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
    }
    return read == text.length() ? line.toString() : line.append('…').toString();
  }
}
