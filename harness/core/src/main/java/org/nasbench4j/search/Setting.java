package org.nasbench4j.search;

/**
 * One hyper-parameter of a search method.
 *
 * @param name as it is written in plans, lower case with hyphens
 * @param type the values it takes
 * @param defaultValue the value where a plan names none, written as in a plan
 * @param origin where the default comes from: a paper, a code base, or ours
 * @param meaning one sentence for the help text, with range and unit
 */
public record Setting(String name, Type type, String defaultValue, String origin, String meaning) {

  /** What a setting's text is read as. */
  public enum Type {
    /** A whole number. */
    INTEGER,
    /** A decimal number. */
    NUMBER,
    /** One of the words that the meaning lists. */
    WORD
  }
}
