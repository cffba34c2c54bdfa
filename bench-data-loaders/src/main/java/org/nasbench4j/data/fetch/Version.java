package org.nasbench4j.data.fetch;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * Which bytes of an address a part holds.
 *
 * @param address where they come from
 * @param validator what the server says to tell them from later ones: a strong ETag, else the time
 *     of the last change; empty if it says neither
 * @param length of the whole file, -1 if the server does not say
 */
record Version(String address, String validator, long length) {

  static Version of(URI address, HttpHeaders headers, long length) {
    return new Version(address.toString(), validator(headers), length);
  }

  // A weak ETag says that two files mean the same, not that they are the same bytes.
  static String validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse("");
  }

  Version withLength(long known) {
    return new Version(address, validator, known);
  }

  String text() {
    return "%s%n%s%n%d%n".formatted(address, validator, length);
  }

  // Empty if the text is not one that this class wrote.
  static Optional<Version> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 3 || !lines.get(2).matches("-1|[0-9]{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(new Version(lines.get(0), lines.get(1), Long.parseLong(lines.get(2))));
  }
}
