package org.nasbench4j.data.compact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableStore;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * Tables in files of the format that the package documentation describes.
 *
 * <p>Opening maps the file and reads its header: a millisecond or two, whatever the size. A table
 * holds no open file; its memory is the operating system's page cache. Thread-safe.
 */
public final class CompactTables implements TableStore {

  private static final String DEFAULT_CREATOR = "nasbench4j";

  private final SpaceRows spaces;
  private final String creator;

  /**
   * Creates a store that signs its files with the program's name only.
   *
   * @param spaces the spaces whose tables can be opened and written, each an {@link
   *     org.nasbench4j.space.IndexedSpace} or a {@link org.nasbench4j.space.KeyedSpace}
   */
  public CompactTables(List<? extends SearchSpace> spaces) {
    this(spaces, DEFAULT_CREATOR);
  }

  /**
   * Creates a store.
   *
   * @param spaces the spaces whose tables can be opened and written, each indexed or keyed
   * @param creator program and version, written into new files
   */
  public CompactTables(List<? extends SearchSpace> spaces, String creator) {
    this.spaces = new SpaceRows(spaces);
    this.creator = creator;
  }

  @Override
  public Table open(Path file) throws IOException {
    Hdf5File hdf5 = Hdf5File.open(file);
    Header header = header(hdf5);
    SearchSpace space =
        spaces
            .space(header.space())
            .orElseThrow(
                () ->
                    new UnsupportedTableException(
                        "a table of the space (%s)".formatted(header.space()),
                        "tables of " + spaces.ids()));
    VerifiedSlabs slabs = new VerifiedSlabs(hdf5, header.ranges());
    return new CompactTable(name(file), header, rows(file, space, header, slabs), slabs);
  }

  private static Rows rows(Path file, SearchSpace space, Header header, VerifiedSlabs slabs) {
    try {
      return SpaceRows.open(space, header, slabs);
    } catch (IllegalArgumentException e) {
      throw new MalformedTableException(file, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void write(TableContent content, Path file) throws IOException {
    SearchSpace space =
        spaces
            .space(content.space())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The space (%s) of the table is unknown. Use one of %s."
                            .formatted(content.space(), spaces.ids())));
    NewRowArrays names = SpaceRows.arrays(space, content.rows());
    ContentCheck.check(content);
    new FileWriter(file).write(new Layout(content, names, creator));
  }

  static Header header(Hdf5File file) {
    if (!file.has(FileWriter.HEADER)) {
      throw new UnsupportedTableException(
          "an HDF5 file that is no table of ours (%s)".formatted(file.path()),
          HeaderJson.SUPPORTED);
    }
    Hdf5File.Extent json = file.extent(FileWriter.HEADER);
    Hdf5File.Extent checksum = file.extent(FileWriter.HEADER_CRC);
    if (checksum.bytes().remaining() != Integer.BYTES
        || checksum.bytes().getInt(0) != crc(json.bytes())) {
      throw new MalformedTableException(
          file.path(), new AtByte(json.address()), "the header does not match its checksum");
    }
    byte[] bytes = new byte[json.bytes().remaining()];
    json.bytes().get(0, bytes);
    try {
      return HeaderJson.read(bytes);
    } catch (IllegalArgumentException e) {
      throw new MalformedTableException(
          file.path(), new AtByte(json.address()), String.valueOf(e.getMessage()), e);
    }
  }

  static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(TableCatalog.SUFFIX)
        ? name.substring(0, name.length() - TableCatalog.SUFFIX.length())
        : name;
  }
}
