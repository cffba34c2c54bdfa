package org.nasbench4j.space.nb101;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The benchmark's isomorphism-invariant hash: MD5 over the pruned graph's vertices, each refined by
 * the sorted hashes of its neighbours as often as there are vertices.
 *
 * <p>Two modules have one hash if and only if they are isomorphic; that holds for all 423,624. A
 * hash takes up to 57 digests; tables are better keyed by {@link ModuleKey}. Used by one thread at
 * a time; nothing but the text is allocated.
 *
 * <p>Source: {@code graph_util.hash_module} of the published code.
 */
public final class ModuleHasher {
  private static final int DIGEST = 16;
  private static final int HEX = 32;
  private static final int INPUT_LABEL = -1;
  private static final int OUTPUT_LABEL = -2;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest md5;
  private final byte[] digest = new byte[DIGEST];
  private byte[][] hashes = new byte[Nb101Module.MAX_VERTICES][HEX];
  private byte[][] refined = new byte[Nb101Module.MAX_VERTICES][HEX];
  private final byte[] text = new byte[HEX];

  // The vertices by their hashes.
  private final int[] order = new int[Nb101Module.MAX_VERTICES];

  // The last message, of four more characters for each vertex, is the longest.
  private final byte[] message = new byte[Nb101Module.MAX_VERTICES * (HEX + 4)];
  private int length;

  /**
   * Makes a hasher.
   *
   * @throws IllegalStateException never on a Java platform, which must have MD5
   */
  public ModuleHasher() {
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5.", e);
    }
  }

  /**
   * The hash of a module, which is pruned first.
   *
   * @param module the module as written
   * @return 32 lower-case hexadecimal digits
   */
  public String hash(Nb101Module module) {
    long code = ModuleCode.pruned(module.code());
    int vertices = ModuleCode.vertices(code);
    int edges = ModuleCode.edges(code);
    for (int vertex = 0; vertex < vertices; vertex++) {
      start(code, vertex);
    }
    for (int round = 0; round < vertices; round++) {
      sort(vertices);
      for (int vertex = 0; vertex < vertices; vertex++) {
        refine(edges, vertices, vertex);
      }
      byte[][] free = hashes;
      hashes = refined;
      refined = free;
    }
    sort(vertices);
    return all(vertices);
  }

  // Python's text of the tuple (out-degree, in-degree, label).
  private void start(long code, int vertex) {
    int vertices = ModuleCode.vertices(code);
    int edges = ModuleCode.edges(code);
    append('(');
    append('0' + Integer.bitCount(ModuleCode.successors(edges, vertices, vertex)));
    append(',');
    append(' ');
    append('0' + Integer.bitCount(ModuleCode.predecessors(edges, vertex)));
    append(',');
    append(' ');
    appendLabel(label(code, vertex));
    append(')');
    digestTo(hashes[vertex]);
  }

  static int label(long code, int vertex) {
    if (vertex == 0) {
      return INPUT_LABEL;
    }
    return vertex == ModuleCode.vertices(code) - 1 ? OUTPUT_LABEL : ModuleCode.label(code, vertex);
  }

  private void appendLabel(int label) {
    if (label < 0) {
      append('-');
    }
    append('0' + Math.abs(label));
  }

  private void refine(int edges, int vertices, int vertex) {
    appendNeighbours(ModuleCode.predecessors(edges, vertex), vertices);
    append('|');
    appendNeighbours(ModuleCode.successors(edges, vertices, vertex), vertices);
    append('|');
    append(hashes[vertex]);
    digestTo(refined[vertex]);
  }

  private void appendNeighbours(int neighbours, int vertices) {
    for (int i = 0; i < vertices; i++) {
      if (((neighbours >>> order[i]) & 1) == 1) {
        append(hashes[order[i]]);
      }
    }
  }

  // Python's text of the sorted list of strings.
  private String all(int vertices) {
    for (int i = 0; i < vertices; i++) {
      append(i == 0 ? '[' : ',');
      if (i > 0) {
        append(' ');
      }
      append('\'');
      append(hashes[order[i]]);
      append('\'');
    }
    append(']');
    digestTo(text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private void sort(int vertices) {
    for (int i = 0; i < vertices; i++) {
      int at = i;
      while (at > 0 && Arrays.compare(hashes[i], hashes[order[at - 1]]) < 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }

  private void append(int character) {
    message[length++] = (byte) character;
  }

  private void append(byte[] characters) {
    System.arraycopy(characters, 0, message, length, characters.length);
    length += characters.length;
  }

  // The hash of the message as hexadecimal digits; the next message is empty.
  private void digestTo(byte[] hex) {
    try {
      md5.update(message, 0, length);
      md5.digest(digest, 0, DIGEST);
    } catch (DigestException e) {
      throw new IllegalStateException("An MD5 hash has 16 bytes.", e);
    }
    for (int i = 0; i < DIGEST; i++) {
      hex[2 * i] = DIGITS[(digest[i] >>> 4) & 15];
      hex[2 * i + 1] = DIGITS[digest[i] & 15];
    }
    length = 0;
  }
}
