package org.nasbench4j.reports.format;

import java.util.List;
import java.util.stream.Collectors;

/** Markup that grows element by element. Text and attribute values are escaped; names are ours. */
final class Html {
  private final StringBuilder markup = new StringBuilder();

  /** Text as markup. */
  static String escaped(String text) {
    return text.codePoints().mapToObj(Html::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> Character.toString(c);
    };
  }

  /** Opens an element; attributes are name, value, name, value. */
  Html open(String tag, String... attributes) {
    markup.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      markup.append(' ').append(attributes[i]).append("=\"");
      markup.append(escaped(attributes[i + 1])).append('"');
    }
    markup.append('>');
    return this;
  }

  Html close(String tag) {
    markup.append("</").append(tag).append('>');
    return this;
  }

  /** Ends a line of the source, for those who read it. */
  Html line() {
    markup.append('\n');
    return this;
  }

  Html text(String text) {
    markup.append(escaped(text));
    return this;
  }

  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A table row of plain cells whose first one is its heading. */
  Html row(List<String> cells) {
    open("tr").element("th", cells.get(0), "scope", "row");
    cells.stream().skip(1).forEach(cell -> element("td", cell));
    return close("tr").line();
  }

  /** A table's head of one row. */
  Html head(String... cells) {
    open("thead").open("tr");
    for (String cell : cells) {
      element("th", cell, "scope", "col");
    }
    return close("tr").close("thead").line();
  }

  @Override
  public String toString() {
    return markup.toString();
  }
}
