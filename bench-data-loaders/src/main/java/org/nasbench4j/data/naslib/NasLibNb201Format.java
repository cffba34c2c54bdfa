package org.nasbench4j.data.naslib;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.Operation;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The format {@code nb201-naslib}: {@code nb201_cifar10_full_training.pickle} and its siblings of
 * CIFAR-100 and ImageNet16-120, which NASLib made of NATS-Bench: of each cell the curves of one
 * training of 200 epochs, with losses and cost.
 *
 * <p>NASLib reads validation and test accuracy from the same list. Here it is what was evaluated at
 * each epoch, under its true split, and no other: {@link CurveSet}.
 *
 * <p>The file is streamed: what is kept are 3 kB of each cell. It is read twice, first for its
 * digest; progress is told in bytes.
 *
 * <p>Source: Mehta et al., "NAS-Bench-Suite: NAS Evaluation is (Now) Surprisingly Easy", ICLR 2022,
 * and NASLib's published code.
 */
public final class NasLibNb201Format implements TableFormat {
  private static final String FILES =
      "nb201_cifar10_full_training.pickle, nb201_cifar100_full_training.pickle and"
          + " nb201_ImageNet16_full_training.pickle";

  /** Creates the format. */
  public NasLibNb201Format() {}

  @Override
  public String name() {
    return "nb201-naslib";
  }

  @Override
  public String summary() {
    return "NASLib's curves of NAS-Bench-201: nb201_cifar10_full_training.pickle and the like.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return FileKind.PICKLE
        .beginning(source, PickleStart.BYTES)
        .flatMap(PickleStart::firstKey)
        .filter(NasLibNb201Format::isCell)
        .isPresent();
  }

  // What a cell's text begins with.
  private static boolean isCell(String text) {
    for (Operation operation : Operation.values()) {
      if (text.startsWith("|" + operation.id() + "~0|+|")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    FileKind.PICKLE.require(source, FILES);
    String sha256 = FileDigests.of(source, progress).sha256();
    CurveRecords records = new CurveRecords();
    try (InputStream in =
        new WatchedStream(Files.newInputStream(source), progress, Files.size(source))) {
      PickleSequence pickles =
          new PickleReader(PickleLimits.RECORDS, AllowedGlobals.standard(), PersistentIds.NONE)
              .open(source, in);
      Object object = pickles.next(records);
      pickles.requireEnd();
      requireRecords(object, records, source);
    }
    return content(source.getFileName() + " " + sha256, records);
  }

  private static void requireRecords(Object object, CurveRecords records, Path source) {
    if (!(object instanceof PickleDict)) {
      throw new UnsupportedTableException(
          "%s (%s)".formatted(PickleValues.describe(object), source), FILES);
    }
    if (records.count() == 0) {
      throw PickleSite.whole(source).malformed("it has no records");
    }
  }

  private TableContent content(String source, CurveRecords records) {
    CurveBlocks blocks = new CurveBlocks(records.curves().values());
    return new TableContent(
        new Nb201Space().id(),
        name(),
        List.of(source),
        new RowNames.Indexed(
            records.curves().keySet().stream().mapToInt(Integer::intValue).toArray()),
        blocks.accuracies(),
        List.of(),
        blocks.losses(),
        blocks.seconds(),
        blocks.columns(),
        notes(records, blocks));
  }

  private static List<String> notes(CurveRecords records, CurveBlocks blocks) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "The file holds the curves of %d of %d architectures."
            .formatted(records.count(), new Nb201Space().size()));
    notes.add(
        "NASLib reads validation and test accuracy from one list (eval_acc1es). It is here what"
            + " NAS-Bench-201 evaluated at each epoch: valid for cifar10-half, valid+test for"
            + " cifar100 and imagenet16-120, and nothing else.");
    notes.add(endNote(records));
    notes.add(
        ("The file names no seed. %d is inferred: NAS-Bench-Suite-Zero, which took its accuracies"
                + " from NASLib, agrees with that seed of NAS-Bench-201.")
            .formatted(CurveBlocks.SEED));
    notes.add(
        "Seconds are a constant of each epoch of training; there is no evaluation time. params is a"
            + " count, flops is in millions as the source counts them, latency is in seconds.");
    if (blocks.nanLosses() > 0) {
      notes.add(
          "%d losses are NaN in the source and count as absent.".formatted(blocks.nanLosses()));
    }
    return notes;
  }

  // About values behind those of the epochs.
  private static String endNote(CurveRecords records) {
    long curves = records.curves().values().stream().mapToLong(cell -> cell.size()).sum();
    long longer =
        records.curves().values().stream()
            .flatMap(cell -> cell.values().stream())
            .filter(curve -> !curve.end().isEmpty())
            .count();
    if (longer == 0) {
      return "Accuracies at the end on other images are not in the lists.";
    }
    return ("The lists of %d of %d curves go on after the 200 epochs with the other images of the last"
            + " one, in the order of NAS-Bench-201's records: test for cifar10-half; valid, then"
            + " test for cifar100 and imagenet16-120. What NASLib calls the last validation"
            + " accuracy is that test accuracy.")
        .formatted(longer, curves);
  }
}
