package org.nasbench4j.cli.space;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.nasbench4j.cli.program.LateProgress;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.space.Architecture;

/**
 * Writes out a list of architectures. Names of classes are computed by all processor cores, some
 * thousands at a time, so that memory does not grow with the list.
 *
 * @param list what is listed
 * @param form how
 */
record SpaceListing(SpaceList list, Form form) {
  private static final int BATCH = 8_192;

  /** How an architecture and its class stand on a line. */
  enum Form {
    /** Both with a tab between. */
    LINES {
      @Override
      String line(String architecture, String className) {
        return architecture + "\t" + className + "\n";
      }
    },
    /** A header and fields in quotes where they have commas. */
    CSV {
      @Override
      String line(String architecture, String className) {
        return quoted(architecture) + "," + quoted(className) + "\n";
      }

      @Override
      String head() {
        return "architecture,class\n";
      }
    };

    abstract String line(String architecture, String className);

    String head() {
      return "";
    }

    // No name of an architecture or class has quotes or line breaks.
    private static String quoted(String field) {
      return field.indexOf(',') < 0 ? field : "\"" + field + "\"";
    }
  }

  /** To a file that is there only if it is whole. */
  void write(Path file) throws IOException {
    boolean compressed = file.toString().endsWith(".gz");
    AtomicFile.write(
        file,
        out -> {
          try (LateProgress progress =
              new LateProgress("enumerate", "architectures", list.size())) {
            OutputStream bytes = compressed ? new GZIPOutputStream(out, 1 << 16) : out;
            Writer writer =
                new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            forEachBatch(
                text -> {
                  writer.write(text);
                  return true;
                },
                progress);
            writer.flush();
            if (bytes instanceof GZIPOutputStream gzip) {
              gzip.finish();
            }
          }
        });
  }

  /** To the terminal or a pipe, until nobody reads any more. */
  void print(PrintWriter out) throws IOException {
    try (LateProgress progress = new LateProgress("enumerate", "architectures", list.size())) {
      forEachBatch(
          text -> {
            out.write(text);
            // The writer may lie above standard output without seeing that its reader has gone.
            return !out.checkError() && !System.out.checkError();
          },
          progress);
    }
  }

  /** Takes some text and says whether there is use for more. */
  @FunctionalInterface
  private interface Sink {
    boolean take(String text) throws IOException;
  }

  private void forEachBatch(Sink sink, LateProgress progress) throws IOException {
    Iterator<? extends Architecture> rest = list.architectures().get().iterator();
    boolean wanted = sink.take(form.head());
    long done = 0;
    while (wanted && rest.hasNext()) {
      List<Architecture> batch = new ArrayList<>(BATCH);
      while (rest.hasNext() && batch.size() < BATCH) {
        batch.add(rest.next());
      }
      wanted = sink.take(String.join("", batch.parallelStream().map(this::line).toList()));
      done += batch.size();
      progress.stepTo(done);
    }
  }

  private String line(Architecture architecture) {
    return form.line(architecture.text(), list.className().apply(architecture));
  }
}
