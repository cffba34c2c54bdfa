package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableInfo;
import org.nasbench4j.table.Training;

/** A table in an open file. Resolving a column checks the bytes that it will read. */
final class CompactTable implements Table {

  private final TableInfo info;
  private final Header header;
  private final VerifiedSlabs slabs;
  private final Inventory inventory;
  private final Rows rows;
  private final SumPlanes sums;

  CompactTable(String name, Header header, Rows rows, VerifiedSlabs slabs) {
    this.info =
        new TableInfo(
            name,
            header.space(),
            header.sourceFormat(),
            header.sources(),
            header.contentHash(),
            header.creator(),
            header.notes());
    this.header = header;
    this.slabs = slabs;
    this.inventory = new Inventory(name, header.blocks());
    this.rows = rows;
    this.sums = new SumPlanes(slabs, rows.count());
  }

  @Override
  public TableInfo info() {
    return info;
  }

  @Override
  public SearchSpace space() {
    return rows.space();
  }

  @Override
  public int rows() {
    return rows.count();
  }

  @Override
  public void verify() {
    header.slabs().forEach(slabs::all);
    header.blocks().stream()
        .filter(block -> block.kind() == BlockKind.CORRECT_SUM)
        .forEach(sums::of);
    rows.verify();
  }

  @Override
  public Architecture architecture(int row) {
    return rows.architecture(Objects.checkIndex(row, rows.count()));
  }

  @Override
  public int row(Architecture architecture) {
    int row = rows.row(architecture);
    return row < 0 ? missing(architecture.text()) : row;
  }

  @Override
  public int row(String text) {
    int row = rows.row(text);
    return row < 0 ? missing(text) : row;
  }

  private int missing(String architecture) {
    if (rows.count() == space().measured()) {
      throw new IllegalArgumentException(
          "The architecture (%s) is none of the %d of %s."
              .formatted(architecture, rows.count(), space().id()));
    }
    throw new MissingRecordException(
        "The table (%s) does not hold %s: it has %d of the %d architectures of %s."
            .formatted(info.name(), architecture, rows.count(), space().measured(), space().id()));
  }

  @Override
  public List<Coverage> coverage() {
    return header.blocks().stream()
        .filter(block -> block.images() > 0)
        .map(block -> block.coverage(rows.count()))
        .toList();
  }

  @Override
  public AccuracyColumn accuracy(Query query) {
    Measure measure = query.measure();
    if (query.seeds() instanceof SeedChoice.One one) {
      Block block = find(BlockKind.CORRECT, query);
      return CountColumn.one(query, block, rows, counts(block, measure), one.seed());
    }
    Optional<Block> sum = inventory.find(BlockKind.CORRECT_SUM, measure);
    if (sum.isPresent()) {
      return new SumColumn(query, sum.get(), rows, sums.of(sum.get()));
    }
    Block block = find(BlockKind.CORRECT, query);
    return CountColumn.mean(query, block, rows, counts(block, measure));
  }

  private IntPlane[] counts(Block block, Measure measure) {
    int start = block.epochStart(measure.fidelity(), rows.count());
    IntPlane[] planes = new IntPlane[block.axes().seeds().size()];
    for (int seed = 0; seed < planes.length; seed++) {
      planes[seed] =
          IntPlane.of(block.slab().type(), plane(block.slab(), start + seed * rows.count()));
    }
    return planes;
  }

  @Override
  public Column loss(Query query) {
    return real(BlockKind.LOSS, query, 1);
  }

  @Override
  public Column trainingSeconds(Training training, Fidelity fidelity, SeedChoice.Single seeds) {
    Query query = new Query(new Measure(training, Split.TRAIN, fidelity), seeds);
    if (inventory.find(BlockKind.TRAINING_SECONDS, query.measure()).isPresent()) {
      return real(BlockKind.TRAINING_SECONDS, query, 1);
    }
    return real(BlockKind.TRAINING_EPOCH_SECONDS, query, fidelity.trainedEpochs());
  }

  @Override
  public Column evaluationSeconds(Query query) {
    return real(BlockKind.EVALUATION_SECONDS, query, 1);
  }

  private Column real(BlockKind kind, Query query, double factor) {
    Block block = find(kind, query);
    Slab slab = block.slab();
    int start = block.epochStart(query.measure().fidelity(), rows.count());
    RealPlane[] planes =
        chosen(block, query.seeds())
            .mapToObj(seed -> plane(slab, start + seed * rows.count()))
            .map(bytes -> RealPlane.of(slab.type(), bytes))
            .toArray(RealPlane[]::new);
    return new RealColumn(
        "%s %s".formatted(kind.noun(), query), rows, planes, factor, block.origin());
  }

  private static IntStream chosen(Block block, SeedChoice.Single choice) {
    List<Integer> seeds = block.axes().seeds();
    return choice instanceof SeedChoice.One one && !seeds.isEmpty()
        ? IntStream.of(seeds.indexOf(one.seed()))
        : IntStream.range(0, Math.max(1, seeds.size()));
  }

  private Block find(BlockKind kind, Query query) {
    Measure measure = query.measure();
    Optional<Block> found =
        query.seeds() instanceof SeedChoice.One one
            ? inventory.find(kind, measure, one.seed())
            : inventory.find(kind, measure);
    return found.orElseThrow(() -> inventory.missing(kind, query, measure));
  }

  private ByteBuffer plane(Slab slab, int first) {
    return slabs.elements(slab, first, rows.count());
  }

  @Override
  public List<String> columns() {
    return List.copyOf(header.columns().keySet());
  }

  @Override
  public Column column(String name) {
    Slab slab = header.columns().get(name);
    if (slab == null) {
      throw new MissingRecordException(
          "The table (%s) has no column (%s). It has: %s."
              .formatted(info.name(), name, String.join(", ", header.columns().keySet())));
    }
    RealPlane plane = RealPlane.of(slab.type(), slabs.all(slab));
    return new RealColumn(name, rows, new RealPlane[] {plane}, 1, Origin.MEASURED);
  }
}
