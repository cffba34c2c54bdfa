package org.nasbench4j.cli.supernet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.nasbench4j.neural.supernet.Ablation;
import org.nasbench4j.neural.supernet.SupernetMethod;
import org.nasbench4j.neural.supernet.SupernetPreset;
import org.nasbench4j.neural.supernet.SupernetSettings;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.SettingsPreset;
import org.nasbench4j.search.SignalKind;

/**
 * A search by a supernet. The seed of a run's training is 1000 times the study's seed plus the
 * run's index, the same on every task and signal.
 *
 * @param method what learns
 * @param trainings where the supernets are found or made
 */
record SupernetProvider(SupernetMethod method, Trainings trainings)
    implements SearchMethodProvider {
  private static final long SEEDS_OF_A_STUDY = 1000;
  private static final String SIZE = "size";
  private static final String EPOCHS = "epochs";
  private static final String IMAGES = "images";
  private static final String ABLATION = "ablation";
  private static final String EVERY = "every";
  private static final String SAMPLES = "samples";

  @Override
  public String name() {
    return method.id();
  }

  @Override
  public String summary() {
    return switch (method) {
      case VIM_NAS ->
          "Learns a distribution of architectures jointly with a supernet, by variational"
              + " information maximisation (Wang et al., ICCV 2021).";
      case DARTS ->
          "Learns architecture weights and a supernet in turn, to first order (Liu et al., ICLR"
              + " 2019).";
    };
  }

  @Override
  public List<Setting> settings() {
    List<Setting> common =
        List.of(
            new Setting(
                SIZE,
                Setting.Type.WORD,
                SupernetPreset.REDUCED.id(),
                "ours; paper is the published size",
                "Network and images: %s.".formatted(String.join(", ", presetIds()))),
            new Setting(
                EPOCHS,
                Setting.Type.INTEGER,
                "0",
                "the size's: of vim-nas 1 on nb201 and up to 5 on 1Shot1, as published",
                "Passes over the images at most, at least 1; 0 for those of the size."),
            new Setting(
                IMAGES,
                Setting.Type.INTEGER,
                "0",
                "the size's",
                "How many images are trained on, at least 2; 0 for those of the size."),
            new Setting(
                EVERY,
                Setting.Type.INTEGER,
                "20",
                "ours",
                "Steps between two looks at the derived cell, at least 1; the last step has one,"
                    + " too."));
    return method == SupernetMethod.DARTS
        ? common
        : Stream.concat(common.stream(), ofDistributions()).toList();
  }

  private static Stream<Setting> ofDistributions() {
    return Stream.of(
        new Setting(
            ABLATION,
            Setting.Type.WORD,
            Ablation.NONE.id(),
            "the published method",
            "What is changed of it: %s.".formatted(String.join(", ", ablationIds()))),
        new Setting(
            SAMPLES,
            Setting.Type.INTEGER,
            "16",
            "ours",
            "Architectures drawn from what was learned where the search is on a proxy, whose best"
                + " is the answer; 0 for the derived cell. None with point-estimate."));
  }

  private static List<String> presetIds() {
    return Arrays.stream(SupernetPreset.values()).map(SupernetPreset::id).toList();
  }

  private static List<String> ablationIds() {
    return Arrays.stream(Ablation.values()).map(Ablation::id).toList();
  }

  @Override
  public List<SettingsPreset> presets() {
    return Arrays.stream(SupernetPreset.values())
        .map(preset -> SettingsPreset.of(preset.id(), origin(preset), Map.of(SIZE, preset.id())))
        .toList();
  }

  private static String origin(SupernetPreset preset) {
    return switch (preset) {
      case PAPER -> "the size of the benchmarks' supernets; docs/methods.md says what is published";
      case REDUCED -> "ours: half the channels, CIFAR-10 at half the side";
      case MICRO -> "ours: 4,000 images of 14 pixels, which come with the program";
    };
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    SupernetRecipe recipe = recipe(start, settings);
    int samples = method == SupernetMethod.VIM_NAS ? settings.integer(SAMPLES, 0) : 0;
    // What was learned without noise is a point, and none is drawn from it.
    boolean draws = start.signal() == SignalKind.PROXY && recipe.settings().logits().noise() > 0;
    return new SupernetSearch(
        start, recipe, trainings, settings.integer(EVERY, 1), draws ? samples : 0);
  }

  private SupernetRecipe recipe(SearchStart start, Settings settings) {
    SupernetSpace space = LearnedSpaces.get(start.space().id());
    Ablation ablation =
        method == SupernetMethod.VIM_NAS
            ? Ablation.of(settings.word(ABLATION, ablationIds()))
            : Ablation.NONE;
    SupernetRecipe.Kind kind = new SupernetRecipe.Kind(method, preset(settings), ablation);
    SupernetSettings training =
        kind.settings(
            space,
            given(settings.integer(EPOCHS, 0)),
            given(settings.integer(IMAGES, 0)),
            SEEDS_OF_A_STUDY * start.seed() + start.run());
    return new SupernetRecipe(space, kind, kind.preset().dataset(), training);
  }

  private static OptionalInt given(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static SupernetPreset preset(Settings settings) {
    return SupernetPreset.of(settings.word(SIZE, presetIds()));
  }

  @Override
  public String ownWork(Settings settings) {
    return "%s, %s".formatted(preset(settings).id(), trainings.engine());
  }
}
