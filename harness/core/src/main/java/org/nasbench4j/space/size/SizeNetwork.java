package org.nasbench4j.space.size;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;

/**
 * A network of NATS-Bench's size space: the number of channels of each of five stages, a multiple
 * of 8 up to 64. The stages are a cell, a residual block that halves the side, a cell, another such
 * block and a cell; all cells are the same, {@code
 * |nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|}.
 *
 * <p>Two networks are equal if all five widths are. Immutable and thread-safe.
 *
 * <p>Source: Dong, Liu, Musial and Gabrys, "NATS-Bench: Benchmarking NAS Algorithms for
 * Architecture Topology and Size", TPAMI 2021, doi:10.1109/TPAMI.2021.3054824.
 */
public final class SizeNetwork implements Architecture {
  /** The number of stages of every network. */
  public static final int STAGES = 5;

  /** The number of widths that a stage can have. */
  public static final int WIDTHS = 8;

  /** The least width, and the step from each to the next. */
  public static final int NARROWEST = 8;

  /** The number of different networks, 8 to the power of 5. */
  static final int NETWORKS = 32_768;

  static final String GRAMMAR =
      "c1:c2:c3:c4:c5, each of 8, 16, 24, 32, 40, 48, 56, 64, as in 8:16:32:64:64";

  /** What one step of a stage's width adds to the code: the first stage counts most. */
  private static final int[] STEPS = {4_096, 512, 64, 8, 1};

  private static final String WIDTH = "(8|16|24|32|40|48|56|64)";
  private static final Pattern WRITTEN = Pattern.compile(WIDTH + (":" + WIDTH).repeat(STAGES - 1));
  private static final int LONGEST_SHOWN = 40;

  private final int code;

  private SizeNetwork(int code) {
    this.code = code;
  }

  /**
   * The network with a code.
   *
   * @param code {@code [0, 32767]}, the place in the lexicographic order of the widths, which is
   *     the official index
   * @return the network
   * @throws IllegalArgumentException if the code is out of range
   */
  public static SizeNetwork ofCode(int code) {
    if (code < 0 || code >= NETWORKS) {
      throw new IllegalArgumentException(
          "The index (%d) of a nats-sss network must be 0 to 32767.".formatted(code));
    }
    return new SizeNetwork(code);
  }

  /**
   * Reads a network, exactly as the benchmark writes it.
   *
   * @param text for example {@code 8:8:8:16:32}
   * @return the network
   * @throws IllegalArgumentException if the text is anything else; the message shows the text and
   *     the grammar
   */
  public static SizeNetwork parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "The architecture (%s) is not a nats-sss network. Write %s."
              .formatted(shown(text), GRAMMAR));
    }
    int code = 0;
    for (String width : text.split(":", -1)) {
      code = code * WIDTHS + Integer.parseInt(width) / NARROWEST - 1;
    }
    return new SizeNetwork(code);
  }

  // Errors must not repeat a whole file.
  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  /**
   * The number of this network in the lexicographic order of the widths: the official index.
   *
   * @return {@code [0, 32767]}
   */
  public int code() {
    return code;
  }

  /**
   * The channels of a stage.
   *
   * @param stage {@code [0, 4]}
   * @return 8, 16, 24, 32, 40, 48, 56 or 64
   * @throws IllegalArgumentException if the stage is out of range
   */
  public int width(int stage) {
    return (1 + digit(stage)) * NARROWEST;
  }

  int codeWith(int stage, int digit) {
    return code + (digit - digit(stage)) * STEPS[stage];
  }

  // From 0 for the narrowest.
  int digit(int stage) {
    if (stage < 0 || stage >= STAGES) {
      throw new IllegalArgumentException(
          "The stage (%d) of a nats-sss network must be 0 to 4.".formatted(stage));
    }
    return code / STEPS[stage] % WIDTHS;
  }

  /**
   * The widths, for example {@code 8:8:8:16:32}.
   *
   * @return the text that {@link #parse} reads
   */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder(14).append(width(0));
    for (int stage = 1; stage < STAGES; stage++) {
      text.append(':').append(width(stage));
    }
    return text.toString();
  }

  /** As {@link #text}: every network is a class of its own. */
  @Override
  public String canonical() {
    return text();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SizeNetwork that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  @Override
  public String toString() {
    return text();
  }
}
