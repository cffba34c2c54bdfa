package org.nasbench4j.data.natsbench;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code x-valid@11} says: which images, after which epoch. */
record EvaluationKey(String set, int epoch) {
  private static final Pattern SET_AND_EPOCH =
      Pattern.compile("([a-z-]{1,20})@(0|[1-9][0-9]{0,2})");

  static Optional<EvaluationKey> parse(String text) {
    Matcher matcher = SET_AND_EPOCH.matcher(text);
    return matcher.matches()
        ? Optional.of(new EvaluationKey(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
