package org.nasbench4j.data.natsbench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PythonPickler;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.nb201.Nb201Space;

/**
 * Writes files of the structure of {@code NATS-tss-v1_0-3ffb9.pickle.pbz2}, {@code
 * NATS-sss-v1_0-50262.pickle.pbz2} and {@code NAS-Bench-201-v1_*.pth}, with any records in any
 * order.
 */
final class SingleFile {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private final Map<Object, Object> top = new LinkedHashMap<>();

  /** The file of the topology space with the records of these indices. */
  SingleFile(List<Integer> indices, IntFunction<Map<Object, Object>> record) {
    this(new Nb201Space(), indices, record);
  }

  /** The file of a space with the records of these indices. */
  SingleFile(IndexedSpace space, List<Integer> indices, IntFunction<Map<Object, Object>> record) {
    List<String> architectures =
        IntStream.range(0, (int) space.size())
            .mapToObj(index -> space.architecture(index).text())
            .toList();
    top.put("meta_archs", architectures);
    top.put("total_archs", architectures.size());
    top.put(
        "arch2infos",
        (PythonPickler.Items)
            () ->
                indices.stream()
                    .map(index -> new SimpleImmutableEntry<>(index, published(record, index)))
                    .iterator());
    top.put("evaluated_indexes", indices.stream().sorted().toList());
  }

  /** The outermost dict, to be tampered with. */
  Map<Object, Object> top() {
    return top;
  }

  private static Object published(IntFunction<Map<Object, Object>> record, int index) {
    return new PythonPickler.Ordered(withScalars(record.apply(index)));
  }

  // The published files have numpy scalars and OrderedDicts here.
  @SuppressWarnings("unchecked")
  private static Map<Object, Object> withScalars(Map<Object, Object> record) {
    for (Object state : record.values()) {
      if (state instanceof Map<?, ?> map && map.get("all_results") instanceof Map<?, ?> runs) {
        for (Object run : runs.values()) {
          asPublished((Map<Object, Object>) run);
        }
      }
    }
    return record;
  }

  private static void asPublished(Map<Object, Object> run) {
    if (run.get("params") instanceof Double params) {
      run.put("params", new PythonPickler.Scalar(params));
    }
    if (run.get("train_times") instanceof Map<?, ?> times) {
      run.put("train_times", new PythonPickler.Ordered(times));
    }
    if (run.get("latency") instanceof List<?> list) {
      run.put(
          "latency",
          list.stream()
              .map(item -> item instanceof Double real ? new PythonPickler.Scalar(real) : item)
              .toList());
    }
  }

  void writeBzip2(Path file) throws IOException {
    try (OutputStream out =
        new BZip2CompressorOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1)) {
      PythonPickler.pickle(4, top, out);
    }
  }

  void writeLegacy(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(legacyHead());
      PythonPickler.pickle(2, top, out);
      PythonPickler.pickle(2, List.of(), out);
    }
  }

  static byte[] legacyHead() {
    byte[] magic = MAGIC.toByteArray();
    PickleWriter head = new PickleWriter().code(0x80, 2, 0x8a, magic.length);
    for (int i = magic.length - 1; i >= 0; i--) {
      head.code(magic[i]);
    }
    head.ascii(".").code(0x80, 2).value(1001L).ascii(".");
    return head.code(0x80, 2).value(Map.of("little_endian", true)).stop();
  }

  /** In the container of later versions of torch; the pickle lies on the disk meanwhile. */
  void writeZip(Path file) throws IOException {
    Path pickle = file.resolveSibling(file.getFileName() + ".pkl");
    CRC32 checksum = new CRC32();
    try (OutputStream out =
        new CheckedOutputStream(
            new BufferedOutputStream(Files.newOutputStream(pickle)), checksum)) {
      PythonPickler.pickle(2, top, out);
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      ZipEntry entry = new ZipEntry("archive/data.pkl");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(Files.size(pickle));
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      Files.copy(pickle, zip);
    }
    Files.delete(pickle);
  }
}
