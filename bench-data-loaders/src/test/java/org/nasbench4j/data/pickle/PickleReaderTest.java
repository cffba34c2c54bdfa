package org.nasbench4j.data.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickleReaderTest {

  // Written by CPython 3 and numpy 2, pickle.dumps(value, protocol) of
  // {'a': [1, -2, 300, 70000, 2**40, 2**70, 1.5, True, False, None, 'é', ()], ('x', 7): {5},
  //  'b': b'\x00\xff', 'd': OrderedDict([(0, .5), (1, .25)]), 'n': np.float64(0.1),
  //  'i': np.int64(-3), 't': (1, 2, 3, 4)}
  private static final String PROTOCOL_2 =
      "80027d71002858010000006171015d7102284b014afeffffff4d2c014a701101008a060000000000018a09000000"
          + "000000000040473ff800000000000088894e5802000000c3a97103296558010000007871044b07867105635f"
          + "5f6275696c74696e5f5f0a7365740a71065d71074b0561857108527109580100000062710a635f636f646563"
          + "730a656e636f64650a710b580300000000c3bf710c58060000006c6174696e31710d86710e52710f58010000"
          + "0064711063636f6c6c656374696f6e730a4f726465726564446963740a711129527112284b00473fe0000000"
          + "0000004b01473fd00000000000007558010000006e7113636e756d70792e5f636f72652e6d756c7469617272"
          + "61790a7363616c61720a7114636e756d70790a64747970650a71155802000000663871168988877117527118"
          + "284b0358010000003c71194e4e4e4affffffff4affffffff4b0074711a62680b580f000000c29ac299c299c2"
          + "99c299c299c2b93f711b680d86711c52711d86711e52711f5801000000697120681468155802000000693871"
          + "218988877122527123284b0368194e4e4e4affffffff4affffffff4b0074712462680b5810000000c3bdc3bf"
          + "c3bfc3bfc3bfc3bfc3bfc3bf7125680d867126527127867128527129580100000074712a284b014b024b034b"
          + "0474712b752e";
  private static final String PROTOCOL_3 =
      "80037d71002858010000006171015d7102284b014afeffffff4d2c014a701101008a060000000000018a09000000"
          + "000000000040473ff800000000000088894e5802000000c3a97103296558010000007871044b078671056362"
          + "75696c74696e730a7365740a71065d71074b0561857108527109580100000062710a430200ff710b58010000"
          + "0064710c63636f6c6c656374696f6e730a4f726465726564446963740a710d2952710e284b00473fe0000000"
          + "0000004b01473fd00000000000007558010000006e710f636e756d70792e5f636f72652e6d756c7469617272"
          + "61790a7363616c61720a7110636e756d70790a64747970650a71115802000000663871128988877113527114"
          + "284b0358010000003c71154e4e4e4affffffff4affffffff4b007471166243089a9999999999b93f71178671"
          + "18527119580100000069711a6810681158020000006938711b898887711c52711d284b0368154e4e4e4affff"
          + "ffff4affffffff4b0074711e624308fdffffffffffffff711f8671205271215801000000747122284b014b02"
          + "4b034b04747123752e";
  private static final String FRAMED =
      "954a010000000000007d94288c0161945d94284b014afeffffff4d2c014a701101008a060000000000018a09"
          + "000000000000000040473ff800000000000088894e8c02c3a99429658c0178944b0786948f94284b05908c01"
          + "6294430200ff948c0164948c0b636f6c6c656374696f6e73948c0b4f72646572656444696374949394295294"
          + "284b00473fe00000000000004b01473fd0000000000000758c016e948c166e756d70792e5f636f72652e6d75"
          + "6c74696172726179948c067363616c61729493948c056e756d7079948c0564747970659493948c0266389489"
          + "8887945294284b038c013c944e4e4e4affffffff4affffffff4b0074946243089a9999999999b93f94869452"
          + "948c016994681168148c02693894898887945294284b0368184e4e4e4affffffff4affffffff4b0074946243"
          + "08fdffffffffffffff94869452948c017494284b014b024b034b047494752e";
  private static final String PROTOCOL_4 = "8004" + FRAMED;
  private static final String PROTOCOL_5 = "8005" + FRAMED;

  // pickle.dumps([bytearray(b'ab'), frozenset([1])], 5)
  private static final String BYTEARRAY_AND_FROZENSET =
      "80059516000000000000005d9428960200000000000000616294284b019194652e";

  // pickle.dumps([np.float32(0.5), np.bool_(True), np.int32(-7)], 4)
  private static final String SMALL_NUMPY_SCALARS =
      "800495cb000000000000005d94288c166e756d70792e5f636f72652e6d756c74696172726179948c067363616c61"
          + "729493948c056e756d7079948c0564747970659493948c02663494898887945294284b038c013c944e4e4e4a"
          + "ffffffff4affffffff4b0074946243040000003f9486945294680368068c02623194898887945294284b038c"
          + "017c944e4e4e4affffffff4affffffff4b007494624301019486945294680368068c02693494898887945294"
          + "284b03680a4e4e4e4affffffff4affffffff4b007494624304f9ffffff9486945294652e";

  private static final Path PATH = Path.of("test.pickle");

  @ParameterizedTest
  @ValueSource(strings = {PROTOCOL_2, PROTOCOL_3, PROTOCOL_4, PROTOCOL_5})
  void everyProtocolGivesTheSameValues(String pickle) throws IOException {
    PickleDict dict = (PickleDict) read(pickle);

    assertThat(((PickleList) at(dict, "a")).items())
        .containsExactly(
            1L,
            -2L,
            300L,
            70000L,
            1L << 40,
            BigInteger.TWO.pow(70),
            1.5,
            true,
            false,
            PickleNone.NONE,
            "é",
            new PickleTuple(List.of()));
    assertThat(((PickleSet) at(dict, new PickleTuple(List.of("x", 7L)))).items())
        .containsExactly(5L);
    assertThat((byte[]) at(dict, "b")).containsExactly(0, 0xff);
    assertThat(items((PickleDict) at(dict, "d"))).isEqualTo(Map.of(0L, 0.5, 1L, 0.25));
    assertThat(at(dict, "n")).isEqualTo(0.1);
    assertThat(at(dict, "i")).isEqualTo(-3L);
    assertThat(((PickleTuple) at(dict, "t")).items()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void byteArraysAndFrozenSetsAreRead() throws IOException {
    PickleList list = (PickleList) read(BYTEARRAY_AND_FROZENSET);

    assertThat((byte[]) list.items().get(0)).containsExactly('a', 'b');
    assertThat(((PickleSet) list.items().get(1)).items()).containsExactly(1L);
  }

  @Test
  void smallNumpyScalarsAreRead() throws IOException {
    assertThat(((PickleList) read(SMALL_NUMPY_SCALARS)).items()).containsExactly(0.5, true, -7L);
  }

  @Test
  void aCurveThatTurnsIntoAnotherDictKeepsItsItemsAndTheirOrder() throws IOException {
    Map<Object, Object> items = new LinkedHashMap<>();
    for (long epoch = 0; epoch < 20; epoch++) {
      items.put(epoch, epoch / 2.0);
    }
    items.put("x", 1L);
    items.put(20L, 7.0);

    PickleDict dict = (PickleDict) read(PickleWriter.pickle(items));

    assertThat(items(dict)).containsExactlyEntriesOf(items);
    assertThat(dict.size()).isEqualTo(22);
  }

  @Test
  void aLaterValueOfAKeyReplacesTheEarlierOne() throws IOException {
    byte[] pickle =
        PickleWriter.start()
            .ascii("}(")
            .value(0L)
            .value(1.5)
            .value(0L)
            .value(2.5)
            .ascii("u")
            .stop();

    assertThat(items((PickleDict) read(pickle))).isEqualTo(Map.of(0L, 2.5));
  }

  @Test
  void furtherGlobalsCanBeAllowed() throws IOException {
    PickleReader reader =
        new PickleReader(
            PickleLimits.DEFAULTS,
            AllowedGlobals.standard().with("fractions", "Fraction", (arguments, site) -> arguments),
            PersistentIds.NONE);
    byte[] pickle =
        PickleWriter.start()
            .global("fractions", "Fraction")
            .value(PickleWriter.Tuple.of(1L, 3L))
            .ascii("R")
            .stop();

    assertThat(reader.read(PATH, new ByteArrayInputStream(pickle)))
        .isEqualTo(new PickleTuple(List.of(1L, 3L)));
  }

  @Test
  void persistentIdsAreResolvedByWhoeverKnowsThem() throws IOException {
    PickleReader reader =
        new PickleReader(
            PickleLimits.DEFAULTS, AllowedGlobals.standard(), (id, site) -> "storage " + id);

    assertThat(
            reader.read(
                PATH, new ByteArrayInputStream(PickleWriter.start().text("0").ascii("Q").stop())))
        .isEqualTo("storage 0");
  }

  private static Object at(PickleDict dict, Object key) {
    return dict.get(key).orElseThrow();
  }

  private static Map<Object, Object> items(PickleDict dict) {
    Map<Object, Object> items = new LinkedHashMap<>();
    dict.forEach(items::put);
    return items;
  }

  private static Object read(String hex) throws IOException {
    return read(HexFormat.of().parseHex(hex));
  }

  private static Object read(byte[] pickle) throws IOException {
    return PickleReader.withDefaults().read(PATH, new ByteArrayInputStream(pickle));
  }
}
