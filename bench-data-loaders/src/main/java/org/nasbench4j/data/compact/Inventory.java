package org.nasbench4j.data.compact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;

/** Finds the block that answers a question, or says what there is instead. */
final class Inventory {

  private final String table;

  /** Measured blocks first: a derived one answers only where nothing was measured. */
  private final List<Block> blocks;

  Inventory(String table, List<Block> blocks) {
    this.table = table;
    this.blocks = blocks.stream().sorted(Comparator.comparing(Block::origin)).toList();
  }

  Optional<Block> find(BlockKind kind, Measure measure) {
    return find(kind, block -> block.holds(measure));
  }

  Optional<Block> find(BlockKind kind, Measure measure, int seed) {
    return find(kind, block -> block.holds(measure) && block.holdsSeed(seed));
  }

  private Optional<Block> find(BlockKind kind, Predicate<Block> condition) {
    return blocks.stream().filter(b -> b.kind() == kind).filter(condition).findFirst();
  }

  /**
   * The error for a measure that is not there.
   *
   * @param kind what was looked for
   * @param question the whole question, for the message
   * @param measure its measure
   * @return the error
   */
  MissingRecordException missing(BlockKind kind, Object question, Measure measure) {
    return new MissingRecordException(
        "The table (%s) holds no %s of %s%s. %s."
            .formatted(table, kind.noun(), question, reason(kind, measure), have(kind, measure)));
  }

  private String reason(BlockKind kind, Measure measure) {
    List<Block> same = ofNoun(kind).filter(block -> block.isOf(measure)).toList();
    if (same.isEmpty()) {
      return "";
    }
    if (same.stream().anyMatch(block -> block.holds(measure))) {
      return ", as there is no such seed";
    }
    String epochs = same.stream().map(Block::epochs).distinct().collect(Collectors.joining(", "));
    return ": %s of the %s-epoch schedule is stored only at %s"
        .formatted(measure.split(), measure.fidelity().schedule(), epochs);
  }

  private String have(BlockKind kind, Measure measure) {
    List<Block> near =
        ofNoun(kind).filter(b -> b.axes().training().equals(measure.training())).toList();
    Stream<Block> shown = near.isEmpty() ? ofNoun(kind) : near.stream();
    String list = shown.map(Block::describe).collect(Collectors.joining("; "));
    return list.isEmpty() ? "It holds no %s at all".formatted(kind.noun()) : "It holds " + list;
  }

  private Stream<Block> ofNoun(BlockKind kind) {
    return blocks.stream().filter(block -> block.kind().noun().equals(kind.noun()));
  }
}
