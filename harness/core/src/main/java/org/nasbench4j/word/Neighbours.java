package org.nasbench4j.word;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant who wrote another. */
public final class Neighbours {
  private Neighbours() {}

  /**
   * The known names nearest to one that is not known: those that contain it come first, then by the
   * letters that must be inserted, left out or replaced (Levenshtein distance), then by the
   * alphabet.
   *
   * @param written what was written, in any case
   * @param known the names that exist
   * @param most how many are wanted, at least 1
   * @return the nearest first, at most as many as wanted
   */
  public static List<String> of(String written, Collection<String> known, int most) {
    String wanted = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .sorted(
            Comparator.comparing((String name) -> !name.toLowerCase(Locale.ROOT).contains(wanted))
                .thenComparing(name -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /**
   * The known names that may have been meant by one that is not known: those that contain it, and
   * those at a distance of at most half its letters, rounded up.
   *
   * @param written what was written, in any case
   * @param known the names that exist
   * @param most how many are wanted, at least 1
   * @return the nearest first, as {@link #of} has them; empty if none is near
   */
  public static List<String> near(String written, Collection<String> known, int most) {
    String wanted = written.toLowerCase(Locale.ROOT);
    List<String> near =
        known.stream().filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT))).toList();
    return of(written, near, most);
  }

  private static boolean isNear(String wanted, String name) {
    return name.contains(wanted) || distance(wanted, name) <= (wanted.length() + 1) / 2;
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
