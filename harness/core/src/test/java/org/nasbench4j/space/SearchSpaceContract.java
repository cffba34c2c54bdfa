package org.nasbench4j.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every search space promises; a test of a space extends this and adds its own numbers. */
public abstract class SearchSpaceContract {
  private static final int SAMPLES = 200;
  private static final long SEED = 20_260_101;

  /** The space under test. */
  protected abstract SearchSpace space();

  /** A generator that gives the same numbers at every call of this method. */
  protected static RandomGenerator random() {
    return random(SEED);
  }

  /** A generator with a seed of its own. */
  protected static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Architectures that every promise is tried on. */
  protected final List<Architecture> samples() {
    return samples(random());
  }

  private List<Architecture> samples(RandomGenerator random) {
    return Stream.generate(() -> space().sample(random)).limit(SAMPLES).toList();
  }

  @Test
  protected void hasAShortLowerCaseName() {
    assertThat(space().id()).matches("[a-z0-9][a-z0-9-]*");
  }

  @Test
  protected void readsBackWhatItWrites() {
    assertThat(samples())
        .allSatisfy(
            architecture ->
                assertThat(space().parse(architecture.text()))
                    .isEqualTo(architecture)
                    .hasSameHashCodeAs(architecture));
  }

  @Test
  protected void architecturesWithTheSameTextAreInTheSameClass() {
    assertThat(samples())
        .allSatisfy(
            architecture ->
                assertThat(space().parse(architecture.text()).canonical())
                    .isNotEmpty()
                    .isEqualTo(architecture.canonical()));
  }

  @Test
  protected void refusesTextThatIsNoArchitecture() {
    assertThat(List.of("", " ", "no architecture", "-1", "\u0000"))
        .allSatisfy(
            text ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> space().parse(text))
                    .withMessageContaining("(" + text + ")"));
  }

  @Test
  protected void encodesOneOptionForEachDecision() {
    List<Integer> decisions = space().decisions();

    assertThat(decisions).isNotEmpty().allMatch(options -> options >= 1);
    for (Architecture architecture : samples()) {
      int[] choices = space().encode(architecture);
      assertThat(choices).hasSize(decisions.size());
      for (int i = 0; i < choices.length; i++) {
        assertThat(choices[i]).isBetween(0, decisions.get(i) - 1);
      }
    }
  }

  @Test
  protected void decodesWhatItEncodes() {
    assertThat(samples())
        .allSatisfy(
            architecture ->
                assertThat(space().decode(space().encode(architecture))).isEqualTo(architecture));
  }

  @Test
  protected void whatCanBeDecodedIsAnArchitecture() {
    RandomGenerator random = random();
    for (int i = 0; i < SAMPLES; i++) {
      int[] choices = space().decisions().stream().mapToInt(random::nextInt).toArray();
      if (space().isArchitecture(choices)) {
        assertThat(space().encode(space().decode(choices))).isEqualTo(choices);
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> space().decode(choices));
      }
    }
  }

  @Test
  protected void measuresNoMoreArchitecturesThanCanBeWritten() {
    assertThat(space().measured()).isBetween(1L, space().size());
  }

  @Test
  protected void encodesIntoANewArray() {
    Architecture architecture = space().sample(random());

    Arrays.fill(space().encode(architecture), -1);

    assertThat(space().decode(space().encode(architecture))).isEqualTo(architecture);
  }

  @Test
  protected void refusesChoicesOutOfRange() {
    int decisions = space().decisions().size();
    int[] negative = new int[decisions];
    negative[0] = -1;
    int[] beyond = new int[decisions];
    beyond[decisions - 1] = space().decisions().get(decisions - 1);

    assertThat(List.of(negative, beyond, new int[decisions + 1], new int[decisions - 1]))
        .allSatisfy(
            choices ->
                assertThatIllegalArgumentException().isThrownBy(() -> space().decode(choices)));
  }

  @Test
  protected void mutantsDifferFromTheirParentsAndStayInTheSpace() {
    RandomGenerator random = random();

    for (Architecture parent : samples()) {
      Architecture mutant = space().mutate(parent, random);
      assertThat(mutant).isNotEqualTo(parent);
      assertThat(space().parse(mutant.text())).isEqualTo(mutant);
    }
  }

  @Test
  protected void neighboursAreUniqueWithoutTheCentreAndInAFixedOrder() {
    for (Architecture centre : samples().subList(0, 20)) {
      List<Architecture> neighbours = space().neighbours(centre);
      assertThat(neighbours)
          .doesNotHaveDuplicates()
          .doesNotContain(centre)
          .isEqualTo(space().neighbours(centre));
    }
  }

  @Test
  protected void neighboursAreMutual() {
    Architecture centre = space().sample(random());

    assertThat(space().neighbours(centre))
        .allSatisfy(neighbour -> assertThat(space().neighbours(neighbour)).contains(centre));
  }

  @Test
  protected void theSameSeedGivesTheSameSamplesAndMutants() {
    Architecture parent = space().sample(random());

    assertThat(samples(random())).isEqualTo(samples(random())).isNotEqualTo(samples(random(1)));
    assertThat(space().mutate(parent, random())).isEqualTo(space().mutate(parent, random()));
  }

  @Test
  protected void refusesArchitecturesOfOtherSpaces() {
    Architecture foreign = new Foreign();
    List<Consumer<SearchSpace>> uses =
        List.of(
            space -> space.encode(foreign),
            space -> space.neighbours(foreign),
            space -> space.mutate(foreign, random()));

    assertThat(uses)
        .allSatisfy(
            use ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> use.accept(space()))
                    .withMessageContaining(foreign.text())
                    .withMessageContaining(space().id()));
  }

  /** An architecture of no space under test. */
  protected record Foreign() implements Architecture {
    @Override
    public String text() {
      return "from elsewhere";
    }

    @Override
    public String canonical() {
      return text();
    }
  }
}
