package org.nasbench4j.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a method's settings: complete, since defaults fill what a plan leaves out, and
 * checked against the declared names and types.
 */
public final class Settings {
  private final String method;
  private final SortedMap<String, String> values;

  private Settings(String method, SortedMap<String, String> values) {
    this.method = method;
    this.values = values;
  }

  /**
   * Completes and checks what a plan gives.
   *
   * @param method the method's name, for messages
   * @param declared the settings that the method has
   * @param given the values that a plan names, as text
   * @return the complete settings
   * @throws IllegalArgumentException if a name is not declared or a value is not of its type
   */
  public static Settings of(String method, List<Setting> declared, Map<String, String> given) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Setting setting : declared) {
      String value = given.getOrDefault(setting.name(), setting.defaultValue());
      checkType(method, setting, value);
      values.put(setting.name(), value);
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException(
            "The method (%s) has no setting (%s). It has: %s."
                .formatted(
                    method, name, values.isEmpty() ? "none" : String.join(", ", values.keySet())));
      }
    }
    return new Settings(method, Collections.unmodifiableSortedMap(values));
  }

  private static void checkType(String method, Setting setting, String value) {
    String pattern =
        switch (setting.type()) {
          case INTEGER -> "[+-]?[0-9]{1,9}";
          case NUMBER -> "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?";
          case WORD -> "[A-Za-z0-9][A-Za-z0-9+_-]*";
        };
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          "The setting (%s) of %s must be of type %s, but is (%s)."
              .formatted(setting.name(), method, setting.type(), value));
    }
  }

  /**
   * A whole number within a range.
   *
   * @param name a declared setting of type {@code INTEGER}
   * @param least the smallest value that makes sense
   * @return the value
   * @throws IllegalArgumentException if the value is below {@code least}
   */
  public int integer(String name, int least) {
    int value = Integer.parseInt(text(name));
    if (value < least) {
      throw new IllegalArgumentException(
          "The setting (%s) of %s must be at least %d, but is (%d)."
              .formatted(name, method, least, value));
    }
    return value;
  }

  /**
   * A decimal number within a closed range.
   *
   * @param name a declared setting of type {@code NUMBER}
   * @param least the smallest value that makes sense
   * @param greatest the largest value that makes sense
   * @return the value, finite
   * @throws IllegalArgumentException if the value is outside the range
   */
  public double number(String name, double least, double greatest) {
    double value = Double.parseDouble(text(name));
    if (!(value >= least && value <= greatest) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The setting (%s) of %s must be in [%s, %s], but is (%s)."
              .formatted(name, method, least, greatest, value));
    }
    return value;
  }

  /**
   * One of several words.
   *
   * @param name a declared setting of type {@code WORD}
   * @param allowed the words that make sense
   * @return the value
   * @throws IllegalArgumentException if the value is none of them
   */
  public String word(String name, List<String> allowed) {
    String value = text(name);
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(
          "The setting (%s) of %s must be one of %s, but is (%s)."
              .formatted(name, method, String.join(", ", allowed), value));
    }
    return value;
  }

  /**
   * Any word; the caller says which make sense.
   *
   * @param name a declared setting of type {@code WORD}
   * @return the value
   */
  public String word(String name) {
    return text(name);
  }

  private String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "The method (%s) asks for a setting (%s) that it does not declare."
              .formatted(method, name));
    }
    return value;
  }

  /**
   * All settings, for the record.
   *
   * @return name to value, sorted by name, unmodifiable
   */
  public SortedMap<String, String> asMap() {
    return values;
  }
}
