package org.nasbench4j.doctor;

/**
 * One thing that a check found in one part of a table.
 *
 * @param check the name of the check, for example {@code missing-seeds}
 * @param severity how much it matters
 * @param subject the part of the table: a measure, a column, or {@code table}
 * @param found how often, and the first examples
 * @param meaning what it means and what to do, without numbers: findings of a kind share it
 */
public record Finding(
    String check, Severity severity, String subject, Occurrences found, String meaning) {}
