package org.nasbench4j.cli.score;

import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageSource;
import org.nasbench4j.cli.teacher.TeacherSource;
import org.nasbench4j.neural.engine.DeviceChoice;

/**
 * What the user wants of a proxy.
 *
 * @param preset the name of its settings, null for the proxy's own default
 * @param batch how many images, null for those of the preset
 * @param seed decides batch and weights
 * @param inits the initialisations that are averaged, at least 1
 * @param device where networks run
 * @param images what they see
 * @param teacher the reference network of RMI
 */
record ScoringRequest(
    @Nullable String preset,
    @Nullable Integer batch,
    long seed,
    int inits,
    DeviceChoice device,
    ImageSource images,
    TeacherSource teacher) {

  ScoringRequest {
    if (inits < 1) {
      throw new IllegalArgumentException("The inits (%s) must be at least 1.".formatted(inits));
    }
  }

  String presetOr(String usual) {
    return preset == null ? usual : preset;
  }
}
