package org.nasbench4j.data.natsbench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nasbench4j.data.bzip2.Bzip2Stream;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;

/**
 * Writes a file of records and says how fast it is imported; run by hand, with {@code -Xmx1g}.
 *
 * <p>Arguments: a folder, the kind of file ({@code pbz2}, {@code legacy} or {@code zip}), the
 * number of architectures (3,000 give some 1 GB of pickle) and the folder of the published records
 * 0 and 11, which are written by turns; without it, invented ones are.
 */
public final class SingleFileThroughput {

  private SingleFileThroughput() {}

  /** The kinds of files. */
  private enum Kind {
    PBZ2 {
      @Override
      void write(int count, IntFunction<Map<Object, Object>> records, Path file)
          throws IOException {
        new SingleFile(firsts(count), records).writeBzip2(file);
      }

      @Override
      TableFormat format() {
        return new NatsFileFormat();
      }
    },
    LEGACY {
      @Override
      void write(int count, IntFunction<Map<Object, Object>> records, Path file)
          throws IOException {
        new SingleFile(firsts(count), SingleRecords.asNb201(records)).writeLegacy(file);
      }

      @Override
      TableFormat format() {
        return new Nb201PthFormat();
      }
    },
    ZIP {
      @Override
      void write(int count, IntFunction<Map<Object, Object>> records, Path file)
          throws IOException {
        new SingleFile(firsts(count), SingleRecords.asNb201(records)).writeZip(file);
      }

      @Override
      TableFormat format() {
        return new Nb201PthFormat();
      }
    };

    private static List<Integer> firsts(int count) {
      return IntStream.range(0, count).boxed().toList();
    }

    abstract void write(int count, IntFunction<Map<Object, Object>> records, Path file)
        throws IOException;

    abstract TableFormat format();
  }

  /**
   * Runs it.
   *
   * @param arguments folder, kind, architectures, and perhaps a folder of records
   * @throws IOException if a folder cannot be used
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Kind kind = Kind.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    Path file = folder.resolve("synthetic." + arguments[1]);
    if (!Files.exists(file)) {
      kind.write(
          Integer.parseInt(arguments[2]),
          arguments.length > 3 ? SingleRecords.genuine(Path.of(arguments[3])) : NatsFixture::record,
          file);
    }
    long pickle = kind == Kind.PBZ2 ? decompress(file) : Files.size(file);
    measure(kind.format(), file, pickle, folder.resolve("synthetic.h5"));
  }

  // Says how fast decompression alone is.
  private static long decompress(Path file) throws IOException {
    long start = System.nanoTime();
    long processors = allProcessorNanos();
    try (InputStream in = Bzip2Stream.open(file, ImportProgress.SILENT)) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      double seconds = (System.nanoTime() - start) * 1e-9;
      System.out.printf(
          Locale.ROOT,
          "%.0f MB hold %.0f MB: decompressed in %.1f s = %.0f MB/s (%.1f processor seconds of all"
              + " threads)%n",
          Files.size(file) / 1e6,
          bytes / 1e6,
          seconds,
          bytes / 1e6 / seconds,
          (allProcessorNanos() - processors) * 1e-9);
      return bytes;
    }
  }

  private static void measure(TableFormat format, Path file, long pickle, Path table)
      throws IOException {
    long start = System.nanoTime();
    long processor = processorNanos();
    long processors = allProcessorNanos();
    TableContent content = format.read(file, ImportProgress.SILENT);
    double read = (System.nanoTime() - start) * 1e-9;
    double reading = (processorNanos() - processor) * 1e-9;
    double working = (allProcessorNanos() - processors) * 1e-9;
    new CompactTables(List.of(new Nb201Space())).write(content, table);
    double all = (System.nanoTime() - start) * 1e-9;
    double megabytes = pickle / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%.0f MB, %,d architectures: read in %.1f s = %.0f MB/s (%.1f processor seconds of the"
            + " reading thread, %.1f of all threads), read and written in %.1f s; table of %,d"
            + " bytes; heap limit %,d MiB%n",
        megabytes,
        content.rows().count(),
        read,
        megabytes / read,
        reading,
        working,
        all,
        Files.size(table),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Other processes do not count here. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** With Java's own threads. */
  private static long allProcessorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
