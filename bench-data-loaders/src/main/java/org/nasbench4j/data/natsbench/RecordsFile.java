package org.nasbench4j.data.natsbench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleRecords;
import org.nasbench4j.data.pickle.PickleSet;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * A file with the records of all architectures, {@code {meta_archs: […], total_archs: int,
 * arch2infos: {int: record}, evaluated_indexes: […]}}, read record by record.
 */
final class RecordsFile implements PickleRecords {
  private static final String ARCHITECTURES = "meta_archs";
  private static final String RECORDS = "arch2infos";
  private static final String ANNOUNCED = "evaluated_indexes";

  /** The outermost dict's first keys stand within these bytes, behind what torch writes first. */
  static final int BEGINNING = 1 << 10;

  private final Release release;
  private final RecordReader records;

  RecordsFile(Release release) {
    this.release = release;
    this.records = new RecordReader(release);
  }

  // Whether the pickle that begins so is such a file: one of its two telling keys is there.
  static boolean isBeginning(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains(ARCHITECTURES) || text.contains(RECORDS);
  }

  // Whether the file that begins so holds widths: what else there may be is a cell.
  static NatsSpace spaceOf(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return NatsSpace.SIZE.isIn(text) ? NatsSpace.SIZE : NatsSpace.TOPOLOGY;
  }

  @Override
  public String key() {
    return RECORDS;
  }

  @Override
  public void take(long index, PickleDict record, PickleSite site) {
    records.read(site, index, record);
  }

  // The table, once the object that held the records was read.
  TableContent content(String format, Object object, PublishedName name) {
    PickleSite site = PickleSite.whole(name.path());
    if (!(object instanceof PickleDict dict) || dict.get(ARCHITECTURES).isEmpty()) {
      throw unsupported(site, "%s without %s", PickleValues.describe(object), ARCHITECTURES);
    }
    Fields file = Fields.of(site, "the file", object);
    NatsMeta.of(site, object).requireOrderOf(release);
    if (file.isNone(RECORDS)) {
      throw unsupported(site, "%s without records under %s", "a file", RECORDS);
    }
    if (file.dict(RECORDS).size() > 0 || records.table().rows() == 0) {
      throw file.malformed("it has no records under " + RECORDS);
    }
    requireAnnounced(file);
    records.table().requireFilled(site);
    List<String> notes = new ArrayList<>();
    notes.add(
        "The file holds the records of %d of %d architectures."
            .formatted(records.table().rows(), records.architectures()));
    notes.add(name.note());
    notes.addAll(release.notes());
    return records.table().content(format, List.of(name.source()), notes);
  }

  private UnsupportedTableException unsupported(
      PickleSite site, String pattern, String what, String key) {
    return new UnsupportedTableException(
        "%s (%s)".formatted(pattern.formatted(what, key), site.path()), release.files());
  }

  // The published files say which records they have; the list may be empty.
  private void requireAnnounced(Fields file) {
    Object announced = file.dict().get(ANNOUNCED).orElse(PickleNone.NONE);
    Collection<Object> indices = List.of();
    if (announced instanceof PickleList list) {
      indices = list.items();
    } else if (announced instanceof PickleSet set) {
      indices = set.items();
    }
    Set<Object> found = new HashSet<>();
    Arrays.stream(records.table().indices()).forEach(index -> found.add((long) index));
    if (!indices.isEmpty() && !found.equals(Set.copyOf(indices))) {
      throw file.malformed(
          "%s has %d entries, which are not those of the %d records"
              .formatted(ANNOUNCED, indices.size(), found.size()));
    }
  }
}
