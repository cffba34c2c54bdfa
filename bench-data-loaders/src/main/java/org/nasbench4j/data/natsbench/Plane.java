package org.nasbench4j.data.natsbench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.TableContent;

/**
 * The counts and losses of one epoch and seed, row by row. They lie in pages, so that a plane of
 * few rows takes little memory.
 */
final class Plane {
  private static final int ROWS_PER_PAGE = 256;
  private static final int KINDS = 2;

  private final Room room;
  private @Nullable Page[] pages = {};

  /** The values of neighbouring rows. */
  private static final class Page {
    private final int[] correct = new int[ROWS_PER_PAGE];
    private final float[] loss = new float[ROWS_PER_PAGE];

    Page() {
      Arrays.fill(correct, TableContent.ABSENT);
      Arrays.fill(loss, Float.NaN);
    }
  }

  // An empty plane, which books what it takes.
  Plane(Room room) {
    this.room = room;
  }

  // The places of one plane in a table of so many rows.
  static long places(int rows) {
    return (long) KINDS * rows;
  }

  void correct(int row, int count) {
    page(row).correct[row % ROWS_PER_PAGE] = count;
    room.fill();
  }

  void loss(int row, float loss) {
    page(row).loss[row % ROWS_PER_PAGE] = loss;
    room.fill();
  }

  private Page page(int row) {
    int number = row / ROWS_PER_PAGE;
    if (number >= pages.length) {
      pages = Arrays.copyOf(pages, number + 1);
    }
    Page page = pages[number];
    if (page == null) {
      page = new Page();
      pages[number] = page;
      room.take(places(ROWS_PER_PAGE));
    }
    return page;
  }

  // Copies the rows, in this order, to every stride-th place from the start.
  void weave(int[] order, int[] correct, float[] loss, int start, int stride) {
    for (int place = 0; place < order.length; place++) {
      int row = order[place];
      int number = row / ROWS_PER_PAGE;
      Page page = number < pages.length ? pages[number] : null;
      if (page != null) {
        correct[start + place * stride] = page.correct[row % ROWS_PER_PAGE];
        loss[start + place * stride] = page.loss[row % ROWS_PER_PAGE];
      }
    }
  }
}
