package org.nasbench4j.cli.option;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.MalformedTableException;

/**
 * Which architectures are meant, and the cells that stand for their functions.
 *
 * @param space the space
 * @param classes the functions
 */
public record ArchitectureChoice(Nb201Space space, FunctionClasses classes) {
  private static final long ORDER_OF_ALL = 1;
  private static final String RANDOM = "L64X128MixRandom";

  /**
   * Reads {@code all}, {@code random:N:SEED} or the name of a file with one architecture per line.
   *
   * @param archs as on the command line
   * @return the cells; uniformly random ones in the order of the draw
   * @throws IllegalArgumentException if the draw is misspelt or too large, or a line is no
   *     architecture
   * @throws MalformedTableException if the file is no text
   * @throws IOException if the file cannot be read
   */
  public List<Nb201Cell> cells(String archs) throws IOException {
    if (archs.equals("all")) {
      return shuffled(ORDER_OF_ALL);
    }
    if (archs.startsWith("random:")) {
      return random(archs);
    }
    Path file = Path.of(archs);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(archs, null, "neither all, random:N:SEED nor a file");
    }
    List<Nb201Cell> cells = new ArrayList<>();
    for (String line : lines(file)) {
      if (!line.isBlank()) {
        cells.add(space.parse(line.trim()));
      }
    }
    return cells;
  }

  private static List<String> lines(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, not a file");
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new MalformedTableException(
          file, "it is %s, not text with one architecture per line".formatted(kind(file)), e);
    }
  }

  private static String kind(Path file) throws IOException {
    FileKind kind = FileKind.of(file);
    return kind == FileKind.TEXT ? "not in UTF-8" : kind.toString();
  }

  /**
   * The cells that stand for the functions of {@link #cells}.
   *
   * @param archs as on the command line
   * @return official indices, no repeats
   * @throws IllegalArgumentException where {@link #cells} does
   * @throws IOException if the file cannot be read
   */
  public List<Integer> representatives(String archs) throws IOException {
    return representatives(cells(archs));
  }

  /**
   * The cells of {@link #cells} themselves.
   *
   * @param archs as on the command line
   * @return official indices, no repeats
   * @throws IllegalArgumentException where {@link #cells} does
   * @throws IOException if the file cannot be read
   */
  public List<Integer> indices(String archs) throws IOException {
    return cells(archs).stream().map(space::index).distinct().toList();
  }

  private List<Integer> representatives(List<Nb201Cell> cells) {
    Set<Integer> indices = new LinkedHashSet<>();
    cells.forEach(cell -> indices.add(space.index(classes.representativeOf(cell))));
    return List.copyOf(indices);
  }

  private List<Nb201Cell> random(String archs) {
    String[] parts = archs.split(":", -1);
    if (parts.length != 3 || !parts[1].matches("[0-9]{1,6}") || !parts[2].matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "The architectures (%s) must be all, random:N:SEED, or a file.".formatted(archs));
    }
    int count = Integer.parseInt(parts[1]);
    if (count < 1 || count > space.size()) {
      throw new IllegalArgumentException(
          "The number of architectures (%s) must be in 1..%s.".formatted(count, space.size()));
    }
    return shuffled(Long.parseLong(parts[2])).subList(0, count);
  }

  /** All cells in the order of a seed, so that a longer draw begins with a shorter one. */
  private List<Nb201Cell> shuffled(long seed) {
    List<Nb201Cell> cells =
        new ArrayList<>(
            IntStream.range(0, Math.toIntExact(space.size()))
                .mapToObj(space::architecture)
                .toList());
    RandomGenerator random = RandomGeneratorFactory.of(RANDOM).create(seed);
    for (int i = cells.size() - 1; i > 0; i--) {
      Collections.swap(cells, i, random.nextInt(i + 1));
    }
    return cells;
  }
}
