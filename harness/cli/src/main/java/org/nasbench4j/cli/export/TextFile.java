package org.nasbench4j.cli.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.nasbench4j.io.AtomicFile;

/** UTF-8 text, compressed by gzip if the name ends with {@code .gz}. */
final class TextFile {
  private TextFile() {}

  /** Writes the text. */
  @FunctionalInterface
  interface TextWriter {
    void writeTo(Writer out) throws IOException;
  }

  static void write(Path file, TextWriter writer) throws IOException {
    boolean packed = String.valueOf(file.getFileName()).endsWith(".gz");
    AtomicFile.write(
        file,
        out -> {
          OutputStream bytes = packed ? new GZIPOutputStream(out) : out;
          Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
          writer.writeTo(text);
          text.flush();
          if (bytes instanceof GZIPOutputStream gzip) {
            gzip.finish();
          }
        });
  }
}
