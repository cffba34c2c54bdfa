package org.nasbench4j.data.compact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.SeriesBlock;

/** The arrays and the header of a file that is to be written. */
final class Layout {

  private final TableContent content;
  private final int rows;
  private final List<NewArray> arrays = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final SortedMap<String, Slab> columns = new TreeMap<>();
  private final ContentHash hash;
  private final Header header;

  /**
   * Lays out a checked content.
   *
   * @param content what to write
   * @param names the arrays that say which architecture each row is
   * @param creator program and version
   */
  Layout(TableContent content, NewRowArrays names, String creator) {
    this.content = content;
    this.rows = content.rows().count();
    this.hash = new ContentHash(content.space(), rows);
    names.arrays().forEach(this::addName);
    addBlocks();
    content.columns().forEach(this::addColumn);
    this.header =
        new Header(
            content.space(),
            content.format(),
            content.sources(),
            creator,
            content.notes(),
            hash.finish(),
            rows,
            names.described(),
            blocks,
            columns);
  }

  List<NewArray> arrays() {
    return Collections.unmodifiableList(arrays);
  }

  Header header() {
    return header;
  }

  private void addName(NewArray array) {
    arrays.add(array);
    hash.names(array.path().substring(array.path().lastIndexOf('/') + 1), array);
  }

  private void addColumn(String name, double[] values) {
    NewArray array =
        new NewArray("/columns/" + name, ElementType.FLOAT64, List.of(rows), () -> values);
    arrays.add(array);
    hash.column(name, array);
    columns.put(name, array.slab());
  }

  /** A block whose array is not written yet. */
  private record Draft(
      BlockKind kind,
      Axes axes,
      int images,
      Origin origin,
      long present,
      ElementType type,
      Supplier<Object> data) {

    String path() {
      return Block.path(kind, axes, origin);
    }
  }

  // Adds the blocks in the order of their paths: the order in the content does not matter.
  private void addBlocks() {
    List<Draft> drafts = new ArrayList<>();
    content.accuracies().forEach(block -> drafts.add(counts(block)));
    content.means().forEach(block -> drafts.add(sums(block)));
    content.series().forEach(block -> drafts.add(series(block)));
    content.seconds().forEach(block -> drafts.add(seconds(block)));
    drafts.sort(Comparator.comparing(Draft::kind).thenComparing(Draft::path));
    drafts.forEach(this::add);
  }

  private void add(Draft draft) {
    List<Integer> dims = Block.dims(draft.kind(), draft.axes(), rows);
    NewArray array = new NewArray(draft.path(), draft.type(), dims, draft.data());
    Block block =
        new Block(
            draft.kind(),
            draft.axes(),
            draft.images(),
            draft.origin(),
            draft.present(),
            array.slab());
    arrays.add(array);
    hash.block(block, array);
    blocks.add(block);
  }

  private Draft counts(AccuracyBlock block) {
    long present = Planes.present(block.correct());
    boolean small = block.images() <= Short.MAX_VALUE;
    Supplier<Object> data =
        small
            ? () -> Planes.shorts(block.axes(), rows, block.correct())
            : () -> Planes.ints(block.axes(), rows, block.correct());
    return new Draft(
        BlockKind.CORRECT,
        block.axes(),
        block.images(),
        block.origin(),
        present,
        small ? ElementType.INT16 : ElementType.INT32,
        data);
  }

  private Draft sums(MeanBlock block) {
    Axes axes =
        new Axes(
            block.measure().training(),
            block.measure().split(),
            block.measure().fidelity().schedule(),
            List.of(block.measure().fidelity().epoch()),
            List.of());
    return new Draft(
        BlockKind.CORRECT_SUM,
        axes,
        block.images(),
        Origin.MEASURED,
        Planes.present(block.correct()),
        ElementType.INT32,
        () -> new int[][] {block.correct(), block.seedCounts()});
  }

  private Draft series(SeriesBlock block) {
    return new Draft(
        BlockKind.of(block.kind()),
        block.axes(),
        0,
        Origin.MEASURED,
        Planes.present(block.values()),
        ElementType.FLOAT32,
        () -> Planes.floats(block.axes(), rows, block.values()));
  }

  private Draft seconds(SecondsBlock block) {
    Axes axes =
        new Axes(block.training(), block.split(), block.schedule(), List.of(), block.seeds());
    return new Draft(
        BlockKind.of(block.kind()),
        axes,
        0,
        block.origin(),
        Planes.present(block.seconds()),
        ElementType.FLOAT64,
        () -> Planes.doubles(Math.max(1, block.seeds().size()), rows, block.seconds()));
  }
}
