package org.nasbench4j.data.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

class HostilePickleTest {
  private static final Path PATH = Path.of("hostile.pickle");

  // Small enough to try every byte, with every kind of value that NATS-Bench files hold.
  private static final byte[] RECORD =
      PickleWriter.start()
          .code(0x95)
          .littleEndian(200, Long.BYTES)
          .global("collections", "OrderedDict")
          .ascii(")R(")
          .text("12")
          .value(
              Map.of(
                  "all_results",
                  Map.of(Tuple.of("cifar10", 777L), Map.of(0L, 10.5, 1L, 11.5)),
                  "seeds",
                  List.of(777L, 888L)))
          .text("params")
          .global("numpy.core.multiarray", "scalar")
          .global("numpy", "dtype")
          .value(Tuple.of("f8", false, true))
          .ascii("R(K")
          .code(3)
          .text("<")
          .ascii("NNNtbC")
          .code(8, 0, 0, 0, 0, 0, 0, 0, 64)
          .code(0x86)
          .ascii("Ru")
          .stop();

  @Test
  void theUntouchedRecordIsRead() throws IOException {
    PickleDict dict = (PickleDict) read(RECORD);

    assertThat(dict.get("params")).contains(2.0);
  }

  @Test
  void aTruncatedPickleIsMalformedWhereverItEnds() {
    for (int length = 0; length < RECORD.length; length++) {
      byte[] truncated = Arrays.copyOf(RECORD, length);
      assertThatThrownBy(() -> read(truncated))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedTableException.class)
          .hasMessageContaining("hostile.pickle is malformed at byte %d: the pickle ends", length);
    }
  }

  @Test
  void aChangedByteGivesAnotherValueOrADeclaredError() {
    for (int position = 0; position < RECORD.length; position++) {
      for (int change = 1; change < 256; change++) {
        byte[] changed = RECORD.clone();
        changed[position] ^= (byte) change;
        requireDeclared(catchThrowable(() -> read(changed)), position, change);
      }
    }
  }

  private static void requireDeclared(Throwable thrown, int position, int change) {
    if (thrown != null) {
      assertThat(thrown)
          .as("byte %d xor %d", position, change)
          .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
    }
  }

  @Test
  void aForbiddenGlobalIsNamedWithItsPlace() {
    byte[] pickle =
        PickleWriter.start().global("os", "system").value(Tuple.of("rm -rf ~")).ascii("R").stop();

    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the global os.system at byte 22 of hostile.pickle")
        .hasMessageContaining("collections.OrderedDict, numpy.dtype");
  }

  @Test
  void aForbiddenGlobalOfAnOldProtocolIsNamedToo() {
    unsupported(PickleWriter.start().ascii("cposix\nsystem\n").stop())
        .hasMessageContaining("the global posix.system at byte 2");
  }

  @Test
  void anotherModulesGlobalOfTheSameDottedNameIsForbidden() {
    unsupported(PickleWriter.start().global("numpy.core", "multiarray.scalar").stop());
  }

  @Test
  void anOtherwiseAllowedClassIsNoModule() {
    malformed(PickleWriter.start().value(1L).text("system").code(0x93).stop())
        .hasMessageContaining("two strings");
  }

  @Test
  void onlyGlobalsCanBeCalled() {
    malformed(PickleWriter.start().text("os.system").ascii(")R").stop())
        .hasMessageContaining("the string 'os.system' cannot be called");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 255})
  void anotherProtocolIsUnsupported(int protocol) {
    unsupported(new byte[] {(byte) 0x80, (byte) protocol, 'N', '.'})
        .hasMessageContaining("pickle protocol %d", protocol)
        .hasMessageContaining("protocols 2 to 5");
  }

  @Test
  void aTextFileIsNoPickle() {
    malformed("<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII))
        .hasMessageContaining(
            "at byte 0: a pickle of protocol 2 or later starts with the byte 0x80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "I1\n", "l", "d", "p0\n", "g0\n", "io\nsystem\n", "o", "P1\n", "U"})
  void anOpcodeThatNoBenchmarkUsesIsUnsupported(String opcode) {
    unsupported(PickleWriter.start().ascii(opcode).stop())
        .hasMessageContaining("the pickle opcode ")
        .hasMessageContaining("at byte 2");
  }

  @Test
  void aRegisteredExtensionIsUnsupported() {
    unsupported(PickleWriter.start().code(0x82, 1).stop()).hasMessageContaining("EXT1");
  }

  @Test
  void aByteThatIsNoOpcodeIsMalformed() {
    malformed(PickleWriter.start().code(0xff).stop())
        .hasMessageContaining("at byte 2: there is no pickle opcode 0xff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "1", "t", "a", "e", "s", "u", "R", "b", "(a", "](a", "}(s", "q", "."})
  void anOpcodeWithoutItsOperandsIsMalformed(String opcodes) {
    malformed(PickleWriter.start().ascii(opcodes).code(0).stop())
        .hasMessageContaining("the opcode needs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NN", "(N", "]("})
  void valuesThatAreLeftOverAreMalformed(String opcodes) {
    malformed(PickleWriter.start().ascii(opcodes).stop());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NNa", "N(Ne", "]NNs", "](NNu", "}(Nu", "]Nb", "NNb"})
  void anOpcodeOnTheWrongValueIsMalformed(String opcodes) {
    malformed(PickleWriter.start().ascii(opcodes).stop());
  }

  @Test
  void bytesBehindThePickleAreMalformed() {
    malformed(PickleWriter.start().ascii("N.").stop())
        .hasMessageContaining("at byte 4: there are bytes behind the end");
  }

  @Test
  void anUnwrittenMemoEntryIsMalformed() {
    malformed(PickleWriter.start().ascii("h").code(9).stop()).hasMessageContaining("memo entry 9");
  }

  @Test
  void aCyclicListIsUnsupported() {
    unsupported(PickleWriter.start().ascii("]").code(0x94).ascii("h").code(0).ascii("a").stop())
        .hasMessageContaining("used twice");
  }

  @Test
  void aMutableKeyIsUnsupported() {
    unsupported(PickleWriter.start().ascii("}]Ns").stop()).hasMessageContaining("a list of 0");
  }

  @Test
  void aTupleOfManySharedPartsIsNoKey() {
    PickleWriter bomb = PickleWriter.start().ascii("}N").code(0x94);
    for (int level = 0; level < 60; level++) {
      bomb.ascii("h").code(level).code(0x86, 0x94);
    }

    unsupported(bomb.ascii("Ns").stop()).hasMessageContaining("a tuple of 2 as a key");
  }

  @Test
  void nestedListsStopAtTheLimit() {
    malformed(PickleWriter.start().repeat("]", 500).repeat("a", 499).stop())
        .hasMessageContaining("a nesting of 101 exceeds the limit of 100");
  }

  @Test
  void nestedMarksStopAtTheLimit() {
    malformed(PickleWriter.start().repeat("(", 100_000).stop())
        .hasMessageContaining("at byte 102: a nesting of 101 exceeds the limit of 100");
  }

  @Test
  void nestedTuplesStopAtTheLimit() {
    PickleWriter writer = PickleWriter.start().ascii("N");
    for (int level = 0; level < 10_000; level++) {
      writer.code(0x85);
    }

    malformed(writer.stop()).hasMessageContaining("a nesting of 101 exceeds the limit of 100");
  }

  @Test
  void nestedTuplesAndListsAreCountedTogether() {
    PickleWriter writer = PickleWriter.start().repeat("]", 60).ascii("N");
    for (int level = 0; level < 60; level++) {
      writer.code(0x85).ascii("a");
    }

    malformed(writer.stop()).hasMessageContaining("a nesting of 101 exceeds the limit of 100");
  }

  @Test
  void aBombOfMemoEntriesStopsAtTheLimit() {
    PickleLimits limits = new PickleLimits(1 << 20, 100, 100, 1000, 10);

    assertThatThrownBy(() -> read(PickleWriter.start().ascii("N").code(memo(5000)).stop(), limits))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("a memo of 1001 exceeds the limit of 1000");
  }

  private static int[] memo(int times) {
    int[] opcodes = new int[times];
    Arrays.fill(opcodes, 0x94);
    return opcodes;
  }

  @Test
  void aCrowdedStackStopsAtTheLimit() {
    PickleLimits limits = new PickleLimits(1 << 20, 100, 100, 1000, 10);

    assertThatThrownBy(() -> read(PickleWriter.start().repeat("N", 5000).stop(), limits))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("a stack of 101 exceeds the limit of 100");
  }

  @Test
  void aGrowingListStopsAtTheLimit() {
    PickleLimits limits = new PickleLimits(1 << 20, 100, 100, 1000, 10);

    assertThatThrownBy(
            () -> read(PickleWriter.start().ascii("]").repeat("Na", 5000).stop(), limits))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("a collection of 101 exceeds the limit of 100");
  }

  @Test
  void aLongPickleStopsAtTheLimit() {
    PickleLimits limits = new PickleLimits(1000, 100, 100, 1000, 10);

    assertThatThrownBy(() -> read(PickleWriter.start().repeat("N0", 5000).stop(), limits))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the pickle exceeds the limit of 1000 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {'X', 'B'})
  void anAnnouncedLengthOfFourBytesIsCheckedFirst(int opcode) {
    malformed(PickleWriter.start().code(opcode).littleEndian(0xffff_ffffL, 4).stop())
        .hasMessageContaining("at byte 2: a text of 4294967295 exceeds the limit of 1048576");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x8d, 0x8e, 0x96})
  void anAnnouncedLengthOfEightBytesIsCheckedFirst(int opcode) {
    malformed(PickleWriter.start().code(opcode).littleEndian(-1, 8).stop())
        .hasMessageContaining("a text of 18446744073709551615 exceeds the limit");
  }

  @Test
  void anAnnouncedLongIntegerIsCheckedFirst() {
    malformed(PickleWriter.start().code(0x8b).littleEndian(-1, 4).stop())
        .hasMessageContaining("exceeds the limit");
  }

  @Test
  void anAnnouncedFrameIsCheckedFirst() {
    malformed(PickleWriter.start().code(0x95).littleEndian(1L << 40, 8).stop())
        .hasMessageContaining("a frame of 1099511627776 exceeds the limit");
  }

  @Test
  void anAnnouncedTextWithinTheLimitButBeyondTheEndIsMalformed() {
    malformed(PickleWriter.start().ascii("X").littleEndian(1 << 20, 4).ascii("abc").stop())
        .hasMessageContaining("the pickle ends too early");
  }

  @Test
  void anEndlessLineIsMalformed() {
    malformed(PickleWriter.start().ascii("c").repeat("x", 5000).stop())
        .hasMessageContaining("a name of 1001 exceeds the limit of 1000");
  }

  @Test
  void brokenUtf8IsMalformed() {
    malformed(PickleWriter.start().code(0x8c, 2, 0xc3, 0x28).stop())
        .hasMessageContaining("at byte 2: a text is not UTF-8");
  }

  @Test
  void anObjectArrayOfNumpyIsUnsupported() {
    unsupported(
            PickleWriter.start()
                .global("numpy", "dtype")
                .value(Tuple.of("O8", false, true))
                .ascii("R")
                .stop())
        .hasMessageContaining("the numpy type 'O8'");
  }

  @Test
  void aNumpyScalarOfTheWrongLengthIsMalformed() {
    malformed(
            PickleWriter.start()
                .global("numpy.core.multiarray", "scalar")
                .global("numpy", "dtype")
                .value(Tuple.of("f8", false, true))
                .ascii("RC")
                .code(2, 0, 0, 0x86)
                .ascii("R")
                .stop())
        .hasMessageContaining("a numpy scalar of type f8 has 2 bytes");
  }

  @Test
  void aBigEndianNumpyScalarIsUnsupported() {
    unsupported(
            PickleWriter.start()
                .global("numpy", "dtype")
                .value(Tuple.of("f8", false, true))
                .ascii("R")
                .value(Tuple.of(3L, ">"))
                .ascii("b")
                .stop())
        .hasMessageContaining("the numpy byte order '>'");
  }

  @Test
  void aByteStringAsTextOfWideCharactersIsMalformed() {
    malformed(
            PickleWriter.start()
                .global("_codecs", "encode")
                .value(Tuple.of("\u20ac", "latin1"))
                .ascii("R")
                .stop())
        .hasMessageContaining("code points below 256");
  }

  @Test
  void aSetOfAListOfListsIsUnsupported() {
    unsupported(
            PickleWriter.start()
                .global("builtins", "set")
                .value(Tuple.of(List.of(List.of())))
                .ascii("R")
                .stop())
        .hasMessageContaining("a list of 0 as a key");
  }

  @Test
  void aSetOfANumberIsMalformed() {
    malformed(PickleWriter.start().global("builtins", "set").value(Tuple.of(1L)).ascii("R").stop())
        .hasMessageContaining("set takes one list");
  }

  @Test
  void limitsMustBePositive() {
    assertThatThrownBy(() -> new PickleLimits(1, 1, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The limit depth (0) must be at least 1.");
  }

  @Test
  void aReferenceToTheOutsideIsUnsupported() {
    unsupported(PickleWriter.start().text("storage").ascii("Q").stop())
        .hasMessageContaining("a reference to data outside the pickle");
  }

  private static AbstractThrowableAssert<?, ?> malformed(byte[] pickle) {
    return assertThatThrownBy(() -> read(pickle)).isInstanceOf(MalformedTableException.class);
  }

  private static AbstractThrowableAssert<?, ?> unsupported(byte[] pickle) {
    return assertThatThrownBy(() -> read(pickle)).isInstanceOf(UnsupportedTableException.class);
  }

  private static Object read(byte[] pickle) throws IOException {
    return read(pickle, PickleLimits.DEFAULTS);
  }

  private static Object read(byte[] pickle, PickleLimits limits) throws IOException {
    return new PickleReader(limits, AllowedGlobals.standard(), PersistentIds.NONE)
        .read(PATH, new ByteArrayInputStream(pickle));
  }
}
