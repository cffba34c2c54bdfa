package org.nasbench4j.data.natsbench;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.size.SizeSpace;

/** The two search spaces, told from each other by how files write architectures. */
enum NatsSpace {
  /** Cells: {@code |op~0|+|op~0|op~1|+|op~0|op~1|op~2|}. */
  TOPOLOGY("topology space (tss)", "[|][a-z0-9_]+~0[|]") {
    @Override
    IndexedSpace space() {
      return new Nb201Space();
    }
  },

  /** Widths: {@code c1:c2:c3:c4:c5}. */
  SIZE("size space (sss)", "[0-9]{1,2}(?::[0-9]{1,2}){4}") {
    @Override
    IndexedSpace space() {
      return new SizeSpace();
    }
  };

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // patterns never change
  private final Pattern beginning;

  NatsSpace(String description, String beginning) {
    this.description = description;
    this.beginning = Pattern.compile(beginning);
  }

  // The space that an architecture is written in, empty if it is written in neither.
  static Optional<NatsSpace> of(String architecture) {
    return Arrays.stream(values())
        .filter(space -> space.beginning.matcher(architecture).lookingAt())
        .findFirst();
  }

  // Whether the beginning of a file, any bytes as characters, has an architecture of this space.
  boolean isIn(String text) {
    return beginning.matcher(text).find();
  }

  abstract IndexedSpace space();

  @Override
  public String toString() {
    return description;
  }
}
