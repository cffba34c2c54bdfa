package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.file.Path;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.torch.TorchObjects;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The format {@code nb201-pth}: {@code NAS-Bench-201-v1_0-e61699.pth} and {@code
 * NAS-Bench-201-v1_1-096897.pth}, in the legacy or the zip container of torch. Records are those of
 * {@link NatsSimpleFormat}, with schedules {@code less} and {@code full} and gaps where NATS-Bench
 * has seconds.
 *
 * <p>The file is streamed: one record is in memory at a time, beside the table. It is read twice,
 * first for its digests; progress is told in bytes.
 *
 * <p>Source: Dong and Yang, "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture
 * Search", ICLR 2020, and its published code.
 */
public final class Nb201PthFormat implements TableFormat {

  /** Creates the format. */
  public Nb201PthFormat() {}

  @Override
  public String name() {
    return "nb201-pth";
  }

  @Override
  public String summary() {
    return "NAS-Bench-201 as published: NAS-Bench-201-v1_0-e61699.pth or -v1_1-096897.pth.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    try {
      return RecordsFile.isBeginning(TorchObjects.beginning(source, RecordsFile.BEGINNING));
    } catch (MalformedTableException | UnsupportedTableException e) {
      return false;
    }
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    FileKind kind = FileKind.of(source);
    if (kind != FileKind.ZIP && kind != FileKind.PICKLE) {
      throw new UnsupportedTableException("%s (%s)".formatted(kind, source), Release.NB201.files());
    }
    PublishedName name = PublishedName.verified(source, FileDigests.of(source, progress));
    RecordsFile file = new RecordsFile(Release.NB201);
    Object object = TorchObjects.read(source, file, progress);
    return file.content(name(), object, name);
  }
}
