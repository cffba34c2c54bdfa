package org.nasbench4j.space.oneshot1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.VertexOperation;

/**
 * One of the three search spaces of NAS-Bench-1Shot1.
 *
 * <p>Decisions are the operation of each block, by {@link VertexOperation#label}, then the parents
 * of each node that has a choice, its sets in lexicographic order. Every combination is valid,
 * loose ends included. Immutable and thread-safe.
 */
public final class OneShotSpace implements SearchSpace {
  private final OneShotLayout layout;
  private final List<Integer> decisions;

  /**
   * Makes a space.
   *
   * @param layout which of the three
   */
  public OneShotSpace(OneShotLayout layout) {
    this.layout = layout;
    List<Integer> options =
        new ArrayList<>(Collections.nCopies(layout.blocks(), VertexOperation.values().length));
    layout.choosingNodes().forEach(node -> options.add(layout.parentSets(node).size()));
    decisions = List.copyOf(options);
  }

  @Override
  public String id() {
    return layout.id();
  }

  /**
   * Which of the three spaces this is.
   *
   * @return the layout
   */
  public OneShotLayout layout() {
    return layout;
  }

  /**
   * Counts all combinations of parents and operations.
   *
   * @return 14,580, 29,160 or 1,312,200
   */
  @Override
  public long size() {
    return decisions.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /** Counts the modules of NAS-Bench-101 that the cells are: 2,685, 7,773 or 55,854. */
  @Override
  public long measured() {
    return layout.modules();
  }

  /**
   * All cells.
   *
   * @return a new stream in the lexicographic order of decisions
   */
  public Stream<OneShotCell> cells() {
    return LongStream.range(0, size()).mapToObj(this::cell);
  }

  private OneShotCell cell(long number) {
    int[] choices = new int[decisions.size()];
    long rest = number;
    for (int i = choices.length - 1; i >= 0; i--) {
      choices[i] = (int) (rest % decisions.get(i));
      rest /= decisions.get(i);
    }
    return decode(choices);
  }

  /**
   * The architecture as a cell of this space.
   *
   * @param architecture an architecture of unknown type
   * @return the same architecture
   * @throws IllegalArgumentException if it is of another space
   */
  public OneShotCell cell(Architecture architecture) {
    if (architecture instanceof OneShotCell cell && cell.layout() == layout) {
      return cell;
    }
    throw new IllegalArgumentException(
        "The architecture (%s) is not of the space %s. Read it with this space's parse."
            .formatted(architecture.text(), id()));
  }

  /**
   * Reads the parents of each node and the operation of each block.
   *
   * @param text for example {@code
   *     0-01-12-23-34:maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu}
   * @return the cell
   * @throws IllegalArgumentException if the text is no cell of this space
   */
  @Override
  public OneShotCell parse(String text) {
    return OneShotText.cell(layout, text);
  }

  /** Draws operations and parents uniformly, which is not uniform over modules. */
  @Override
  public OneShotCell sample(RandomGenerator random) {
    return decode(decisions.stream().mapToInt(random::nextInt).toArray());
  }

  /**
   * Changes one operation or moves one edge, each with probability one half: of a random block to
   * another operation, or of a random node that has a choice, the output included, from one of its
   * parents to another node. The published code leaves a third of its children as they are; those
   * are drawn again here.
   */
  @Override
  public OneShotCell mutate(Architecture parent, RandomGenerator random) {
    OneShotCell cell = cell(parent);
    List<Integer> nodes = layout.choosingNodes();
    boolean operation = random.nextBoolean();
    List<OneShotCell> children =
        operation
            ? withOtherOperations(cell, 1 + random.nextInt(layout.blocks()))
            : withMovedEdges(cell, nodes.get(random.nextInt(nodes.size())));
    return children.get(random.nextInt(children.size()));
  }

  /**
   * The cells with one other operation or one moved edge.
   *
   * @return by blocks and operations, then by nodes and sets of parents
   */
  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    OneShotCell cell = cell(architecture);
    List<Architecture> neighbours = new ArrayList<>();
    for (int block = 1; block <= layout.blocks(); block++) {
      neighbours.addAll(withOtherOperations(cell, block));
    }
    layout.choosingNodes().forEach(node -> neighbours.addAll(withMovedEdges(cell, node)));
    return Collections.unmodifiableList(neighbours);
  }

  private List<OneShotCell> withOtherOperations(OneShotCell cell, int block) {
    int label = cell.operation(block).label();
    return withOther(cell, block - 1, option -> option != label);
  }

  // One parent is another one: in every such way once, so that each move is equally probable.
  private List<OneShotCell> withMovedEdges(OneShotCell cell, int node) {
    List<Integer> sets = layout.parentSets(node);
    int kept = cell.parents(node);
    int decision = layout.blocks() + layout.choosingNodes().indexOf(node);
    return withOther(cell, decision, option -> Integer.bitCount(sets.get(option) ^ kept) == 2);
  }

  private List<OneShotCell> withOther(OneShotCell cell, int decision, IntPredicate wanted) {
    List<OneShotCell> cells = new ArrayList<>();
    int[] choices = encode(cell);
    for (int option = 0; option < decisions.get(decision); option++) {
      if (wanted.test(option)) {
        choices[decision] = option;
        cells.add(decode(choices));
      }
    }
    return cells;
  }

  @Override
  public List<Integer> decisions() {
    return decisions;
  }

  @Override
  public OneShotCell decode(int[] choices) {
    if (choices.length != decisions.size()) {
      throw new IllegalArgumentException(
          "The choices %s must be %d for a cell of %s."
              .formatted(Arrays.toString(choices), decisions.size(), id()));
    }
    List<VertexOperation> operations = new ArrayList<>();
    List<Integer> parents = new ArrayList<>();
    for (int i = 0; i < layout.blocks(); i++) {
      operations.add(VertexOperation.of(choices[i]));
    }
    int decision = layout.blocks();
    for (int node = 1; node <= layout.output(); node++) {
      List<Integer> sets = layout.parentSets(node);
      parents.add(sets.size() == 1 ? sets.get(0) : option(sets, choices[decision++], node));
    }
    return new OneShotCell(layout, operations, parents);
  }

  private int option(List<Integer> sets, int choice, int node) {
    if (choice < 0 || choice >= sets.size()) {
      throw new IllegalArgumentException(
          "The choice (%d) of the parents of node %d of %s must be 0 to %d."
              .formatted(choice, node, id(), sets.size() - 1));
    }
    return sets.get(choice);
  }

  @Override
  public int[] encode(Architecture architecture) {
    OneShotCell cell = cell(architecture);
    int[] choices = new int[decisions.size()];
    for (int block = 1; block <= layout.blocks(); block++) {
      choices[block - 1] = cell.operation(block).label();
    }
    int decision = layout.blocks();
    for (int node : layout.choosingNodes()) {
      choices[decision++] = layout.parentSets(node).indexOf(cell.parents(node));
    }
    return choices;
  }

  /**
   * The cell that continuous architecture weights stand for: of each block the operation with the
   * greatest weight, of each node with a choice the parents with the greatest ones. Of equals the
   * one with the lower index wins; the published code leaves that open.
   *
   * @param operations for each block a weight for each operation, by {@link VertexOperation#label};
   *     the published weights have the order max pooling, 3x3, 1x1
   * @param parents for each node with a choice, the output last, a weight for each earlier node
   * @return the cell
   * @throws IllegalArgumentException if a length is wrong or a weight is NaN
   */
  public OneShotCell discretise(List<double[]> operations, List<double[]> parents) {
    List<Integer> nodes = layout.choosingNodes();
    requireLength("operation weights", operations.size(), layout.blocks());
    requireLength("parent weights", parents.size(), nodes.size());
    int[] choices = new int[decisions.size()];
    for (int block = 0; block < layout.blocks(); block++) {
      requireLength("weights of a block", operations.get(block).length, decisions.get(block));
      choices[block] = Integer.numberOfTrailingZeros(greatest(operations.get(block), 1));
    }
    for (int i = 0; i < nodes.size(); i++) {
      int node = nodes.get(i);
      requireLength("weights of node " + node, parents.get(i).length, node);
      int set = greatest(parents.get(i), layout.parentCount(node));
      choices[layout.blocks() + i] = layout.parentSets(node).indexOf(set);
    }
    return decode(choices);
  }

  private void requireLength(String what, int length, int wanted) {
    if (length != wanted) {
      throw new IllegalArgumentException(
          "The %s of %s are %d; there must be %d.".formatted(what, id(), length, wanted));
    }
  }

  // The indices of the greatest weights, as bits.
  private static int greatest(double[] weights, int count) {
    int set = 0;
    for (int i = 0; i < count; i++) {
      int best = -1;
      for (int at = 0; at < weights.length; at++) {
        if (Double.isNaN(weights[at])) {
          throw new IllegalArgumentException(
              "The architecture weights %s must be numbers.".formatted(Arrays.toString(weights)));
        }
        if (((set >>> at) & 1) == 0 && (best < 0 || weights[at] > weights[best])) {
          best = at;
        }
      }
      set |= 1 << best;
    }
    return set;
  }
}
