package org.nasbench4j.table;

import java.util.Locale;

/** Text that may quote a file, made fit for a message: of one line, and not without end. */
public final class OneLine {
  private static final int LONGEST = 1_000;

  private OneLine() {}

  /**
   * Writes control characters as Java does in code, and cuts what is longer than a thousand
   * characters.
   *
   * @param text any text
   * @return the same where there is nothing to do; with three dots at its end where it was cut
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder();
    int read = 0;
    while (read < text.length() && line.length() < LONGEST) {
      char c = text.charAt(read++);
      line.append(Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
    }
    return read == text.length() ? line.toString() : line.append('…').toString();
  }
}
