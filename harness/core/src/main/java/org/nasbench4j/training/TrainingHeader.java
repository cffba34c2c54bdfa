package org.nasbench4j.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all trainings of a table have in common. Networks are comparable, and a computation can be
 * resumed, only where all of it is equal.
 *
 * @param space the id of the search space
 * @param training what is trained on, as {@link org.nasbench4j.table.Training#id} names it
 * @param version of the code that trains, at least 1, raised whenever its numbers change
 * @param schedules the lengths of the schedules in epochs, ascending; each is a training of its own
 * @param tested after which epochs the test images are looked at
 * @param seeds the seeds, ascending; they are trained together
 * @param images the images of each split
 * @param settings everything else that the numbers depend on: recipe, images, engine
 */
public record TrainingHeader(
    String space,
    String training,
    int version,
    List<Integer> schedules,
    EpochChoice tested,
    List<Integer> seeds,
    SplitSizes images,
    SortedMap<String, String> settings) {

  /** Checks the lists and copies them. */
  public TrainingHeader {
    schedules = ascending("schedules", schedules, 1);
    seeds = ascending("seeds", seeds, 0);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  private static List<Integer> ascending(String name, List<Integer> numbers, int least) {
    if (numbers.isEmpty()
        || !List.copyOf(new TreeSet<>(numbers)).equals(numbers)
        || numbers.get(0) < least) {
      throw new IllegalArgumentException(
          "The %s %s must ascend from at least %d.".formatted(name, numbers, least));
    }
    return List.copyOf(numbers);
  }

  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>(settings);
    texts.put("space", space);
    texts.put("training", training);
    texts.put("version", Integer.toString(version));
    texts.put("schedules", schedules.toString());
    texts.put("tested", tested.name());
    texts.put("seeds", seeds.toString());
    texts.put("splits", images.toString());
    return texts;
  }
}
