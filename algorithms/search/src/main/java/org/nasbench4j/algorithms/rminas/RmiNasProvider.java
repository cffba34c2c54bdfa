package org.nasbench4j.algorithms.rminas;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.Surrogate;
import org.nasbench4j.search.SurrogateCatalog;

/**
 * RMI-NAS (Zheng et al., "Neural Architecture Search with Representation Mutual Information", CVPR
 * 2022), after the authors' public code: the search alone, over any objective.
 *
 * <p>It evaluates distinct uniformly random architectures and takes as threshold the loss (minus
 * the value) at a low quantile of them, interpolated linearly, plus 1e-9. The threshold never
 * changes; an architecture is good if its loss is strictly below. From then on a surrogate is
 * fitted to everything that was evaluated before each proposal, on one-hot decisions; of a number
 * of distinct uniformly random architectures, without those evaluated before, the one that it finds
 * most probably good is proposed, the first of equals. The search has reached its goal after a
 * number of good proposals, and is capped at a number of evaluations or when the space is used up.
 * Its answer, which may never have been evaluated, combines the best of the good architectures,
 * decision by decision; before any is known to be good, it is the incumbent.
 *
 * <p>Where the evaluations are all good or all bad there is nothing to fit, and proposals are
 * random; the published code stops with an error. No architecture is proposed twice before all were
 * proposed. A proposal costs one fit and one prediction per candidate; memory is O(evaluations).
 */
public final class RmiNasProvider implements SearchMethodProvider {
  private static final Setting VARIANT =
      new Setting(
          "variant",
          Setting.Type.WORD,
          "archive",
          "the authors' archived code of March 2022, the closest to the paper",
          "archive: every fit draws new randomness; head: every fit starts from the same seed, as"
              + " in the later XNAS code. They also score differently (images per step,"
              + " normalisation), which is the objective's matter and not this setting's");
  private static final Setting WARM_UP =
      whole("warm-up", "100", "random architectures before the first model, at least 1");
  private static final Setting QUANTILE =
      new Setting(
          "quantile",
          Setting.Type.NUMBER,
          "0.05",
          "the authors' code",
          "the share of the warm-up whose loss is below the threshold, in [0, 1]");
  private static final Setting SUCCESSES =
      whole("successes", "100", "good proposals after the warm-up that end the search, at least 1");
  private static final Setting CANDIDATES =
      whole("candidates", "1000", "random architectures among which the surrogate chooses");
  private static final Setting TREES =
      whole(
          "trees", "30", "size of the surrogate's ensemble; the code has one tree per feature: 30");
  private static final Setting TOP =
      whole("top", "50", "the best good architectures that the answer is made from, at least 1");
  private static final Setting CAP =
      new Setting(
          "cap",
          Setting.Type.INTEGER,
          "1000",
          "ours: the authors' code goes on until it succeeds",
          "evaluations, warm-up included, that end the search in any case, at least warm-up");
  private static final Setting ESTIMATOR =
      new Setting(
          "estimator",
          Setting.Type.WORD,
          "sum",
          "the authors' archived code",
          "sum: the answer has the most frequent option of each decision; greedy: a chain, where"
              + " each option is the most frequent after the one before");
  private static final Setting SURROGATE =
      new Setting(
          "surrogate",
          Setting.Type.WORD,
          "random-forest",
          "the authors' code: scikit-learn's random forest",
          "the model that is fitted; random-forest is in the module nasbench4j-forest");

  private final Supplier<SurrogateCatalog> surrogates;

  /** Used by {@link java.util.ServiceLoader}. */
  public RmiNasProvider() {
    this(SurrogateCatalog::ofServices);
  }

  RmiNasProvider(Supplier<SurrogateCatalog> surrogates) {
    this.surrogates = surrogates;
  }

  private static Setting whole(String name, String defaultValue, String meaning) {
    return new Setting(name, Setting.Type.INTEGER, defaultValue, "the authors' code", meaning);
  }

  @Override
  public String name() {
    return "rmi-nas";
  }

  @Override
  public String summary() {
    return "RMI-NAS: a random forest proposes architectures that are probably better than a fixed"
        + " threshold; the answer combines the best (Zheng et al. 2022).";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        VARIANT, WARM_UP, QUANTILE, SUCCESSES, CANDIDATES, TREES, TOP, CAP, ESTIMATOR, SURROGATE);
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    Rules rules = rules(settings);
    Variant variant = choice(settings, VARIANT, Variant.values());
    CellCodes codes = new CellCodes(start.space());
    Surrogate surrogate = surrogate(settings, codes.features());
    RandomGenerator random = start.random();
    return new RmiNas(codes, rules, surrogate, variant.modelRandom(random), random);
  }

  private static Rules rules(Settings settings) {
    int warmUp = settings.integer(WARM_UP.name(), 1);
    return new Rules(
        warmUp,
        settings.number(QUANTILE.name(), 0, 1),
        settings.integer(SUCCESSES.name(), 1),
        settings.integer(CANDIDATES.name(), 1),
        settings.integer(CAP.name(), warmUp),
        settings.integer(TOP.name(), 1),
        choice(settings, ESTIMATOR, Estimator.values()));
  }

  private static <E extends Enum<E>> E choice(Settings settings, Setting setting, E[] values) {
    List<String> words = Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    return values[words.indexOf(settings.word(setting.name(), words))];
  }

  private Surrogate surrogate(Settings settings, int features) {
    int trees = settings.integer(TREES.name(), 1);
    String name = settings.word(SURROGATE.name());
    SurrogateCatalog catalog = surrogates.get();
    return catalog
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException(unknown(name, catalog)))
        .create(trees, features);
  }

  private String unknown(String name, SurrogateCatalog catalog) {
    return "The setting (%s) of %s is (%s), but the class path has %s. Add the module %s for %s."
        .formatted(
            SURROGATE.name(),
            name(),
            name,
            catalog.names().isEmpty() ? "no surrogate" : String.join(", ", catalog.names()),
            "nasbench4j-forest",
            SURROGATE.defaultValue());
  }
}
