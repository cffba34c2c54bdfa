package org.nasbench4j.table;

import java.util.List;

/**
 * Where a table comes from and what it is; part of the provenance of every result.
 *
 * @param name the name by which the table was opened
 * @param space the id of its search space
 * @param format the format of the file that it was imported from, for example {@code nb201-csv};
 *     {@code trained} or {@code scores} where this program made the numbers
 * @param sources the imported files with their SHA-256, as {@code name sha256}; of a table that was
 *     trained or computed, the command that did it
 * @param contentHash a SHA-256 over everything that the table holds: equal hashes, equal answers
 * @param creator program and version that wrote the table
 * @param notes what a user must know to read the numbers right, one sentence each
 */
public record TableInfo(
    String name,
    String space,
    String format,
    List<String> sources,
    String contentHash,
    String creator,
    List<String> notes) {

  /** Copies the lists. */
  public TableInfo {
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
  }
}
