package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.nasbench4j.data.bzip2.Bzip2Stream;
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

/**
 * All records of NATS-Bench in one bzip2-compressed pickle.
 *
 * @param release whose
 */
record NatsFile(Release release) {

  boolean recognizes(Path source) throws IOException {
    if (FileKind.of(source) != FileKind.BZIP2) {
      return false;
    }
    try (InputStream in = Bzip2Stream.open(source, ImportProgress.SILENT)) {
      byte[] beginning = in.readNBytes(RecordsFile.BEGINNING);
      return RecordsFile.isBeginning(beginning)
          && RecordsFile.spaceOf(beginning) == release.space();
    } catch (MalformedTableException e) {
      return false;
    }
  }

  TableContent read(String format, Path source, ImportProgress progress) throws IOException {
    FileKind.BZIP2.require(source, release.files());
    PublishedName name = PublishedName.verified(source, FileDigests.of(source, progress));
    RecordsFile file = new RecordsFile(release);
    try (InputStream in = Bzip2Stream.open(source, progress)) {
      PickleSequence pickles =
          new PickleReader(PickleLimits.RECORDS, AllowedGlobals.standard(), PersistentIds.NONE)
              .open(source, in);
      Object object = pickles.next(file);
      pickles.requireEnd();
      return file.content(format, object, name);
    }
  }
}
