package org.nasbench4j.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * A table with further columns from score files: the measurements of a benchmark and the proxies
 * that were computed for it, under one roof. Score files may lack architectures; their columns then
 * lack rows.
 */
public final class ScoredTable implements Table {
  private final Table table;
  private final TableInfo info;
  private final Map<String, Column> scores;

  private ScoredTable(Table table, TableInfo info, Map<String, Column> scores) {
    this.table = table;
    this.info = info;
    this.scores = scores;
  }

  /**
   * Adds the columns of score files.
   *
   * @param table the measurements
   * @param scoreFiles tables of the same space; of these only the columns are used
   * @return the table with all columns; {@code table} itself if there are no score files
   * @throws IllegalArgumentException if a score file is of another space, or two columns have the
   *     same name
   */
  public static Table of(Table table, List<Table> scoreFiles) {
    if (scoreFiles.isEmpty()) {
      return table;
    }
    Map<String, Column> scores = new TreeMap<>();
    for (Table scoreFile : scoreFiles) {
      MovedRows rows = MovedRows.of(scoreFile, table);
      for (String name : scoreFile.columns()) {
        Column column = rows.column(scoreFile.column(name));
        if (table.columns().contains(name) || scores.put(name, column) != null) {
          throw new IllegalArgumentException(
              "The column (%s) of %s exists already. Score it under another name."
                  .formatted(name, scoreFile.info().name()));
        }
      }
    }
    return new ScoredTable(table, info(table.info(), scoreFiles), scores);
  }

  private static TableInfo info(TableInfo table, List<Table> scoreFiles) {
    List<String> sources = new ArrayList<>(table.sources());
    List<String> notes = new ArrayList<>(table.notes());
    StringBuilder hashes = new StringBuilder(table.contentHash());
    for (Table scoreFile : scoreFiles) {
      TableInfo scores = scoreFile.info();
      sources.add("scores %s %s".formatted(scores.name(), scores.contentHash()));
      notes.addAll(scores.notes());
      hashes.append('\n').append(scores.contentHash());
    }
    return new TableInfo(
        table.name(),
        table.space(),
        table.format(),
        sources,
        Sha256.hex(hashes.toString().getBytes(StandardCharsets.US_ASCII)),
        table.creator(),
        notes);
  }

  @Override
  public TableInfo info() {
    return info;
  }

  @Override
  public SearchSpace space() {
    return table.space();
  }

  @Override
  public int rows() {
    return table.rows();
  }

  @Override
  public void verify() {
    // Columns of score files were checked when they were resolved.
    table.verify();
  }

  @Override
  public Architecture architecture(int row) {
    return table.architecture(row);
  }

  @Override
  public int row(Architecture architecture) {
    return table.row(architecture);
  }

  @Override
  public int row(String text) {
    return table.row(text);
  }

  @Override
  public List<Coverage> coverage() {
    return table.coverage();
  }

  @Override
  public AccuracyColumn accuracy(Query query) {
    return table.accuracy(query);
  }

  @Override
  public Column loss(Query query) {
    return table.loss(query);
  }

  @Override
  public Column trainingSeconds(Training training, Fidelity fidelity, SeedChoice.Single seeds) {
    return table.trainingSeconds(training, fidelity, seeds);
  }

  @Override
  public Column evaluationSeconds(Query query) {
    return table.evaluationSeconds(query);
  }

  @Override
  public List<String> columns() {
    List<String> names = new ArrayList<>(table.columns());
    names.addAll(scores.keySet());
    return names.stream().sorted().toList();
  }

  @Override
  public Column column(String name) {
    Column score = scores.get(name);
    return score == null ? table.column(name) : score;
  }
}
