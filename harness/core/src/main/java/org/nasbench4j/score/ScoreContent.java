package org.nasbench4j.score;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.nasbench4j.objective.ColumnObjective;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;

/** Scores as the content of a table: one row for every architecture whose function was scored. */
public final class ScoreContent {

  /** What the importer of a table is named in its place. */
  public static final String FORMAT = "scores";

  private ScoreContent() {}

  /**
   * Spreads scores over all architectures of their functions.
   *
   * @param header what the scores have in common
   * @param records the scores by the official index of the representative, not empty
   * @param size the number of architectures of the space
   * @param representative the representative of each official index
   * @param command the command that computed them
   * @return the content, with the columns {@code NAME}, {@code NAME-seconds} and {@code
   *     NAME-DETAIL}
   */
  public static TableContent of(
      ScoreHeader header,
      Map<Integer, ScoreRecord> records,
      int size,
      IntUnaryOperator representative,
      String command) {
    int[] rows =
        IntStream.range(0, size)
            .filter(index -> records.containsKey(representative.applyAsInt(index)))
            .toArray();
    List<ScoreRecord> scores =
        Arrays.stream(rows)
            .mapToObj(index -> records.get(representative.applyAsInt(index)))
            .toList();
    return new TableContent(
        header.space(),
        FORMAT,
        List.of(command),
        new RowNames.Indexed(rows),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        columns(header.name(), scores),
        notes(header, records.size(), rows.length));
  }

  private static SortedMap<String, double[]> columns(String name, List<ScoreRecord> scores) {
    SortedMap<String, double[]> columns = new TreeMap<>();
    columns.put(name, scores.stream().mapToDouble(ScoreRecord::value).toArray());
    columns.put(
        name + ColumnObjective.SECONDS,
        scores.stream().mapToDouble(ScoreRecord::seconds).toArray());
    TreeSet<String> details = new TreeSet<>();
    scores.forEach(score -> details.addAll(score.details().keySet()));
    for (String detail : details) {
      columns.put(
          name + "-" + detail,
          scores.stream()
              .mapToDouble(score -> score.details().getOrDefault(detail, Double.NaN))
              .toArray());
    }
    return columns;
  }

  private static List<String> notes(ScoreHeader header, int scored, int cells) {
    return List.of(
        "%s: version %d, %s".formatted(header.name(), header.version(), header.settings()),
        scored == cells
            ? "%s: %s cells were scored.".formatted(header.name(), scored)
            : "%s: %s functions were scored once each; all cells of a function have its score."
                .formatted(header.name(), scored));
  }
}
