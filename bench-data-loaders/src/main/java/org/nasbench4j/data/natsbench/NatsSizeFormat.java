package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.file.Path;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;

/**
 * The format {@code nats-sss}: {@code NATS-sss-v1_0-50262.pickle.pbz2}, the records of NATS-Bench's
 * size space in one pickle. What is read of a record is what {@link NatsSimpleFormat} reads.
 *
 * <p>The file is streamed: one record is in memory at a time, beside the table. It is read twice,
 * first for its digests; progress is told in compressed bytes.
 */
public final class NatsSizeFormat implements TableFormat {
  private static final NatsFile FILE = new NatsFile(Release.NATS_SSS);

  /** Creates the format. */
  public NatsSizeFormat() {}

  @Override
  public String name() {
    return "nats-sss";
  }

  @Override
  public String summary() {
    return "NATS-Bench's size space in one file: NATS-sss-v1_0-50262.pickle.pbz2.";
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
