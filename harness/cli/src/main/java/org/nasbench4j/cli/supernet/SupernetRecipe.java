package org.nasbench4j.cli.supernet;

import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.neural.supernet.Ablation;
import org.nasbench4j.neural.supernet.SupernetMethod;
import org.nasbench4j.neural.supernet.SupernetPreset;
import org.nasbench4j.neural.supernet.SupernetSettings;
import org.nasbench4j.neural.supernet.SupernetTraining;
import org.nasbench4j.neural.supernet.space.SupernetSpace;

/**
 * A training by the words that plans and the command line have for it.
 *
 * @param space what is learned
 * @param kind what learns it, and how large
 * @param dataset the images
 * @param settings what follows from these, and what departs from them
 */
record SupernetRecipe(SupernetSpace space, Kind kind, String dataset, SupernetSettings settings) {
  static final String METHOD = "method";
  static final String SPACE = "space";
  static final String SETTINGS = "settings";

  /** What learns, how large, and what is changed of it. */
  record Kind(SupernetMethod method, SupernetPreset preset, Ablation ablation) {

    /** Refuses ablations of VIM-NAS in DARTS. */
    Kind {
      if (method == SupernetMethod.DARTS && ablation != Ablation.NONE) {
        throw new IllegalArgumentException(
            "The ablation (%s) is one of vim-nas, not of darts.".formatted(ablation.id()));
      }
    }

    /** The settings of a search; epochs and images that are not given are those of the preset. */
    SupernetSettings settings(
        SupernetSpace space, OptionalInt epochs, OptionalInt images, long seed) {
      SupernetSettings settings = preset.settings(method, space, seed);
      settings = epochs.isPresent() ? settings.withEpochs(epochs.getAsInt()) : settings;
      settings = images.isPresent() ? settings.withImages(images.getAsInt()) : settings;
      return ablation.appliedTo(settings);
    }
  }

  /**
   * All that the result depends on but the content of the images. Each entry but the settings says
   * one thing.
   */
  SortedMap<String, String> identity(String engine) {
    SortedMap<String, String> identity = new TreeMap<>();
    identity.put(METHOD, kind.method().id());
    identity.put(SPACE, space.space().id());
    identity.put("preset", kind.preset().id());
    identity.put("ablation", kind.ablation().id());
    identity.put("dataset", dataset);
    identity.put("images", Integer.toString(settings.images().count()));
    identity.put("epochs", Integer.toString(settings.schedule().epochs()));
    identity.put("seed", Long.toString(settings.seed()));
    identity.put(SETTINGS, settings.toString());
    identity.put("engine", engine);
    identity.put("version", Integer.toString(SupernetTraining.VERSION));
    return identity;
  }

  /** The name of a folder that no other training of a study has. */
  String folderName() {
    String ablation = kind.ablation() == Ablation.NONE ? "" : "-" + kind.ablation().id();
    return "%s%s-%s-%s-%de-%di-seed%d"
        .formatted(
            kind.method().id(),
            ablation,
            space.space().id(),
            kind.preset().id(),
            settings.schedule().epochs(),
            settings.images().count(),
            settings.seed());
  }
}
