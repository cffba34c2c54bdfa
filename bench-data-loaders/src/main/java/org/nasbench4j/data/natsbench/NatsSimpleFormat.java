package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;

/**
 * The format {@code nats-simple}: a folder {@code NATS-tss-v1_0-…-simple} or {@code
 * NATS-sss-v1_0-…-simple} with {@code meta.pickle.pbz2}, which tells the two spaces apart, and one
 * {@code NNNNNN.pickle.pbz2} per architecture, or any part of them.
 *
 * <p>Everything that the records hold of accuracy, loss, time and cost is read, except top-5
 * accuracies: every training, seed and epoch. Reading the whole folder takes about 1 GB of heap.
 *
 * <p>Source: Dong, Liu, Musial and Gabrys, "NATS-Bench: Benchmarking NAS Algorithms for
 * Architecture Topology and Size", TPAMI 2021, doi:10.1109/TPAMI.2021.3054824.
 */
public final class NatsSimpleFormat implements TableFormat {

  /** Creates the format. */
  public NatsSimpleFormat() {}

  @Override
  public String name() {
    return "nats-simple";
  }

  @Override
  public String summary() {
    return "An unpacked NATS-Bench folder (NATS-tss-v1_0-3ffb9-simple, NATS-sss-v1_0-50262-simple), whole or in part.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return Files.isDirectory(source) && NatsFolder.isOne(source);
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    NatsFolder folder = NatsFolder.open(source);
    PickleReader reader = PickleReader.withDefaults();
    Bzip2Pickle metaFile = Bzip2Pickle.read(folder.meta(), reader);
    NatsMeta meta = NatsMeta.of(wholeFile(folder.meta()), metaFile.value());
    Release release = meta.natsRelease();
    meta.requireOrderOf(release);
    RecordReader records = new RecordReader(release);
    SortedMap<String, String> digests = new TreeMap<>();
    for (Map.Entry<Integer, Path> record : folder.records().entrySet()) {
      Bzip2Pickle file = Bzip2Pickle.read(record.getValue(), reader);
      records.read(wholeFile(record.getValue()), record.getKey(), file.value());
      digests.put(file.name(), file.sha256());
      progress.advanced(records.table().rows(), folder.records().size());
    }
    records.table().requireFilled(wholeFile(source));
    return records
        .table()
        .content(name(), sources(folder, metaFile, digests), notes(records, release));
  }

  private static PickleSite wholeFile(Path path) {
    return PickleSite.whole(path);
  }

  // The folder stands for its records: the hash is over their sorted lines name sha256.
  private static List<String> sources(
      NatsFolder folder, Bzip2Pickle meta, SortedMap<String, String> digests) {
    String lines =
        digests.entrySet().stream()
            .map(file -> file.getKey() + " " + file.getValue() + "\n")
            .collect(Collectors.joining());
    return List.of(
        folder.name() + " " + Sha256.hex(lines.getBytes(StandardCharsets.UTF_8)),
        meta.name() + " " + meta.sha256());
  }

  private static List<String> notes(RecordReader records, Release release) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "The folder holds the records of %d of %d architectures."
            .formatted(records.table().rows(), records.architectures()));
    notes.addAll(release.notes());
    notes.add(
        "The hash of the folder is the SHA-256 of the sorted lines 'name sha256' of its records.");
    return notes;
  }
}
