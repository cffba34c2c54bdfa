package org.nasbench4j.data.nasbench101;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.file.WatchedStream;
import org.nasbench4j.data.pickle.AllowedGlobals;
import org.nasbench4j.data.pickle.PersistentIds;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleSequence;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleStart;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The format {@code nb101-naslib}: {@code nasbench_only108.pkl}, in which NASLib keeps the records
 * of NAS-Bench-101. The table is that of {@link Nb101TfRecordFormat} for the same records.
 *
 * <p>The file is streamed; what is kept are 240 bytes and the name of each module. It is read
 * twice, first for its digest; progress is told in bytes.
 *
 * <p>Source: Mehta et al., "NAS-Bench-Suite: NAS Evaluation is (Now) Surprisingly Easy", ICLR 2022,
 * and NASLib's published code.
 */
public final class Nb101PickleFormat implements TableFormat {
  private static final String FILES = "NASLib's nasbench_only108.pkl";
  private static final int HASH = 32;

  /** Creates the format. */
  public Nb101PickleFormat() {}

  @Override
  public String name() {
    return "nb101-naslib";
  }

  @Override
  public String summary() {
    return "NAS-Bench-101 as NASLib pickles it: nasbench_only108.pkl.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return FileKind.PICKLE
        .beginning(source, PickleStart.BYTES)
        .flatMap(PickleStart::firstKey)
        .filter(key -> key.length() >= HASH && Hash128.isOne(key.substring(0, HASH)))
        .isPresent();
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    FileKind.PICKLE.require(source, FILES);
    String sha256 = FileDigests.of(source, progress).sha256();
    Modules modules = new Modules(source);
    Repeats repeats = new Repeats();
    try (InputStream in =
        new WatchedStream(Files.newInputStream(source), progress, Files.size(source))) {
      PickleSequence pickles =
          new PickleReader(PickleLimits.RECORDS, AllowedGlobals.arrays(), PersistentIds.NONE)
              .open(source, in);
      Object object = pickles.next(new PickledModules(modules, repeats));
      pickles.requireEnd();
      requireRecords(object, modules, source);
    }
    modules.finish();
    return content(source.getFileName() + " " + sha256, modules, repeats);
  }

  private static void requireRecords(Object object, Modules modules, Path source) {
    if (!(object instanceof PickleDict)) {
      throw new UnsupportedTableException(
          "%s (%s)".formatted(PickleValues.describe(object), source), FILES);
    }
    if (modules.count() == 0) {
      throw PickleSite.whole(source).malformed("it has no records");
    }
  }

  private TableContent content(String source, Modules modules, Repeats repeats) {
    int[] order = modules.order();
    return new TableContent(
        modules.space().id(),
        name(),
        List.of(source),
        modules.names(order),
        repeats.accuracies(order),
        List.of(),
        repeats.seconds(order),
        List.of(),
        modules.columns(order),
        RepeatNotes.of(
            "The file is NASLib's copy of the published records; no checksum of it is published.",
            modules,
            repeats));
  }
}
