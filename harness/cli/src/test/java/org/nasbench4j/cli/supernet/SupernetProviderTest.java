package org.nasbench4j.cli.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.supernet.SupernetMethod;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.OwnWorkContract;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.SignalKind;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.nb201.Nb201Space;

/** The searches over trainings that were made up. */
class SupernetProviderTest extends OwnWorkContract {
  private static final int STEPS = 47;

  private final MadeUp trainings = new MadeUp();
  private final Nb201Space space = new Nb201Space();

  /** Trainings of 47 steps of 2 seconds each, that find another cell at every step. */
  private static final class MadeUp implements Trainings {
    private final List<String> asked = new ArrayList<>();

    @Override
    public Learned of(SupernetRecipe recipe) {
      asked.add(recipe.folderName());
      SearchSpace space = recipe.space().space();
      RandomGenerator random = generator(recipe.settings().seed());
      List<SupernetStep> steps = new ArrayList<>();
      for (int step = 1; step <= STEPS; step++) {
        String cell = space.sample(random).text();
        steps.add(new SupernetStep(step, 1, 2, 0.1, 1, List.of(1.0), 0.5, cell, 0, 2.0 * step));
      }
      return new Learned() {
        @Override
        public List<SupernetStep> steps() {
          return steps;
        }

        @Override
        public List<Architecture> sample(int count, RandomGenerator own) {
          return Stream.generate(() -> space.sample(own)).limit(count).toList();
        }
      };
    }

    @Override
    public String engine() {
      return "paper and pencil";
    }
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Override
  protected SearchMethodProvider provider() {
    return new SupernetProvider(SupernetMethod.VIM_NAS, trainings);
  }

  @Override
  protected SearchSpace space() {
    return space;
  }

  private SearchMethod search(
      SupernetMethod method, SignalKind signal, int run, Map<String, String> given) {
    SupernetProvider provider = new SupernetProvider(method, trainings);
    return provider.create(
        new SearchStart(space, ValueScale.UNBOUNDED, signal, run, 3, generator(1)),
        Settings.of(provider.name(), provider.settings(), given));
  }

  /** Runs a search to its end. */
  private static List<Double> secondsOfLooks(SearchMethod search) {
    List<Double> seconds = new ArrayList<>();
    while (search.state() == SearchMethod.State.SEARCHING) {
      Architecture asked = search.ask();
      search
          .ownSeconds()
          .ifPresentOrElse(seconds::add, () -> search.tell(new Observation(asked, 0)));
    }
    return seconds;
  }

  @Test
  void looksEverySoManyStepsAndAtTheLast() {
    SearchMethod search =
        search(SupernetMethod.VIM_NAS, SignalKind.ACCURACY, 0, Map.of("every", "20"));
    assertThat(secondsOfLooks(search)).containsExactly(40.0, 40.0, 14.0);
  }

  @Test
  void asksForSamplesOnAProxyOnly() {
    Map<String, String> five = Map.of("samples", "5", "every", "47");
    assertThat(asked(SupernetMethod.VIM_NAS, SignalKind.ACCURACY, five)).isEqualTo(1);
    assertThat(asked(SupernetMethod.VIM_NAS, SignalKind.PROXY, five)).isEqualTo(1 + 5);
    assertThat(asked(SupernetMethod.VIM_NAS, SignalKind.PROXY, Map.of("every", "47")))
        .isEqualTo(1 + 16);
    assertThat(asked(SupernetMethod.DARTS, SignalKind.PROXY, Map.of("every", "47"))).isEqualTo(1);
  }

  @Test
  void nothingIsDrawnOfWhatWasLearnedWithoutNoise() {
    Map<String, String> point = Map.of("ablation", "point-estimate", "every", "47");
    assertThat(asked(SupernetMethod.VIM_NAS, SignalKind.PROXY, point)).isEqualTo(1);
  }

  private int asked(SupernetMethod method, SignalKind signal, Map<String, String> given) {
    SearchMethod search = search(method, signal, 0, given);
    int asked = 0;
    while (search.state() == SearchMethod.State.SEARCHING) {
      search.ask();
      asked++;
    }
    return asked;
  }

  @Test
  void nothingIsTrainedBeforeTheFirstQuestion() {
    SearchMethod search = search(SupernetMethod.VIM_NAS, SignalKind.PROXY, 0, Map.of());
    assertThat(trainings.asked).isEmpty();
    search.ask();
    search.ask();
    assertThat(trainings.asked).hasSize(1);
  }

  @Test
  void aTrainingIsNamedByAllThatAPlanCanSay() {
    for (Map<String, String> given :
        List.of(
            Map.<String, String>of(),
            Map.of("size", "micro"),
            Map.of("epochs", "7"),
            Map.of("images", "70"),
            Map.of("ablation", "one-block"))) {
      search(SupernetMethod.VIM_NAS, SignalKind.ACCURACY, 0, given).ask();
    }
    search(SupernetMethod.VIM_NAS, SignalKind.PROXY, 2, Map.of("every", "3")).ask();
    search(SupernetMethod.DARTS, SignalKind.ACCURACY, 0, Map.of()).ask();
    assertThat(trainings.asked)
        .containsExactly(
            "vim-nas-nb201-reduced-1e-50000i-seed3000",
            "vim-nas-nb201-micro-1e-4000i-seed3000",
            "vim-nas-nb201-reduced-7e-50000i-seed3000",
            "vim-nas-nb201-reduced-1e-70i-seed3000",
            "vim-nas-one-block-nb201-reduced-1e-50000i-seed3000",
            "vim-nas-nb201-reduced-1e-50000i-seed3002",
            "darts-nb201-reduced-1e-50000i-seed3000");
  }

  @Test
  void wrongSettingsAndSpacesAreRefusedAtTheStart() {
    assertRefused(Map.of("size", "huge"), "size", "huge");
    assertRefused(Map.of("ablation", "all"), "ablation", "all");
    assertRefused(Map.of("every", "0"), "every", "(0)");
    assertRefused(Map.of("images", "1"), "images (1)", "at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().create(start(new Nb101Space()), defaults()))
        .withMessageContaining("(nb101) has no supernet");
  }

  private static SearchStart start(SearchSpace space) {
    return new SearchStart(space, ValueScale.UNBOUNDED, SignalKind.ACCURACY, 0, 3, generator(1));
  }

  private Settings defaults() {
    return Settings.of(provider().name(), provider().settings(), Map.of());
  }

  private void assertRefused(Map<String, String> given, String... words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search(SupernetMethod.VIM_NAS, SignalKind.ACCURACY, 0, given))
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @Test
  void presetsSayWhereTheyAreFrom() {
    assertThat(provider().presets())
        .hasSize(3)
        .allSatisfy(p -> assertThat(p.origin()).isNotBlank());
  }
}
