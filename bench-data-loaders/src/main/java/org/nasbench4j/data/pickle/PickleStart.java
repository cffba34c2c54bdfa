package org.nasbench4j.data.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first bytes of a pickle say of it, to tell kinds of files apart. */
public final class PickleStart {

  /** So many bytes are enough for a key of up to 200 characters. */
  public static final int BYTES = 256;

  private static final String PROTOCOL = "\\x80[\\x02-\\x05](?:\\x95.{8})?";
  private static final String MEMO = "(?:q.|r.{4}|\\x94)?";
  private static final Pattern DICT =
      Pattern.compile(
          PROTOCOL + "\\}" + MEMO + "\\(?(?:\\x8c.|X.\\x00{3})([ -~]{1,200})", Pattern.DOTALL);

  private PickleStart() {}

  /**
   * The beginning of the first key of a pickled dict.
   *
   * @param bytes the first {@link #BYTES} bytes, or the whole pickle
   * @return printable ASCII characters, of which the last ones may belong to what follows; empty if
   *     the pickle is no dict with strings as keys, or no pickle
   */
  public static Optional<String> firstKey(byte[] bytes) {
    Matcher matcher = DICT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
