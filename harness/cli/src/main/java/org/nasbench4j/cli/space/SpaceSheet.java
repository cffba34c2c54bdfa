package org.nasbench4j.cli.space;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a search space.
 *
 * @param space its name
 * @param title what it is and where it is from
 * @param writing how an architecture is written, by example
 * @param drawing how one is drawn at random
 * @param decisions the categorical choices that make up an architecture
 * @param counts how many architectures there are
 * @param notes what one must know to read the counts right, one sentence each
 */
record SpaceSheet(
    String space,
    String title,
    String writing,
    String drawing,
    List<Decision> decisions,
    List<Count> counts,
    List<String> notes) {

  /**
   * One or several categorical choices of the same kind.
   *
   * @param what what is chosen
   * @param times how many such choices there are
   * @param options what can be chosen
   */
  record Decision(String what, int times, List<String> options) {}

  /**
   * One number.
   *
   * @param what what is counted
   * @param number counted by this program
   * @param published the published number for it, null if there is none
   */
  record Count(String what, long number, @Nullable Long published) {

    static Count of(String what, long number) {
      return new Count(what, number, null);
    }

    static Count of(String what, long number, long published) {
      return new Count(what, number, published);
    }
  }
}
