package org.nasbench4j.data.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.data.pickle.PythonPickler.Array;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

class NumpyArrayTest {
  private static final Path PATH = Path.of("arrays.pickle");
  private static final PickleReader READER =
      new PickleReader(PickleLimits.DEFAULTS, AllowedGlobals.arrays(), PersistentIds.NONE);

  private static final String BY_NUMPY =
      "gASVBwEAAAAAAABdlCiMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5SM"
          + "BW51bXB5lIwHbmRhcnJheZSTlEsAhZRDAWKUh5RSlChLAUsCSwKGlGgEjAVkdHlwZZSTlIwCaTGU"
          + "iYiHlFKUKEsDjAF8lE5OTkr/////Sv////9LAHSUYolDBAABAv+UdJRiaANoBksAhZRoCIeUUpQo"
          + "SwFLAksDhpRoDYwCZjiUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYohDMAAAAAAAAPg/"
          + "AAAAAAAAEkAAAAAAAAAEQAAAAAAAABZAAAAAAAAADEAAAAAAAAAaQJR0lGJlLg==";

  private static Object read(byte[] pickle) throws IOException {
    return READER.read(PATH, new ByteArrayInputStream(pickle));
  }

  private static byte[] pickle(int protocol, Object value) throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    PythonPickler.pickle(protocol, value, pickle);
    return pickle.toByteArray();
  }

  // CPython 3.11 and NumPy: pickle.dumps([np.array([[0, 1], [2, -1]], dtype=np.int8),
  // np.asfortranarray([[1.5, 2.5, 3.5], [4.5, 5.5, 6.5]])], protocol=4)
  @Test
  void whatNumpyWroteIsRead() throws IOException {
    PickleList list = (PickleList) read(Base64.getDecoder().decode(BY_NUMPY));

    NumpyArray bytes = (NumpyArray) list.items().get(0);
    NumpyArray columnsFirst = (NumpyArray) list.items().get(1);
    assertThat(bytes.shape()).containsExactly(2, 2);
    assertThat(bytes.items()).containsExactly(0L, 1L, 2L, -1L);
    assertThat(columnsFirst.shape()).containsExactly(2, 3);
    assertThat(columnsFirst.items()).containsExactly(1.5, 2.5, 3.5, 4.5, 5.5, 6.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void arraysShareWhatPythonShares(int protocol) throws IOException {
    Array one = new Array(List.of(2, 2), "i1", new byte[] {0, 1, 0, 0});
    Array other = new Array(List.of(1), "f8", new byte[8]);

    PickleList list = (PickleList) read(pickle(protocol, List.of(one, other, one)));

    assertThat(list.items()).hasSize(3);
    assertThat(((NumpyArray) list.items().get(2)).items()).containsExactly(0L, 1L, 0L, 0L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3; i1; 2; a numpy array of shape [3] and the numpy type i1 has 2 bytes",
        "1; f8; 7; a numpy array of shape [1] and the numpy type f8 has 7 bytes",
        "2147483647; f8; 8; a numpy array of shape [2147483647] and",
        "-1; f8; 8; an axis of a numpy array is the int -1",
        "0; f8; 8; a numpy array of shape [0] and the numpy type f8 has 8 bytes"
      })
  void bytesMustBeThoseOfTheShape(int length, String type, int bytes, String message)
      throws IOException {
    byte[] pickle = pickle(4, new Array(List.of(length), type, new byte[bytes]));

    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining(message);
  }

  // 2^62 elements would overflow a long in bytes.
  @Test
  void shapesBeyondAnyMemoryAreMalformed() throws IOException {
    byte[] pickle = pickle(4, new Array(List.of(1 << 30, 1 << 30, 4), "f8", new byte[0]));

    assertThatThrownBy(() -> read(pickle)).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void onlyTheKnownLayoutsAreRead() {
    assertUnsupported(state(true, Tuple.of(1, 1, 1), 1), "a numpy array of another layout");
    assertUnsupported(
        PickleWriter.start().global("numpy", "ndarray").ascii(")R"), "a call of numpy.ndarray");
  }

  private static void assertUnsupported(PickleWriter pickle, String message) {
    assertThatThrownBy(() -> read(pickle.stop()))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining(message);
  }

  private static PickleWriter state(boolean columnsFirst, Tuple shape, int bytes) {
    return state(PickleWriter.start(), columnsFirst, shape, bytes);
  }

  private static PickleWriter state(
      PickleWriter out, boolean columnsFirst, Tuple shape, int bytes) {
    out.global("numpy.core.multiarray", "_reconstruct");
    out.ascii("(").global("numpy", "ndarray").value(Tuple.of(0)).code('C', 1, 'b');
    out.ascii("tR(").value(1).value(shape).global("numpy", "dtype");
    Object none = PickleNone.NONE;
    out.value(Tuple.of("i1", false, true)).ascii("R");
    out.value(Tuple.of(3, "|", none, none, none, -1, -1, 0)).ascii("b").value(columnsFirst);
    return out.code('C', bytes).bytes(new byte[bytes]).ascii("tb");
  }

  @Test
  void anArrayIsBuiltOnce() {
    PickleWriter out = state(false, Tuple.of(1), 1).ascii("(").value(1).value(Tuple.of(0));
    out.global("numpy", "dtype").value(Tuple.of("i1", false, true)).ascii("R").value(false);

    assertUnsupported(out.code('C', 0).ascii("tb"), "a numpy array of another layout");
  }

  @Test
  void anArrayThatIsUsedTwiceNeedsAReaderThatShares() throws IOException {
    byte[] pickle =
        state(PickleWriter.start().ascii("]("), false, Tuple.of(1), 1)
            .note("array")
            .again("array")
            .ascii("e")
            .stop();

    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("used twice");
    PickleList list = (PickleList) READER.sharing().read(PATH, new ByteArrayInputStream(pickle));
    assertThat(list.items().get(1)).isSameAs(list.items().get(0));
  }

  @Test
  void aListThatHoldsItselfDoesNotHang() throws IOException {
    byte[] pickle = PickleWriter.start().ascii("]").note("list").again("list").ascii("a").stop();

    Object list = READER.sharing().read(PATH, new ByteArrayInputStream(pickle));

    assertThat(list).hasToString("a list of 1");
  }
}
