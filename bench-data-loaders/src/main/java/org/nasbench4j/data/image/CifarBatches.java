package org.nasbench4j.data.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * The wanted files of a source, each a number of records of one label and 3 x 32 x 32 pixels, read
 * in any order to where the list of files says.
 */
final class CifarBatches {
  private static final ImageShape SHAPE = new ImageShape(3, 32, 10);
  private static final int RECORD = 1 + SHAPE.pixels();
  private static final int BUFFER = 1 << 16;

  private final Path source;
  private final List<String> files;
  private final int imagesPerFile;
  private final Set<String> found = new HashSet<>();
  private final byte[] pixels;
  private final byte[] labels;

  // Where reading is, for errors.
  private String place = "the archive";
  private long offset;

  CifarBatches(Path source, List<String> files, int imagesPerFile) {
    this.source = source;
    this.files = files;
    this.imagesPerFile = imagesPerFile;
    pixels = new byte[files.size() * imagesPerFile * SHAPE.pixels()];
    labels = new byte[files.size() * imagesPerFile];
  }

  // All images, from an archive or a folder.
  ImageSet read(String name) throws IOException {
    if (Files.isDirectory(source)) {
      readFolder();
    } else {
      readArchive();
    }
    return images(name);
  }

  private void readFolder() throws IOException {
    for (String file : files) {
      Path path = source.resolve(file);
      if (Files.isRegularFile(path)) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
          place = "file %s".formatted(file);
          offset = 0;
          read(file, Files.size(path), in);
        }
      }
    }
  }

  // Reads to the very end, because the archive's checksum stands there.
  private void readArchive() throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(source))) {
      try {
        readArchive(new GZIPInputStream(bytes, BUFFER));
      } catch (IOException e) {
        throw new MalformedTableException(
            source,
            new AtByte(offset),
            "%s breaks off or is damaged (%s)".formatted(place, e.getMessage()),
            e);
      }
    }
  }

  private void readArchive(InputStream unzipped) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(unzipped);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
      place = "entry %s".formatted(entry.getName());
      offset = 0;
      if (files.contains(name)) {
        read(name, entry.getSize(), tar);
      }
    }
    unzipped.transferTo(OutputStream.nullOutputStream());
  }

  private void read(String file, long length, InputStream in) throws IOException {
    long expected = (long) imagesPerFile * RECORD;
    if (length != expected) {
      throw malformed("has %d bytes instead of %d".formatted(length, expected));
    }
    if (!found.add(file)) {
      throw malformed("is there twice");
    }
    int first = files.indexOf(file) * imagesPerFile;
    for (int image = first; image < first + imagesPerFile; image++) {
      readRecord(image, in);
    }
  }

  private void readRecord(int image, InputStream in) throws IOException {
    int label = in.read();
    if (label >= SHAPE.classes()) {
      throw malformed("has the label %d, labels are 0 to 9".formatted(label));
    }
    int read = in.readNBytes(pixels, image * SHAPE.pixels(), SHAPE.pixels());
    if (label < 0 || read < SHAPE.pixels()) {
      throw malformed("breaks off in this record");
    }
    labels[image] = (byte) label;
    offset += RECORD;
  }

  private ImageSet images(String name) {
    for (String file : files) {
      if (!found.contains(file)) {
        throw new MalformedTableException(source, "the file %s is missing".formatted(file));
      }
    }
    return new PixelImages(name, SHAPE, pixels, labels);
  }

  private MalformedTableException malformed(String reason) {
    return new MalformedTableException(source, new AtByte(offset), place + " " + reason);
  }
}
