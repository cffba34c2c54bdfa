package org.nasbench4j.space.nb101;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.KeyedSpace;

/**
 * The modules of NAS-Bench-101 as its searches write them: seven vertices, of which those on no
 * path count for nothing.
 *
 * <p>The 21 possible edges and five operations make up a module; many combinations are not valid,
 * most of them because more than nine edges are left after pruning. Methods that draw reject those,
 * as the published code does. {@link #parse} reads modules of fewer vertices as well; varied or
 * encoded, they get unused vertices before the output, with conv1x1. Many written modules are one
 * to the benchmark, which trained 423,624 ({@link Nb101Enumeration}). Immutable and thread-safe.
 */
public final class Nb101Space implements KeyedSpace {
  /** The number of valid combinations of the 21 edges and five operations. */
  static final long WRITTEN = 373_754_169;

  /** The number of modules that the benchmark trained. */
  private static final int CLASSES = 423_624;

  private static final int VERTICES = Nb101Module.MAX_VERTICES;
  private static final int INTERIOR = VERTICES - 2;
  private static final int EDGES = VERTICES * (VERTICES - 1) / 2;
  private static final List<Integer> DECISIONS = makeDecisions();

  private static List<Integer> makeDecisions() {
    List<Integer> decisions = new ArrayList<>(Collections.nCopies(EDGES, 2));
    decisions.addAll(Collections.nCopies(INTERIOR, VertexOperation.COUNT));
    return List.copyOf(decisions);
  }

  @Override
  public String id() {
    return "nb101";
  }

  /** Counts the valid modules as written with seven vertices, isomorphic ones apart. */
  @Override
  public long size() {
    return WRITTEN;
  }

  /** Counts the modules that the benchmark trained: isomorphic ones once. */
  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public long code(Architecture architecture) {
    return module(architecture).code();
  }

  @Override
  public Nb101Module architecture(long code) {
    if (!ModuleCode.isOne(code)) {
      throw new IllegalArgumentException("The code (%d) is of no nb101 module.".formatted(code));
    }
    return new Nb101Module(code);
  }

  /** A {@link ModuleKey}: all modules of the benchmark have different keys. */
  @Override
  public long key(Architecture architecture) {
    return ModuleKey.of(module(architecture));
  }

  /**
   * The architecture as a module.
   *
   * @param architecture an architecture of unknown type
   * @return the same architecture
   * @throws IllegalArgumentException if it is of another space
   */
  public Nb101Module module(Architecture architecture) {
    if (architecture instanceof Nb101Module module) {
      return module;
    }
    throw new IllegalArgumentException(
        "The architecture (%s) is not of the space nb101. Read it with this space's parse."
            .formatted(architecture.text()));
  }

  /**
   * Reads the matrix and the operations.
   *
   * @param text for example {@code 010001000:input,maxpool3x3,output}
   * @return the module as written
   * @throws IllegalArgumentException if the text is no module; the message says what is wrong
   */
  @Override
  public Nb101Module parse(String text) {
    return Nb101Module.parse(text);
  }

  /**
   * Draws each of the 21 edges with probability one half and each of the five operations uniformly,
   * again and again until the module is valid.
   */
  @Override
  public Nb101Module sample(RandomGenerator random) {
    while (true) {
      long code = ModuleCode.of(VERTICES, random.nextInt(1 << EDGES));
      for (int vertex = 1; vertex <= INTERIOR; vertex++) {
        code = ModuleCode.withLabel(code, vertex, random.nextInt(VertexOperation.COUNT));
      }
      if (ModuleCode.fits(code)) {
        return new Nb101Module(code);
      }
    }
  }

  /**
   * Flips each of the 21 edges with probability 1/7 and changes each of the five operations to
   * another one with probability 1/5, again and again until the module is valid and, other than in
   * the published code, differs from its parent.
   */
  @Override
  public Nb101Module mutate(Architecture parent, RandomGenerator random) {
    long code = padded(module(parent));
    while (true) {
      long child = code;
      for (int edge = 0; edge < EDGES; edge++) {
        child ^= random.nextInt(VERTICES) == 0 ? 1L << edge : 0;
      }
      for (int vertex = 1; vertex <= INTERIOR; vertex++) {
        if (random.nextInt(INTERIOR) == 0) {
          child = relabelled(child, vertex, 1 + random.nextInt(VertexOperation.COUNT - 1));
        }
      }
      if (child != code && ModuleCode.fits(child)) {
        return new Nb101Module(child);
      }
    }
  }

  private static long relabelled(long code, int vertex, int shift) {
    int label = (ModuleCode.label(code, vertex) + shift) % VertexOperation.COUNT;
    return ModuleCode.withLabel(code, vertex, label);
  }

  // The module written with seven vertices: unused ones before the output, with conv1x1.
  private static long padded(Nb101Module module) {
    int last = module.vertices() - 1;
    int inner = (1 << (last * (last - 1) / 2)) - 1;
    int edges = ModuleCode.edges(module.code()) & inner;
    for (int rest = module.predecessors(last); rest != 0; rest &= rest - 1) {
      edges |= ModuleCode.edgeBit(Integer.numberOfTrailingZeros(rest), VERTICES - 1);
    }
    long code = ModuleCode.of(VERTICES, edges);
    for (int vertex = 1; vertex <= INTERIOR; vertex++) {
      int unused = VertexOperation.CONV_1X1.label();
      int label = vertex < last ? module.operation(vertex).label() : unused;
      code = ModuleCode.withLabel(code, vertex, label);
    }
    return code;
  }

  /**
   * The valid modules with one edge more or less, or with one other operation.
   *
   * @return in the order of edges as {@link #decisions} has them, then of operations
   */
  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    int[] choices = encode(architecture);
    List<Architecture> neighbours = new ArrayList<>(EDGES + INTERIOR * 2);
    for (int i = 0; i < choices.length; i++) {
      int kept = choices[i];
      for (int option = 0; option < DECISIONS.get(i); option++) {
        choices[i] = option;
        long code = code(choices);
        if (option != kept && ModuleCode.fits(code)) {
          neighbours.add(new Nb101Module(code));
        }
      }
      choices[i] = kept;
    }
    return Collections.unmodifiableList(neighbours);
  }

  /**
   * 21 edges that are there or not, in the order 0-1, 0-2, to 0-6, 1-2, to 5-6, and five operations
   * by label. Not every combination is valid.
   */
  @Override
  public List<Integer> decisions() {
    return DECISIONS;
  }

  /**
   * The module that decisions describe.
   *
   * @throws IllegalArgumentException if the length or an option is out of range, or the module is
   *     not valid
   */
  @Override
  public Nb101Module decode(int[] choices) {
    requireOptions(choices);
    long code = code(choices);
    if (!ModuleCode.fits(code)) {
      throw new IllegalArgumentException(
          "The choices %s are no nb101 module: %s."
              .formatted(
                  Arrays.toString(choices),
                  ModuleCode.isConnected(code)
                      ? "more than 9 edges are left after pruning"
                      : "no path leads from input to output"));
    }
    return new Nb101Module(code);
  }

  /** False if no path leads from input to output, or more than 9 edges are left after pruning. */
  @Override
  public boolean isArchitecture(int[] choices) {
    requireOptions(choices);
    return ModuleCode.fits(code(choices));
  }

  private static void requireOptions(int[] choices) {
    if (choices.length != DECISIONS.size()) {
      throw new IllegalArgumentException(
          "The choices %s must be 26: 21 edges and five operations of an nb101 module."
              .formatted(Arrays.toString(choices)));
    }
    for (int i = 0; i < choices.length; i++) {
      if (choices[i] < 0 || choices[i] >= DECISIONS.get(i)) {
        throw new IllegalArgumentException(
            "Choice %d (%d) of an nb101 module must be 0 to %d."
                .formatted(i, choices[i], DECISIONS.get(i) - 1));
      }
    }
  }

  private static long code(int[] choices) {
    int edges = 0;
    int choice = 0;
    for (int source = 0; source < VERTICES - 1; source++) {
      for (int vertex = source + 1; vertex < VERTICES; vertex++) {
        edges |= choices[choice++] * ModuleCode.edgeBit(source, vertex);
      }
    }
    long code = ModuleCode.of(VERTICES, edges);
    for (int vertex = 1; vertex <= INTERIOR; vertex++) {
      code = ModuleCode.withLabel(code, vertex, choices[choice++]);
    }
    return code;
  }

  @Override
  public int[] encode(Architecture architecture) {
    long code = padded(module(architecture));
    int edges = ModuleCode.edges(code);
    int[] choices = new int[DECISIONS.size()];
    int choice = 0;
    for (int source = 0; source < VERTICES - 1; source++) {
      for (int vertex = source + 1; vertex < VERTICES; vertex++) {
        choices[choice++] = (edges & ModuleCode.edgeBit(source, vertex)) != 0 ? 1 : 0;
      }
    }
    for (int vertex = 1; vertex <= INTERIOR; vertex++) {
      choices[choice++] = ModuleCode.label(code, vertex);
    }
    return choices;
  }
}
