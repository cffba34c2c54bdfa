package org.nasbench4j.data.torch;

import java.io.IOException;
import java.math.BigInteger;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleSequence;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;

/** The three pickles before the object of a legacy file: magic number, version, byte order. */
final class LegacyHeader {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final Long VERSION = 1001L;

  private LegacyHeader() {}

  static void read(PickleSequence pickles) throws IOException {
    Object magic = pickles.next();
    PickleSite afterMagic = pickles.site();
    if (!MAGIC.equals(magic)) {
      throw afterMagic.malformed(
          "a torch file starts with torch's magic number, not " + PickleValues.describe(magic));
    }
    Object version = pickles.next();
    if (!VERSION.equals(version)) {
      throw afterMagic.unsupported("torch file " + PickleValues.describe(version), "version 1001");
    }
    PickleSite afterVersion = pickles.site();
    Object system = pickles.next();
    if (!(system instanceof PickleDict dict)) {
      throw afterVersion.malformed(
          "the system must be a dict, not " + PickleValues.describe(system));
    }
    if (!dict.get("little_endian").orElse(false).equals(true)) {
      throw afterVersion.unsupported("a torch file of another byte order", "little-endian files");
    }
  }
}
