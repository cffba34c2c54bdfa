package org.nasbench4j.space.size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;

/**
 * The 32,768 networks of NATS-Bench's size space in the benchmark's official order: lexicographic
 * in the widths, the first stage slowest, without the shuffle of the topology space.
 *
 * <p>Making a space takes a millisecond and half a megabyte; every method below runs in constant
 * time. Networks that a space returns are shared: equal networks are one instance. Immutable and
 * thread-safe.
 *
 * <p>{@link #parse} reads two notations: the widths, as in {@code 8:8:8:16:32}, and an official
 * index of at most five digits.
 */
public final class SizeSpace implements IndexedSpace {
  private static final List<Integer> DECISIONS =
      Collections.nCopies(SizeNetwork.STAGES, SizeNetwork.WIDTHS);

  private final SizeNetwork[] networks = new SizeNetwork[SizeNetwork.NETWORKS];

  /** Makes the space. */
  public SizeSpace() {
    Arrays.setAll(networks, SizeNetwork::ofCode);
  }

  @Override
  public String id() {
    return "nats-sss";
  }

  @Override
  public long size() {
    return SizeNetwork.NETWORKS;
  }

  @Override
  public SizeNetwork architecture(int index) {
    if (index < 0 || index >= SizeNetwork.NETWORKS) {
      throw new IllegalArgumentException(
          "The index (%d) of a nats-sss network must be 0 to 32767.".formatted(index));
    }
    return networks[index];
  }

  @Override
  public int index(Architecture architecture) {
    return network(architecture).code();
  }

  /**
   * The architecture as a network of this space.
   *
   * @param architecture an architecture of unknown type
   * @return the same architecture
   * @throws IllegalArgumentException if it is of another space
   */
  public SizeNetwork network(Architecture architecture) {
    if (architecture instanceof SizeNetwork network) {
      return network;
    }
    throw new IllegalArgumentException(
        "The architecture (%s) is not of the space nats-sss. Read it with this space's parse."
            .formatted(architecture.text()));
  }

  /**
   * Reads widths, or an official index of one to five digits.
   *
   * @param text for example {@code 8:8:8:16:32} or {@code 11}
   * @return the shared instance of the network
   * @throws IllegalArgumentException if the text is neither; the message shows the text and the
   *     grammar
   */
  @Override
  public SizeNetwork parse(String text) {
    if (text.indexOf(':') >= 0) {
      return networks[SizeNetwork.parse(text).code()];
    }
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) < SizeNetwork.NETWORKS) {
      return networks[Integer.parseInt(text)];
    }
    throw new IllegalArgumentException(
        "The architecture (%s) is not a nats-sss network. Write %s; or an index 0 to 32767."
            .formatted(SizeNetwork.shown(text), SizeNetwork.GRAMMAR));
  }

  /** Draws each stage's width uniformly, that is, each network with the same probability. */
  @Override
  public SizeNetwork sample(RandomGenerator random) {
    return networks[random.nextInt(SizeNetwork.NETWORKS)];
  }

  /**
   * Changes one stage: a stage and one of the other seven widths are drawn uniformly, in this
   * order. The evolution in NATS-Bench's code draws among all eight widths, so that one child in
   * eight is its parent; what differs from its parent is distributed alike.
   */
  @Override
  public SizeNetwork mutate(Architecture parent, RandomGenerator random) {
    SizeNetwork network = network(parent);
    int stage = random.nextInt(SizeNetwork.STAGES);
    int shift = 1 + random.nextInt(SizeNetwork.WIDTHS - 1);
    return networks[network.codeWith(stage, (network.digit(stage) + shift) % SizeNetwork.WIDTHS)];
  }

  /**
   * The 35 networks that differ in the width of one stage, however far: what {@link #mutate} can
   * give.
   *
   * @return in the order of stages, then of widths
   */
  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    SizeNetwork network = network(architecture);
    List<Architecture> neighbours = new ArrayList<>(SizeNetwork.STAGES * (SizeNetwork.WIDTHS - 1));
    for (int stage = 0; stage < SizeNetwork.STAGES; stage++) {
      for (int digit = 0; digit < SizeNetwork.WIDTHS; digit++) {
        if (digit != network.digit(stage)) {
          neighbours.add(networks[network.codeWith(stage, digit)]);
        }
      }
    }
    return Collections.unmodifiableList(neighbours);
  }

  /** Five decisions, one for each stage, of eight widths. */
  @Override
  public List<Integer> decisions() {
    return DECISIONS;
  }

  @Override
  public SizeNetwork decode(int[] choices) {
    if (choices.length != SizeNetwork.STAGES) {
      throw new IllegalArgumentException(
          "The choices %s must be five, one for each stage of a nats-sss network."
              .formatted(Arrays.toString(choices)));
    }
    int code = 0;
    for (int choice : choices) {
      if (choice < 0 || choice >= SizeNetwork.WIDTHS) {
        throw new IllegalArgumentException(
            "The choice (%d) of a width must be 0 to 7, for 8 to 64 channels.".formatted(choice));
      }
      code = code * SizeNetwork.WIDTHS + choice;
    }
    return networks[code];
  }

  @Override
  public int[] encode(Architecture architecture) {
    SizeNetwork network = network(architecture);
    int[] choices = new int[SizeNetwork.STAGES];
    Arrays.setAll(choices, network::digit);
    return choices;
  }
}
