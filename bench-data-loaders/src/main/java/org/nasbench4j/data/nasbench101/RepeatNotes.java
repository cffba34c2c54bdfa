package org.nasbench4j.data.nasbench101;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a user of an imported file with single trainings must know. */
final class RepeatNotes {

  private RepeatNotes() {}

  static List<String> of(String about, Modules modules, Repeats repeats) {
    List<String> notes = new ArrayList<>();
    notes.add(about);
    if (modules.count() < modules.space().classes()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The file holds %,d of %,d modules.",
              modules.count(),
              modules.space().classes()));
    }
    addGaps(notes, modules.count(), repeats);
    notes.add(
        "Seeds 0, 1 and 2 are the repeats of a training in the order of the file; epochs are the"
            + " middle and the end of each schedule.");
    notes.add(
        "Accuracies are of 9,984 images each, out of the 40,000 of training, the 10,000 of"
            + " validation and the 10,000 of test: 39 batches of 256.");
    notes.add(
        "params is a count, as in the file; flops, in millions of multiply-adds, was counted by"
            + " this program.");
    return notes;
  }

  private static void addGaps(List<String> notes, int modules, Repeats repeats) {
    String absent =
        IntStream.range(0, Budgets.SCHEDULES.size())
            .filter(schedule -> repeats.trainings(schedule) == 0)
            .mapToObj(schedule -> Budgets.SCHEDULES.get(schedule).toString())
            .collect(Collectors.joining(", "));
    if (!absent.isEmpty()) {
      notes.add("The file has no trainings of %s epochs.".formatted(absent));
    }
    for (int schedule = 0; schedule < Budgets.SCHEDULES.size(); schedule++) {
      long found = repeats.trainings(schedule);
      long all = (long) modules * Budgets.REPEATS;
      if (found > 0 && found < all) {
        notes.add(
            String.format(
                Locale.ROOT,
                "Of %s epochs the file has %,d of %,d trainings: modules lack repeats.",
                Budgets.SCHEDULES.get(schedule),
                found,
                all));
      }
    }
  }
}
