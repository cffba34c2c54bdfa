package org.nasbench4j.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.nasbench4j.study.StudyHeader;

/** What this program runs on, for the record. */
public final class Machine {
  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /**
   * Describes it.
   *
   * @return this program, Java, the operating system, the processor, and the random generator
   * @throws IOException if the processors are listed and cannot be read
   */
  public static StudyHeader.Provenance provenance() throws IOException {
    return new StudyHeader.Provenance(
        "nasbench4j " + Version.number(),
        property("java.vm.name") + " " + property("java.runtime.version"),
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        StudyHeader.RANDOM);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(LINUX_PROCESSORS)) {
      return property("os.arch");
    }
    try (Stream<String> lines = Files.lines(LINUX_PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(property("os.arch"));
    }
  }
}
