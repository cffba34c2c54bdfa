package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.file.Path;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;

/**
 * The format {@code nats-tss}: {@code NATS-tss-v1_0-3ffb9.pickle.pbz2}, the records of NATS-Bench's
 * topology space in one pickle. What is read of a record is what {@link NatsSimpleFormat} reads.
 *
 * <p>The file is streamed: one record is in memory at a time, beside the table. It is read twice,
 * first for its digests; progress is told in compressed bytes.
 */
public final class NatsFileFormat implements TableFormat {
  private static final NatsFile FILE = new NatsFile(Release.NATS_TSS);

  /** Creates the format. */
  public NatsFileFormat() {}

  @Override
  public String name() {
    return "nats-tss";
  }

  @Override
  public String summary() {
    return "NATS-Bench's topology space in one file: NATS-tss-v1_0-3ffb9.pickle.pbz2.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return FILE.recognizes(source);
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    return FILE.read(name(), source, progress);
  }
}
