package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.SeriesBlock;
import org.nasbench4j.table.Training;

/** Finds and examines blocks of contents that were read. */
final class Blocks {
  private Blocks() {}

  static AccuracyBlock accuracies(
      TableContent content, Training training, Split split, Schedule schedule) {
    return content.accuracies().stream()
        .filter(block -> block.axes().training().equals(training))
        .filter(block -> block.axes().split() == split)
        .filter(block -> block.axes().schedule().equals(schedule))
        .findFirst()
        .orElseThrow();
  }

  static SecondsBlock seconds(
      TableContent content, Training training, Split split, Schedule schedule) {
    return content.seconds().stream()
        .filter(block -> block.training().equals(training) && block.split() == split)
        .filter(block -> block.schedule().equals(schedule))
        .findFirst()
        .orElseThrow();
  }

  static double meanSeconds(
      TableContent content, Training training, Split split, Schedule schedule, int row) {
    SecondsBlock block = seconds(content, training, split, schedule);
    int seeds = block.seeds().size();
    return Arrays.stream(block.seconds(), row * seeds, (row + 1) * seeds).average().orElseThrow();
  }

  /**
   * Asserts that a block has so many values, all there, and what they and their losses add up to.
   */
  static void assertSums(
      TableContent content, AccuracyBlock block, int values, long counts, double losses) {
    SeriesBlock loss = content.series().get(content.accuracies().indexOf(block));
    assertThat(loss.axes()).isEqualTo(block.axes());
    assertThat(block.correct()).hasSize(values).doesNotContain(TableContent.ABSENT);
    assertThat(Arrays.stream(block.correct()).asLongStream().sum()).isEqualTo(counts);
    assertThat(IntStream.range(0, values).mapToDouble(i -> loss.values()[i]).sum())
        .isCloseTo(losses, within(values * 1e-7 * 5));
  }
}
