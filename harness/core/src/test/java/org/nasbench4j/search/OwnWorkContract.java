package org.nasbench4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** What a search method promises that learns by its own work before it asks for any evaluation. */
public abstract class OwnWorkContract {
  private static final int MANY = 10_000;

  /** The provider under test. */
  protected abstract SearchMethodProvider provider();

  /** A space that the method can search. */
  protected abstract SearchSpace space();

  /** Settings that make the search short. */
  protected Map<String, String> given() {
    return Map.of();
  }

  /** A proposal that was a look, with its seconds. */
  private record Look(Architecture architecture, double seconds) {}

  private Settings settings() {
    return Settings.of(provider().name(), provider().settings(), given());
  }

  private SearchMethod search(SignalKind signal, int run, long seed, long random) {
    RandomGenerator own = RandomGeneratorFactory.of("L64X128MixRandom").create(random);
    return provider()
        .create(new SearchStart(space(), ValueScale.UNBOUNDED, signal, run, seed, own), settings());
  }

  /** Runs a search to its end and keeps the looks. */
  private List<Look> looks(SearchMethod search) {
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < MANY && search.state() == SearchMethod.State.SEARCHING; i++) {
      Architecture proposal = search.ask();
      assertThat(space().parse(proposal.text())).isEqualTo(proposal);
      OptionalDouble own = search.ownSeconds();
      if (own.isPresent()) {
        looks.add(new Look(proposal, own.getAsDouble()));
      } else {
        search.tell(new Observation(proposal, proposal.text().hashCode()));
      }
    }
    assertThat(search.state()).as("it ends by itself").isNotEqualTo(SearchMethod.State.SEARCHING);
    return looks;
  }

  @Test
  final void theSameStartGivesTheSameLooksAndTheSameSeconds() {
    List<Look> looks = looks(search(SignalKind.ACCURACY, 0, 7, 1));
    assertThat(looks).isNotEmpty().isEqualTo(looks(search(SignalKind.ACCURACY, 0, 7, 1)));
  }

  @Test
  final void whatIsLearnedDependsOnSeedAndRunAlone() {
    List<Look> looks = looks(search(SignalKind.ACCURACY, 1, 7, 1));
    assertThat(looks(search(SignalKind.PROXY, 1, 7, 2))).isEqualTo(looks);
    assertThat(looks(search(SignalKind.ACCURACY, 0, 7, 1))).isNotEqualTo(looks);
    assertThat(looks(search(SignalKind.ACCURACY, 1, 8, 1))).isNotEqualTo(looks);
  }

  @Test
  final void secondsAreFiniteAndNotNegative() {
    assertThat(looks(search(SignalKind.PROXY, 0, 7, 1)))
        .allSatisfy(look -> assertThat(look.seconds()).isFinite().isNotNegative());
  }

  @Test
  final void aSearchThatHasEndedStaysSoAndStillAnswers() {
    for (SignalKind signal : SignalKind.values()) {
      SearchMethod search = search(signal, 0, 7, 1);
      looks(search);
      SearchMethod.State end = search.state();
      assertThat(space().parse(search.ask().text())).isNotNull();
      assertThat(search.state()).isEqualTo(end);
      search.recommend().ifPresent(answer -> space().parse(answer.text()));
    }
  }

  @Test
  final void saysWhatItsSecondsWereMeasuredOn() {
    assertThat(provider().ownWork(settings())).isNotBlank();
  }
}
