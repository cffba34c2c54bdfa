package org.nasbench4j.word;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A closed choice by the words that people write for it.
 *
 * @param <T> what is chosen
 */
public final class Words<T> {
  private final String kind;
  private final List<T> choices;
  private final Function<T, String> word;

  private Words(String kind, List<T> choices, Function<T, String> word) {
    this.kind = kind;
    this.choices = choices;
    this.word = word;
  }

  /**
   * Names the choices.
   *
   * @param kind what a word stands for, for messages: {@code split}
   * @param choices all of them
   * @param word the lower-case word of each
   * @param <T> what is chosen
   * @return the words
   */
  public static <T> Words<T> of(String kind, List<T> choices, Function<T, String> word) {
    return new Words<>(kind, List.copyOf(choices), word);
  }

  /**
   * Finds the choice of a word, in any case.
   *
   * @param text the word
   * @return the choice
   * @throws IllegalArgumentException if no choice has this word; the message lists all
   */
  public T choose(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    for (T choice : choices) {
      if (word.apply(choice).equals(wanted)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "The %s (%s) is unknown. Use one of %s."
            .formatted(kind, text, choices.stream().map(word).collect(Collectors.joining(", "))));
  }
}
