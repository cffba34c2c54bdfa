package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.pickle.AllowedGlobals;
import org.nasbench4j.data.pickle.PersistentIds;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleSequence;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The format {@code nats-tss}: {@code NATS-tss-v1_0-3ffb9.pickle.pbz2}, the records of NATS-Bench's
 * topology space in one pickle. What is read of a record is what {@link NatsSimpleFormat} reads.
 *
 * <p>The file is streamed: one record is in memory at a time, beside the table. It is read twice,
 * first for its digests; progress is told in compressed bytes.
 */
public final class NatsFileFormat implements TableFormat {

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
    if (FileKind.of(source) != FileKind.BZIP2) {
      return false;
    }
    try (InputStream in = Bzip2Stream.open(source, ImportProgress.SILENT)) {
      return RecordsFile.isBeginning(in.readNBytes(RecordsFile.BEGINNING));
    } catch (MalformedTableException e) {
      return false;
    }
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    FileKind kind = FileKind.of(source);
    if (kind != FileKind.BZIP2) {
      throw new UnsupportedTableException("%s (%s)".formatted(kind, source), Release.NATS.files());
    }
    PublishedName name = PublishedName.verified(source, FileDigests.of(source));
    RecordsFile file = new RecordsFile(Release.NATS);
    try (InputStream in = Bzip2Stream.open(source, progress)) {
      PickleSequence pickles =
          new PickleReader(PickleLimits.RECORDS, AllowedGlobals.standard(), PersistentIds.NONE)
              .open(source, in);
      Object object = pickles.next(file);
      pickles.requireEnd();
      return file.content(name(), object, name);
    }
  }
}
