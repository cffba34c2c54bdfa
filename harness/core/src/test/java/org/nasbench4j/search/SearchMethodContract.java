package org.nasbench4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * What every search method promises. A method's test extends this class and names its provider;
 * where a setting changes the course of the search, it also names the variants to run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SearchMethodContract {
  private static final int TRIALS = 200;
  private static final Pattern CHOICE = Pattern.compile("\\d+");

  private static final ToDoubleFunction<Architecture> LEVEL = SearchMethodContract::sumOfChoices;

  private static final TinySpace LARGE = TinySpace.of(5, 5, 5, 5, 5, 5);

  private static final List<TinySpace> SPACES =
      List.of(
          TinySpace.of(),
          TinySpace.of(1, 1),
          TinySpace.of(2),
          TinySpace.of(3, 1, 2),
          TinySpace.of(40),
          LARGE);

  /** The provider under test. */
  protected abstract SearchMethodProvider provider();

  /** The settings to run the contract with; the defaults alone unless overridden. */
  protected List<Map<String, String>> variants() {
    return List.of(Map.of());
  }

  /** A value of the right type that the method must refuse. */
  protected String outOfRange(Setting setting) {
    return setting.type() == Setting.Type.WORD ? "no-such-word" : "-1";
  }

  final List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Map<String, String> variant : variants()) {
      SPACES.forEach(space -> cases.add(new Case(variant, space)));
    }
    return cases;
  }

  @Test
  final void hasANameForPlansAndASummary() {
    assertThat(provider().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(provider().summary()).isNotBlank();
  }

  @Test
  final void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(SearchMethodProvider.class))
        .filteredOn(found -> found.name().equals(provider().name()))
        .hasSize(1)
        .hasOnlyElementsOfType(provider().getClass());
  }

  @Test
  final void everySettingSaysWhatItMeansAndWhereItsDefaultIsFrom() {
    assertThat(provider().settings())
        .allSatisfy(
            setting -> {
              assertThat(setting.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
              assertThat(setting.origin()).isNotBlank();
              assertThat(setting.meaning()).isNotBlank();
            })
        .extracting(Setting::name)
        .doesNotHaveDuplicates();
  }

  @Test
  final void everyPresetSaysWhereItIsFromAndStartsASearch() {
    assertThat(provider().presets())
        .allSatisfy(
            preset -> {
              assertThat(preset.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(preset.origin()).isNotBlank();
              assertMember(LARGE, search(preset.settings(), LARGE, 1).ask());
            })
        .extracting(SettingsPreset::name)
        .doesNotHaveDuplicates();
  }

  @Test
  final void refusesAValueThatIsOutOfRangeByTheSettingsName() {
    for (Setting setting : provider().settings()) {
      Map<String, String> given = Map.of(setting.name(), outOfRange(setting));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> search(given, LARGE, 1))
          .withMessageContaining(setting.name())
          .withMessageContaining(provider().name());
    }
  }

  @Test
  final void refusesAnUnknownSetting() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search(Map.of("noSuchSetting", "1"), LARGE, 1))
        .withMessageContaining("noSuchSetting");
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void theSameSeedGivesTheSameProposals(Case given) {
    assertThat(run(given, 7, LEVEL)).isEqualTo(run(given, 7, LEVEL));
  }

  @ParameterizedTest
  @MethodSource("variants")
  final void anotherSeedGivesOtherProposals(Map<String, String> variant) {
    Case given = new Case(variant, LARGE);
    assertThat(run(given, 7, LEVEL)).isNotEqualTo(run(given, 8, LEVEL));
  }

  @ParameterizedTest
  @MethodSource("variants")
  final void searchesThatTakeTurnsDoNotDisturbEachOther(Map<String, String> variant) {
    SearchMethod left = search(variant, LARGE, 7);
    SearchMethod right = search(variant, LARGE, 8);
    List<Architecture> proposals = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      proposals.add(step(left, LEVEL));
      step(right, LEVEL);
    }
    assertThat(proposals).isEqualTo(run(new Case(variant, LARGE), 7, LEVEL));
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void proposesMembersOfTheSpace(Case given) {
    assertThat(run(given, 3, LEVEL)).allSatisfy(proposal -> assertMember(given.space, proposal));
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void survivesEqualValues(Case given) {
    assertThat(run(given, 3, any -> 0)).allSatisfy(proposal -> assertMember(given.space, proposal));
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void survivesExtremeValues(Case given) {
    RandomGenerator random = generator(5);
    double[] values = {
      Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.MAX_VALUE, -Double.MAX_VALUE, 1e26
    };
    assertThat(run(given, 3, any -> values[random.nextInt(values.length)]))
        .allSatisfy(proposal -> assertMember(given.space, proposal));
  }

  @ParameterizedTest
  @MethodSource("variants")
  final void keepsSearchingWhenEveryEvaluationFails(Map<String, String> variant) {
    List<Architecture> proposals =
        run(new Case(variant, LARGE), 3, any -> Double.NEGATIVE_INFINITY);
    assertThat(proposals.subList(TRIALS / 2, TRIALS).stream().distinct()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void aSearchThatHasEndedStaysSo(Case given) {
    SearchMethod search = search(given.settings, given.space, 3);
    assertThat(search.state()).isEqualTo(SearchMethod.State.SEARCHING);
    SearchMethod.State before = search.state();
    for (int i = 0; i < TRIALS; i++) {
      step(search, LEVEL);
      if (before != SearchMethod.State.SEARCHING) {
        assertThat(search.state()).isEqualTo(before);
      }
      before = search.state();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void answersWithAMemberOrLeavesTheAnswerToTheIncumbent(Case given) {
    SearchMethod search = search(given.settings, given.space, 3);
    search.recommend().ifPresent(answer -> assertMember(given.space, answer));
    for (int i = 0; i < TRIALS; i++) {
      step(search, LEVEL);
    }
    search.recommend().ifPresent(answer -> assertMember(given.space, answer));
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void answersAfterAProposalThatTheBudgetRejected(Case given) {
    SearchMethod search = search(given.settings, given.space, 3);
    step(search, LEVEL);
    assertMember(given.space, search.ask());
    search.recommend().ifPresent(answer -> assertMember(given.space, answer));
  }

  private List<Architecture> run(Case given, long seed, ToDoubleFunction<Architecture> objective) {
    SearchMethod search = search(given.settings, given.space, seed);
    List<Architecture> proposals = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      proposals.add(step(search, objective));
    }
    return proposals;
  }

  private static Architecture step(SearchMethod search, ToDoubleFunction<Architecture> objective) {
    Architecture proposal = search.ask();
    search.tell(new Observation(proposal, objective.applyAsDouble(proposal)));
    return proposal;
  }

  private static double sumOfChoices(Architecture architecture) {
    return CHOICE
        .matcher(architecture.text())
        .results()
        .mapToInt(choice -> Integer.parseInt(choice.group()))
        .sum();
  }

  private SearchMethod search(Map<String, String> given, SearchSpace space, long seed) {
    SearchMethodProvider provider = provider();
    Settings settings = Settings.of(provider.name(), provider.settings(), given);
    return provider.create(SearchStart.ofAccuracies(space, generator(seed)), settings);
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static void assertMember(SearchSpace space, Architecture architecture) {
    assertThat(space.parse(architecture.text())).isEqualTo(architecture);
  }

  /** One run of the contract. */
  record Case(Map<String, String> settings, TinySpace space) {
    @Override
    public String toString() {
      return settings + " in " + space.id();
    }
  }
}
