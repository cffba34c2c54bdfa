package org.nasbench4j.data.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.pickle.PythonPickler.Ordered;
import org.nasbench4j.table.FilePlace;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

class PickleRecordsTest {
  private static final Path PATH = Path.of("records.pickle");

  /** Notes what it is given. */
  private static final class Taken implements PickleRecords {
    private final List<String> records = new ArrayList<>();
    private final List<FilePlace> places = new ArrayList<>();

    @Override
    public String key() {
      return "records";
    }

    @Override
    public void take(long index, PickleDict record, PickleSite site) {
      records.add(index + "=" + record.get("name").orElse("none") + "/" + record.size());
      places.add(site.place());
    }
  }

  private final Taken taken = new Taken();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 999, 1000, 1001, 2000, 2500})
  void everyRecordIsHandedOutInOrder(int count) throws IOException {
    for (int protocol : new int[] {2, 4}) {
      taken.records.clear();
      PickleDict top = (PickleDict) read(protocol, top(count));

      assertThat(taken.records).hasSize(count);
      for (int i = 0; i < count; i++) {
        assertThat(taken.records.get(i)).isEqualTo(i + "=r%d/3".formatted(i));
      }
      assertThat(((PickleDict) top.get("records").orElseThrow()).size()).isZero();
      assertThat(top.get("after")).contains(new PickleTuple(List.of(1L)));
    }
  }

  private static Map<Object, Object> top(int count) {
    Map<Object, Object> records = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      records.put(i, new Ordered(record(i)));
    }
    Map<Object, Object> top = new LinkedHashMap<>();
    top.put("before", List.of("records", 5));
    top.put("records", records);
    top.put("after", PickleWriter.Tuple.of(1));
    return top;
  }

  private static Map<Object, Object> record(int i) {
    Map<Object, Object> record = new LinkedHashMap<>();
    record.put("name", "r" + i);
    record.put("one", Map.of("records", Map.of(5, Map.of())));
    record.put("curve", Map.of(0, 1.5));
    return record;
  }

  @Test
  void aRecordThatIsASingleItemIsComplete() throws IOException {
    Map<Object, Object> records = new LinkedHashMap<>();
    records.put(7, new Ordered(Map.of("name", "a")));
    records.put(8, Map.of("name", "b"));

    read(2, Map.of("records", records));

    assertThat(taken.records).containsExactly("7=a/1", "8=b/1");
  }

  @Test
  void aRecordKnowsWhereItStarts() throws IOException {
    byte[] pickle = PickleWriter.start().ascii("}").text("records").ascii("}(K\1}K\2}us").stop();

    read(pickle);

    assertThat(taken.places).containsExactly(new AtByte(18), new AtByte(21));
  }

  @Test
  void recordsDoNotCountAgainstTheLimitOfBytes() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    PythonPickler.pickle(2, top(2500), pickle); // without frames
    PickleLimits limits = new PickleLimits(2000, 100, 100_000, 1_000_000, 10);

    read(pickle.toByteArray(), limits);

    assertThat(pickle.size()).isGreaterThan(100_000);
    assertThat(taken.records).hasSize(2500);
  }

  @Test
  void oneRecordCountsAgainstTheLimitOfBytes() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    PythonPickler.pickle(4, Map.of("records", Map.of(1, Map.of("text", "x".repeat(3000)))), pickle);

    assertThatThrownBy(
            () -> read(pickle.toByteArray(), new PickleLimits(2000, 5000, 1000, 1000, 10)))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("exceeds the limit of");
  }

  @Test
  void aRecordThatIsNoDictIsMalformed() {
    assertThatThrownBy(() -> read(4, Map.of("records", Map.of(1, "text"))))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the records must be dicts under ints, not the string 'text'");
  }

  @Test
  void aRecordUnderATextIsMalformed() {
    assertThatThrownBy(() -> read(4, Map.of("records", Map.of("a", Map.of()))))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("under the string 'a'");
  }

  @Test
  void aDictElsewhereUnderTheSameKeyIsKept() throws IOException {
    PickleDict top = (PickleDict) read(4, Map.of("other", Map.of("records", Map.of(1, Map.of()))));

    PickleDict other = (PickleDict) top.get("other").orElseThrow();
    assertThat(((PickleDict) other.get("records").orElseThrow()).size()).isEqualTo(1);
    assertThat(taken.records).isEmpty();
  }

  @Test
  void aReferenceToAForgottenRecordFails() {
    byte[] pickle =
        PickleWriter.start()
            .ascii("}")
            .text("records")
            .ascii("}(K\1}")
            .code(0x94)
            .ascii("K\2h\1us")
            .stop();

    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a list, set, dict or byte string that is used twice at byte");
  }

  // The opcodes after the dict of records: its marks must end as they began.
  @ParameterizedTest
  @ValueSource(strings = {"K\1}K\2}t", "K\1}K\2}1", "K\1}K\2}K\3}00000us", "K\1}K\2us"})
  void recordsThatAreNoItemsAreMalformed(String opcodes) {
    byte[] pickle = PickleWriter.start().ascii("}").text("records").ascii("}(" + opcodes).stop();

    assertThatThrownBy(() -> read(pickle)).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void aMemoOfManyEqualTextsStaysSmallAndKeepsAll() throws IOException {
    PickleWriter writer = PickleWriter.start().ascii("](");
    for (int i = 0; i < 100_000; i++) {
      writer.code(0x8c, 2, 'a' + i % 7, 'b', 0x94);
    }
    for (int i : new int[] {0, 16_383, 16_384, 99_999, 50_001, 3}) {
      writer.ascii("j").littleEndian(i, Integer.BYTES);
    }

    PickleList list = (PickleList) read(writer.ascii("e").stop());

    assertThat(list.items().subList(100_000, 100_006))
        .containsExactly(
            "ab",
            (char) ('a' + 16_383 % 7) + "b",
            (char) ('a' + 16_384 % 7) + "b",
            (char) ('a' + 99_999 % 7) + "b",
            (char) ('a' + 50_001 % 7) + "b",
            "db");
  }

  @Test
  void picklesFollowEachOther() throws IOException {
    ByteArrayOutputStream pickles = new ByteArrayOutputStream();
    PythonPickler.pickle(2, List.of("a", "a"), pickles);
    PythonPickler.pickle(4, 12, pickles);

    PickleSequence sequence =
        PickleReader.withDefaults().open(PATH, new ByteArrayInputStream(pickles.toByteArray()));

    assertThat(((PickleList) sequence.next()).items()).containsExactly("a", "a");
    assertThat(sequence.next()).isEqualTo(12L);
    assertThat(sequence.position()).isEqualTo(pickles.size());
    sequence.requireEnd();
  }

  private Object read(int protocol, Object value) throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    PythonPickler.pickle(protocol, value, pickle);
    return read(pickle.toByteArray());
  }

  private Object read(byte[] pickle) throws IOException {
    return read(pickle, PickleLimits.DEFAULTS);
  }

  private Object read(byte[] pickle, PickleLimits limits) throws IOException {
    PickleSequence sequence =
        new PickleReader(limits, AllowedGlobals.standard(), PersistentIds.NONE)
            .open(PATH, new ByteArrayInputStream(pickle));
    Object value = sequence.next(taken);
    sequence.requireEnd();
    return value;
  }

  /** Notes the names that it is given. */
  private static final class Named implements NamedRecords {
    private final List<String> records = new ArrayList<>();

    @Override
    public boolean isName(String text) {
      return text.startsWith("#");
    }

    @Override
    public void take(String name, Object record, PickleSite site) {
      records.add("%s=%s at %s".formatted(name, record, site.place()));
    }
  }

  private static List<String> named(int protocol, Object value) throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    PythonPickler.pickle(protocol, value, pickle);
    Named named = new Named();
    PickleSequence pickles =
        PickleReader.withDefaults().open(PATH, new ByteArrayInputStream(pickle.toByteArray()));
    Object object = pickles.next(named);
    pickles.requireEnd();
    assertThat(object).hasToString("a dict of 0");
    return named.records;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 999, 1000, 1001, 2500})
  void recordsUnderNamesAreHandedOutInOrder(int count) throws IOException {
    Map<Object, Object> records = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Object dict = i % 3 == 0 ? new Ordered(Map.of("name", "x")) : Map.of("name", "y");
      records.put("#" + i, i % 2 == 0 ? dict : PickleWriter.Tuple.of(dict, Map.of(108, "z")));
    }
    for (int protocol : new int[] {2, 4}) {
      List<String> taken = named(protocol, records);

      assertThat(taken).hasSize(count);
      for (int i = 0; i < count; i++) {
        assertThat(taken.get(i))
            .startsWith("#%d=a %s ".formatted(i, i % 2 == 0 ? "dict of 1" : "tuple of 2"));
      }
    }
  }

  @Test
  void otherNamesAreHandedOutToo() throws IOException {
    Map<Object, Object> records = new LinkedHashMap<>();
    records.put("#1", Map.of("a", "b"));
    records.put("other", Map.of("a", "b"));
    records.put("#2", Map.of());

    assertThat(named(4, records))
        .extracting(text -> text.split("=", 2)[0])
        .containsExactly("#1", "other", "#2");
  }

  @Test
  void recordsUnderNamesMustBeDictsOrTuples() {
    assertThatThrownBy(() -> named(4, Map.of("#1", List.of(1))))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("must be dicts or tuples under strings, not a list of 1 under");
    assertThatThrownBy(() -> named(4, Map.of(1, Map.of())))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("not a dict of 0 under the int 1");
  }
}
