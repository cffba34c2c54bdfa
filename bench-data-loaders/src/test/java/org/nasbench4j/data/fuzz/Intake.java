package org.nasbench4j.data.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/** Offers bytes to a reader and holds it to what readers promise. */
public final class Intake {
  private static final long ALLOWED_BYTES = 100_000_000;
  private static final long ALLOWED_PER_BYTE = 1_000;
  private static final int RUNS_PER_COLLECTION = 5_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final FuzzTarget target;
  private final Path folder;
  private int runs;

  /**
   * Creates an intake.
   *
   * @param target who reads
   * @param folder an empty folder
   */
  public Intake(FuzzTarget target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /**
   * Has the target read a file.
   *
   * @param bytes the file
   * @throws AssertionError if the reader allocates more than a file of this size can be worth
   * @throws IOException if the file cannot be written
   */
  public void offer(byte[] bytes) throws IOException {
    long allowed = ALLOWED_BYTES + ALLOWED_PER_BYTE * bytes.length;
    boolean modest = allocated(bytes) <= allowed;
    // What is loaded or instrumented at the first reading is not the reader's.
    if (!modest && allocated(bytes) > allowed) {
      throw new AssertionError(
          "%s: a file of %,d bytes made the reader allocate more than %,d."
              .formatted(target.name(), bytes.length, allowed));
    }
    if (++runs % RUNS_PER_COLLECTION == 0) {
      System.gc(); // lets go of maps, of which a process may only have so many
    }
  }

  private long allocated(byte[] bytes) throws IOException {
    Path file = folder.resolve("input");
    Files.deleteIfExists(file); // a new file each time: an old one may still be mapped
    Files.write(file, bytes);
    long before = threads.getCurrentThreadAllocatedBytes();
    read(file);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private void read(Path file) {
    try {
      target.read(file);
    } catch (MalformedTableException | UnsupportedTableException | IOException e) {
      if (String.valueOf(e.getMessage()).contains("\n")) {
        throw new AssertionError("An error of several lines: " + e.getMessage(), e);
      }
    }
  }
}
