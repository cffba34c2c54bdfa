package org.nasbench4j.space.nb201;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.random.PythonRandom;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;

/**
 * The 15,625 cells of NAS-Bench-201 in the benchmark's official order, which NATS-Bench's topology
 * space shares.
 *
 * <p>The order is generated, not read: the cells in lexicographic order, shuffled as CPython's
 * {@code random.seed(88); random.shuffle(cells)} does. Making a space takes a few milliseconds and
 * half a megabyte; every method below runs in constant time. Cells that a space returns are shared:
 * equal cells are one instance. Immutable and thread-safe.
 *
 * <p>{@link #parse} reads three notations: the architecture string; six digits 0 to 4, one for each
 * edge; and an official index of at most five digits.
 */
public final class Nb201Space implements IndexedSpace {
  private static final int SHUFFLE_SEED = 88;
  private static final List<Integer> DECISIONS =
      Collections.nCopies(Nb201Cell.EDGES, Operation.COUNT);

  private final Nb201Cell[] cells = new Nb201Cell[Nb201Cell.CELLS];
  private final int[] indexOfCode = new int[Nb201Cell.CELLS];

  /** Makes the space. */
  public Nb201Space() {
    for (int code = 0; code < Nb201Cell.CELLS; code++) {
      cells[code] = Nb201Cell.ofCode(code);
    }
    new PythonRandom(SHUFFLE_SEED).shuffle(cells);
    for (int index = 0; index < Nb201Cell.CELLS; index++) {
      indexOfCode[cells[index].code()] = index;
    }
  }

  @Override
  public String id() {
    return "nb201";
  }

  @Override
  public long size() {
    return Nb201Cell.CELLS;
  }

  @Override
  public Nb201Cell architecture(int index) {
    if (index < 0 || index >= Nb201Cell.CELLS) {
      throw new IllegalArgumentException(
          "The index (%d) of an nb201 cell must be 0 to 15624.".formatted(index));
    }
    return cells[index];
  }

  @Override
  public int index(Architecture architecture) {
    return indexOfCode[cell(architecture).code()];
  }

  /**
   * The architecture as a cell of this space.
   *
   * @param architecture an architecture of unknown type
   * @return the same architecture
   * @throws IllegalArgumentException if it is of another space
   */
  public Nb201Cell cell(Architecture architecture) {
    if (architecture instanceof Nb201Cell cell) {
      return cell;
    }
    throw new IllegalArgumentException(
        "The architecture (%s) is not of the space nb201. Read it with this space's parse."
            .formatted(architecture.text()));
  }

  /**
   * Reads an architecture string, six digits, or an official index of one to five digits.
   *
   * @param text for example {@code 421211} or {@code 0}
   * @return the shared instance of the cell
   * @throws IllegalArgumentException if the text is none of these; the message shows the text and
   *     the grammar
   */
  @Override
  public Nb201Cell parse(String text) {
    if (text.startsWith("|")) {
      return shared(Nb201Cell.parse(text).code());
    }
    if (text.matches("[0-4]{6}")) {
      return shared(Integer.parseInt(text, Operation.COUNT));
    }
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) < Nb201Cell.CELLS) {
      return cells[Integer.parseInt(text)];
    }
    throw new IllegalArgumentException(
        "The architecture (%s) is not an nb201 cell. Write %s; or six digits 0 to 4; or an index 0 to 15624."
            .formatted(ArchitectureString.shown(text), ArchitectureString.grammar()));
  }

  private Nb201Cell shared(int code) {
    return cells[indexOfCode[code]];
  }

  /** Draws each edge's operation uniformly, that is, each cell with the same probability. */
  @Override
  public Nb201Cell sample(RandomGenerator random) {
    return shared(random.nextInt(Nb201Cell.CELLS));
  }

  /**
   * Changes one edge: a node 1 to 3, one of its incoming edges and one of the other four operations
   * are drawn uniformly, in this order. Edge 1&lt;-0 is thus drawn in one of 3 cases, each edge to
   * node 2 in one of 6, and each edge to node 3 in one of 9.
   */
  @Override
  public Nb201Cell mutate(Architecture parent, RandomGenerator random) {
    Nb201Cell cell = cell(parent);
    int node = 1 + random.nextInt(Nb201Cell.NODES - 1);
    int edge = Nb201Cell.edge(node, random.nextInt(node));
    int shift = 1 + random.nextInt(Operation.COUNT - 1);
    return shared(cell.codeWith(edge, (cell.digit(edge) + shift) % Operation.COUNT));
  }

  /**
   * The 24 cells that differ in one edge.
   *
   * @return in the order of edges, then of operations
   */
  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    Nb201Cell cell = cell(architecture);
    List<Architecture> neighbours = new ArrayList<>(Nb201Cell.EDGES * (Operation.COUNT - 1));
    for (int edge = 0; edge < Nb201Cell.EDGES; edge++) {
      for (int digit = 0; digit < Operation.COUNT; digit++) {
        if (digit != cell.digit(edge)) {
          neighbours.add(shared(cell.codeWith(edge, digit)));
        }
      }
    }
    return Collections.unmodifiableList(neighbours);
  }

  /** Six decisions, one for each edge, of five operations. */
  @Override
  public List<Integer> decisions() {
    return DECISIONS;
  }

  @Override
  public Nb201Cell decode(int[] choices) {
    if (choices.length != Nb201Cell.EDGES) {
      throw new IllegalArgumentException(
          "The choices %s must be six, one for each edge of an nb201 cell."
              .formatted(Arrays.toString(choices)));
    }
    int code = 0;
    for (int choice : choices) {
      code = code * Operation.COUNT + Operation.of(choice).digit();
    }
    return shared(code);
  }

  @Override
  public int[] encode(Architecture architecture) {
    Nb201Cell cell = cell(architecture);
    int[] choices = new int[Nb201Cell.EDGES];
    Arrays.setAll(choices, cell::digit);
    return choices;
  }
}
