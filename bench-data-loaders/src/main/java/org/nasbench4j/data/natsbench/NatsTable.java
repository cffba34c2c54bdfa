package org.nasbench4j.data.natsbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.SeriesBlock;

/** The table under construction. */
final class NatsTable {
  /** The published records have four seeds; each costs 600 MB in a table of all records. */
  private static final int MOST_SEEDS = 8;

  private final String space;
  private final SortedMap<BlockKey, BlockBuilder> blocks = new TreeMap<>();
  private final CostColumns costs = new CostColumns();
  private final Room room = new Room();
  private final RowOrder order = new RowOrder();
  private final Map<String, EvaluationKey> evaluationKeys = new HashMap<>();
  private final Set<Integer> seeds = new TreeSet<>();
  private long nanLosses;

  NatsTable(String space) {
    this.space = space;
  }

  /** One architecture's place in the table. */
  record Row(NatsTable table, int row) {}

  // A new row for the record of an index.
  Row add(int index, Fields record) {
    int row = order.add(index);
    if (row < 0) {
      throw record.malformed("there is another record of this architecture");
    }
    return new Row(this, row);
  }

  int rows() {
    return order.count();
  }

  int[] indices() {
    return order.indices();
  }

  BlockBuilder block(BlockKey key) {
    return blocks.computeIfAbsent(key, absent -> new BlockBuilder(key, room));
  }

  // The place that a key such as x-valid@11 names, empty if it is no such key.
  Optional<EvaluationKey> evaluationKey(String text) {
    Optional<EvaluationKey> known = Optional.ofNullable(evaluationKeys.get(text));
    if (known.isPresent()) {
      return known;
    }
    Optional<EvaluationKey> parsed = EvaluationKey.parse(text);
    parsed.ifPresent(key -> evaluationKeys.put(text, key));
    return parsed;
  }

  CostColumns costs() {
    return costs;
  }

  void countNanLoss() {
    nanLosses++;
  }

  // Memory grows with the number of distinct seeds, so a broken file may not invent them.
  void requireRoomFor(int seed, Fields run) {
    seeds.add(seed);
    if (seeds.size() > MOST_SEEDS) {
      throw run.malformed(
          "there are more than %d different seeds: %s".formatted(MOST_SEEDS, seeds));
    }
  }

  // After each record: what it took must hold something.
  void requireFilled(Fields record) {
    if (room.isSparse()) {
      throw record.malformed(scattered());
    }
  }

  // After all records: so must the table that they make.
  void requireFilled(PickleSite site) {
    if (room.isSparse(blocks.values().stream().mapToLong(block -> block.places(rows())).sum())) {
      throw site.malformed(scattered());
    }
  }

  private String scattered() {
    return "the %d accuracies and losses of %d records lie so scattered over epochs and seeds that their table would be nearly empty"
        .formatted(room.values(), rows());
  }

  TableContent content(String format, List<String> sources, List<String> notes) {
    int[] rows = order.rows();
    List<AccuracyBlock> accuracies = new ArrayList<>();
    List<SeriesBlock> losses = new ArrayList<>();
    List<SecondsBlock> seconds = new ArrayList<>();
    blocks.values().forEach(block -> block.moveTo(rows, accuracies, losses));
    blocks.values().forEach(block -> block.addSecondsTo(rows, seconds));
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(oddities());
    return new TableContent(
        space,
        format,
        sources,
        new RowNames.Indexed(order.indices()),
        accuracies,
        List.of(),
        losses,
        seconds,
        costs.columns(rows),
        allNotes);
  }

  private List<String> oddities() {
    List<String> oddities = new ArrayList<>();
    if (nanLosses > 0) {
      oddities.add("%d losses are NaN in the source and count as absent.".formatted(nanLosses));
    }
    if (costs.disagreements() > 0) {
      oddities.add(
          ("For %d pairs of architecture and dataset the trainings disagree about the number of"
                  + " parameters; params, flops and latency are those of the longest schedule,"
                  + " there of seed 888 if it exists.")
              .formatted(costs.disagreements()));
    }
    return oddities;
  }
}
