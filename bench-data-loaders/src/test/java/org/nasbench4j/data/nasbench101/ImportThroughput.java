package org.nasbench4j.data.nasbench101;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb101.ModuleHasher;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;

/**
 * Writes a file of invented records and says how fast it is imported; run by hand.
 *
 * <p>Arguments: a folder, the number of modules (70,000 of all schedules give some 330 MB; 423,624
 * is the whole benchmark) and the schedules, for example {@code 4,12,36,108}.
 */
public final class ImportThroughput {
  private static final int REPEATS = 3;

  private ImportThroughput() {}

  /**
   * Runs it.
   *
   * @param arguments folder, modules, schedules
   * @throws IOException if the folder cannot be used
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path records = folder.resolve("synthetic.tfrecord");
    if (!Files.exists(records)) {
      write(records, Integer.parseInt(arguments[1]), arguments[2].split(","));
    }
    Path table = folder.resolve("synthetic.h5");
    long start = System.nanoTime();
    long processor = processorNanos();
    TableContent content = new Nb101TfRecordFormat().read(records, ImportProgress.SILENT);
    double read = (System.nanoTime() - start) * 1e-9;
    double reading = (processorNanos() - processor) * 1e-9;
    new CompactTables(List.of(new Nb101Space())).write(content, table);
    double all = (System.nanoTime() - start) * 1e-9;
    double megabytes = Files.size(records) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%.0f MB, %,d modules: read in %.1f s = %.0f MB/s (%.1f processor seconds of the reading"
            + " thread = %.0f MB/s), read and written in %.1f s = %.0f MB/s;"
            + " table of %,d bytes; heap limit %,d MiB%n",
        megabytes,
        content.rows().count(),
        read,
        megabytes / read,
        reading,
        megabytes / reading,
        all,
        megabytes / all,
        Files.size(table),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Other processes do not count here, nor do the threads that check hashes. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** All repeats of a schedule follow each other; those of a module do not. */
  private static void write(Path file, int modules, String[] schedules) throws IOException {
    ModuleHasher hasher = new ModuleHasher();
    try (TfRecordWriter writer = new TfRecordWriter(file)) {
      for (String epochs : schedules) {
        Iterator<Nb101Module> all = new Nb101Enumeration(7).modules().limit(modules).iterator();
        for (long seed = 0; all.hasNext(); seed += REPEATS) {
          Nb101Module module = all.next();
          String hash = hasher.hash(module);
          for (int repeat = 0; repeat < REPEATS; repeat++) {
            writer.write(Rows101.row(module, hash, Integer.parseInt(epochs), seed + repeat));
          }
        }
      }
    }
  }
}
