package org.nasbench4j.algorithms.rminas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.Surrogate;
import org.nasbench4j.search.SurrogateCatalog;
import org.nasbench4j.search.SurrogateProvider;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;

class RmiNasTest {
  // 1,000 architectures; the value is the sum of the choices, at most 27
  private final TinySpace space = TinySpace.of(10, 10, 10);
  private final Recording surrogate = new Recording();

  /**
   * What the surrogate was fitted to, fit by fit; it prefers large numbers in the first feature.
   */
  private static final class Recording implements SurrogateProvider {
    private final List<Map<String, Boolean>> fits = new ArrayList<>();
    private final List<Long> seeds = new ArrayList<>();
    private int predictions;
    private Surrogate.Model model = row -> 0.5;

    @Override
    public String name() {
      return "recording";
    }

    @Override
    public Surrogate create(int trees, int features) {
      return (rows, positive, random) -> {
        Map<String, Boolean> fit = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
          fit.put(Arrays.toString(rows[i]), positive[i]);
        }
        fits.add(fit);
        seeds.add(random.nextLong());
        return row -> {
          predictions++;
          return model.probability(row);
        };
      };
    }

    long positives(int fit) {
      return fits.get(fit).values().stream().filter(good -> good).count();
    }
  }

  private SearchMethod search(String... given) {
    return search(space, given);
  }

  private SearchMethod search(TinySpace where, String... given) {
    Map<String, String> settings = new HashMap<>(Map.of("surrogate", "recording"));
    for (int i = 0; i < given.length; i += 2) {
      settings.put(given[i], given[i + 1]);
    }
    RmiNasProvider provider = new RmiNasProvider(() -> new SurrogateCatalog(List.of(surrogate)));
    return provider.create(
        SearchStart.ofAccuracies(where, new SplittableRandom(4)),
        Settings.of(provider.name(), provider.settings(), settings));
  }

  private double sum(Architecture architecture) {
    return Arrays.stream(space.encode(architecture)).sum();
  }

  private static List<Architecture> steps(
      SearchMethod search, int count, ToDoubleFunction<Architecture> objective) {
    List<Architecture> proposals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Architecture proposal = search.ask();
      proposals.add(proposal);
      search.tell(new Observation(proposal, objective.applyAsDouble(proposal)));
    }
    return proposals;
  }

  /** A value for every trial in turn. */
  private static ToDoubleFunction<Architecture> inTurn(double... values) {
    int[] next = {0};
    return any -> values[next[0]++];
  }

  private static double[] ramp(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> i);
    return values;
  }

  @Test
  void warmsUpWithDistinctArchitecturesAndWithoutAModel() {
    assertThat(steps(search(), 100, this::sum)).doesNotHaveDuplicates();
    assertThat(surrogate.fits).isEmpty();
  }

  @Test
  void theBestFiveOfTheWarmUpAreTheFirstPositives() {
    SearchMethod search = search();
    List<Architecture> warmUp = steps(search, 100, inTurn(ramp(100)));
    search.ask();
    assertThat(surrogate.fits).hasSize(1);
    assertThat(surrogate.positives(0)).isEqualTo(5);
    for (Architecture good : warmUp.subList(95, 100)) {
      String row = Arrays.toString(new CellCodes(space).oneHot(code(good)));
      assertThat(surrogate.fits.get(0)).containsEntry(row, true);
    }
  }

  private long code(Architecture architecture) {
    return Arrays.stream(space.encode(architecture)).asLongStream().reduce(0, (a, b) -> 10 * a + b);
  }

  @Test
  void theThresholdStaysWhatTheWarmUpMadeIt() {
    // values above 94.05 are good, 0.95 of the way from the fifth best to the sixth: better trials
    // later do not move that
    SearchMethod search = search();
    steps(search, 100, inTurn(ramp(100)));
    steps(search, 50, any -> 1_000);
    steps(search, 1, any -> 94.04);
    steps(search, 1, any -> 94.05 - 1e-6);
    steps(search, 1, any -> 94.06);
    search.ask();
    assertThat(surrogate.fits).hasSize(54);
    assertThat(surrogate.positives(53)).isEqualTo(5 + 50 + 1);
    assertThat(surrogate.fits.get(53)).hasSize(153);
  }

  @Test
  void asksForTheCandidateThatIsMostProbablyGood() {
    surrogate.model = row -> row[9]; // the first choice is 9
    SearchMethod search = search();
    steps(search, 100, this::sum);
    List<Architecture> proposals = steps(search, 50, this::sum);
    assertThat(proposals).allSatisfy(cell -> assertThat(space.encode(cell)[0]).isEqualTo(9));
  }

  @Test
  void equallyProbableCandidatesAreTakenInTheOrderDrawn() {
    SearchMethod search = search("candidates", "5");
    steps(search, 100, this::sum);
    Set<Integer> firstChoices = new HashSet<>();
    steps(search, 100, this::sum).forEach(cell -> firstChoices.add(space.encode(cell)[0]));
    assertThat(firstChoices).hasSizeGreaterThan(5);
  }

  @Test
  void looksAtNoMoreCandidatesThanItDraws() {
    SearchMethod search = search("candidates", "7");
    steps(search, 101, this::sum);
    assertThat(surrogate.predictions).isBetween(1, 7);
  }

  @Test
  void neverAsksTwiceWhileThereIsSomethingNew() {
    for (String candidates : List.of("1", "1000")) {
      SearchMethod search = search("candidates", candidates, "cap", "2000");
      assertThat(steps(search, 1_000, this::sum)).doesNotHaveDuplicates();
    }
  }

  @Test
  void finishesAtTheHundredthGoodProposalAfterTheWarmUp() {
    SearchMethod search = search();
    steps(search, 100, inTurn(ramp(100)));
    for (int i = 0; i < 99; i++) {
      steps(search, 1, any -> 100);
      steps(search, 1, any -> 0);
    }
    assertThat(search.state()).isEqualTo(SearchMethod.State.SEARCHING);
    steps(search, 1, any -> 100);
    assertThat(search.state()).isEqualTo(SearchMethod.State.FINISHED);
  }

  @Test
  void isCappedWhereGoodProposalsDoNotCome() {
    SearchMethod search = search("cap", "130");
    steps(search, 100, inTurn(ramp(100)));
    steps(search, 29, any -> 0);
    assertThat(search.state()).isEqualTo(SearchMethod.State.SEARCHING);
    steps(search, 1, any -> 0);
    assertThat(search.state()).isEqualTo(SearchMethod.State.CAPPED);
    assertThat(search.recommend()).isPresent();
  }

  @Test
  void aSpaceThatIsSmallerThanTheWarmUpIsUsedUp() {
    SearchMethod search = search(TinySpace.of(3, 2));
    assertThat(steps(search, 5, inTurn(ramp(5)))).doesNotHaveDuplicates();
    assertThat(search.state()).isEqualTo(SearchMethod.State.SEARCHING);
    assertThat(search.recommend()).isEmpty();
    List<Architecture> last = steps(search, 1, any -> 100);
    assertThat(search.state()).isEqualTo(SearchMethod.State.CAPPED);
    assertThat(search.recommend()).contains(last.get(0));
  }

  @Test
  void theAnswerIsTheModeOfTheBestGoodOnes() {
    SearchMethod search = search("warm-up", "1000", "quantile", "0.1", "top", "3");
    steps(search, 1_000, this::sum);
    // 999, then 899, 989 and 998 as they came: of three cells, two have each 9
    assertThat(search.recommend()).contains(space.parse("tiny[9, 9, 9]"));
  }

  @Test
  void beforeTheWarmUpIsOverTheAnswerIsTheIncumbent() {
    SearchMethod search = search();
    steps(search, 99, this::sum);
    assertThat(search.recommend()).isEmpty();
    steps(search, 1, this::sum);
    assertThat(search.recommend()).isPresent();
  }

  @Test
  void equalValuesAreAllGood() {
    SearchMethod search = search();
    assertThat(steps(search, 200, any -> 50)).doesNotHaveDuplicates();
    assertThat(surrogate.fits).isEmpty();
    assertThat(search.state()).isEqualTo(SearchMethod.State.FINISHED);
    assertThat(search.recommend()).isPresent();
  }

  @Test
  void failuresAreNeverGood() {
    SearchMethod search = search("cap", "200");
    assertThat(steps(search, 200, any -> Double.NEGATIVE_INFINITY)).doesNotHaveDuplicates();
    assertThat(surrogate.fits).isEmpty();
    assertThat(search.state()).isEqualTo(SearchMethod.State.CAPPED);
    assertThat(search.recommend()).isEmpty();
  }

  @Test
  void archiveDrawsForEveryModelAndHeadOnce() {
    for (String variant : List.of("archive", "head")) {
      surrogate.seeds.clear();
      SearchMethod search = search("variant", variant);
      steps(search, 110, inTurn(ramp(110)));
      assertThat(new HashSet<>(surrogate.seeds)).hasSize(variant.equals("head") ? 1 : 10);
    }
  }

  @Test
  void aCapBelowTheWarmUpIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search("cap", "99"))
        .withMessageContaining("(cap)")
        .withMessageContaining("at least 100");
  }

  @Test
  void aMissingSurrogateNamesTheModuleThatHasOne() {
    RmiNasProvider provider = new RmiNasProvider(() -> new SurrogateCatalog(List.of()));
    Settings defaults = Settings.of(provider.name(), provider.settings(), Map.of());
    SearchStart start = SearchStart.ofAccuracies(space, new SplittableRandom(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider.create(start, defaults))
        .withMessageContaining("(random-forest)")
        .withMessageContaining("no surrogate")
        .withMessageContaining("nasbench4j-forest");
  }
}
