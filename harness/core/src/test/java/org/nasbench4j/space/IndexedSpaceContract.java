package org.nasbench4j.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every space with an official order promises beyond {@link SearchSpaceContract}. */
public abstract class IndexedSpaceContract extends SearchSpaceContract {

  @Override
  protected abstract IndexedSpace space();

  @Test
  protected void findsEveryArchitectureByItsIndex() {
    for (Architecture architecture : samples()) {
      int index = space().index(architecture);
      assertThat(index).isBetween(0, (int) space().size() - 1);
      assertThat(space().architecture(index)).isEqualTo(architecture);
    }
  }

  @Test
  protected void givesTheSameInstanceAtEveryCall() {
    int last = (int) space().size() - 1;

    assertThat(space().architecture(last)).isSameAs(space().architecture(last));
  }

  @Test
  protected void refusesIndicesOutOfRange() {
    assertThat(List.of(-1, (int) space().size(), Integer.MAX_VALUE, Integer.MIN_VALUE))
        .allSatisfy(
            index ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> space().architecture(index))
                    .withMessageContaining("(" + index + ")"));
  }

  @Test
  protected void hasNoIndexForArchitecturesOfOtherSpaces() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space().index(new Foreign()))
        .withMessageContaining(space().id());
  }
}
