package org.nasbench4j.space.nb201;

/** Reads one architecture string from left to right. */
final class ArchitectureString {
  /** What follows the operation of an edge from each source. */
  private static final String[] SOURCES = {"~0|", "~1|", "~2|"};

  /** Longer texts are cut in messages; the longest architecture string has 98 characters. */
  private static final int SHOWN = 160;

  private final String text;
  private int position;

  ArchitectureString(String text) {
    this.text = text;
  }

  Nb201Cell cell() {
    int code = 0;
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      expect(node == 1 ? "|" : "+|");
      for (int source = 0; source < node; source++) {
        code = code * Operation.COUNT + operation().digit();
        expect(SOURCES[source]);
      }
    }
    if (position < text.length()) {
      throw unexpected("the end");
    }
    return Nb201Cell.ofCode(code);
  }

  private Operation operation() {
    int end = position;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    String name = text.substring(position, end);
    Operation operation = Operation.find(name);
    if (operation == null) {
      throw unexpected("an operation");
    }
    position = end;
    return operation;
  }

  private static boolean isWord(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void expect(String part) {
    if (!text.startsWith(part, position)) {
      throw unexpected("(" + part + ")");
    }
    position += part.length();
  }

  private IllegalArgumentException unexpected(String wanted) {
    String rest = text.substring(position);
    return new IllegalArgumentException(
        "The architecture (%s) is not an nb201 cell: expected %s at character %d, found %s. Write %s."
            .formatted(
                shown(text),
                wanted,
                position + 1,
                rest.isEmpty() ? "the end" : "(" + shown(rest) + ")",
                grammar()));
  }

  static String grammar() {
    return "|op~0|+|op~0|op~1|+|op~0|op~1|op~2|, op one of " + Operation.ids();
  }

  // The text, cut where it is too long to be one.
  static String shown(String text) {
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + "... " + text.length() + " characters";
  }
}
