package org.nasbench4j.data.suitezero;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.FilePlace;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * Walks through {@code {data set: {architecture: {proxy: {score, time}, …, val_accuracy}}}}, or
 * through the older form, in which the name of the space is around all and scores are bare numbers.
 */
final class SuiteReader {
  /** As Python prints a tuple of small numbers. */
  static final Pattern ARCHITECTURE = Pattern.compile("\\([0-9](, [0-9]){5,71}\\)");

  private static final String ACCURACY = "val_accuracy";
  private static final String SCORE = "score";
  private static final String TIME = "time";
  private static final int CELL = "(0, 0, 0, 0, 0, 0)".length();

  private static final Map<String, Supplier<SuiteSpace>> SPACES =
      Map.of("nasbench201", SuiteCells::new, "nasbench101", SuiteModules::new);

  private final Path path;
  private final JsonParser json;
  private final SortedSet<String> skipped = new TreeSet<>();
  private @Nullable SuiteScores scores;

  SuiteReader(Path path, JsonParser json) {
    this.path = path;
    this.json = json;
  }

  /**
   * Reads everything.
   *
   * @return the scores
   * @throws IOException if the file cannot be read, or is no JSON
   * @throws MalformedTableException if it holds anything else
   * @throws UnsupportedTableException if it has none of the data sets that are read
   */
  SuiteScores read() throws IOException {
    require(json.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      Supplier<SuiteSpace> space = SPACES.get(name);
      requireObject(name);
      if (space == null) {
        dataset(name);
      } else {
        require(scores == null, "it has two spaces");
        scores = new SuiteScores(space.get());
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String dataset = json.currentName();
          requireObject(dataset);
          dataset(dataset);
        }
      }
    }
    require(json.nextToken() == null, "it goes on behind the object");
    return scored();
  }

  private SuiteScores scored() {
    SuiteScores found = scores;
    if (found == null || found.space().count() == 0) {
      throw new UnsupportedTableException(
          "a file with scores of %s (%s)".formatted(skipped, path),
          "scores of cifar10, cifar100 and ImageNet16-120");
    }
    return found;
  }

  // The data sets that were left out.
  SortedSet<String> skipped() {
    return skipped;
  }

  private void dataset(String name) throws IOException {
    Optional<DatasetId> known =
        Arrays.stream(DatasetId.values())
            .filter(dataset -> dataset.id().equalsIgnoreCase(name))
            .findFirst();
    if (known.isEmpty()) {
      skipped.add(name);
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String architecture = json.currentName();
      requireObject(architecture);
      try {
        architecture(known.get(), architecture);
      } catch (IllegalArgumentException e) {
        throw malformed("%s: %s".formatted(architecture, e.getMessage()));
      }
    }
  }

  private void architecture(DatasetId dataset, String text) throws IOException {
    if (!ARCHITECTURE.matcher(text).matches()) {
      throw new IllegalArgumentException("it is no tuple of digits");
    }
    SuiteScores target = scores(text);
    int number = target.architecture(dataset, tuple(text));
    if (number < 0) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(ACCURACY)) {
        target.accuracy(number, dataset, number(name));
      } else {
        proxy(target, number, dataset, name);
      }
    }
  }

  // Where the file does not say so, the first architecture says which space it is of.
  private SuiteScores scores(String text) {
    SuiteScores known = scores;
    if (known == null) {
      known = new SuiteScores(text.length() == CELL ? new SuiteCells() : new SuiteModules());
      scores = known;
    }
    return known;
  }

  private static List<Integer> tuple(String text) {
    return text.chars().filter(Character::isDigit).mapToObj(digit -> digit - '0').toList();
  }

  private void proxy(SuiteScores target, int number, DatasetId dataset, String name)
      throws IOException {
    double score = Double.NaN;
    double seconds = Double.NaN;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      score = numberOrNull(name);
    } else {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case SCORE -> score = numberOrNull(name);
          case TIME -> seconds = numberOrNull(name);
          default -> throw malformed("%s has the unknown field '%s'".formatted(name, field));
        }
      }
    }
    target.score(number, dataset, name, score, seconds);
  }

  private double numberOrNull(String name) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : number(name);
  }

  private double number(String name) throws IOException {
    require(json.currentToken().isNumeric(), "%s is no number".formatted(name));
    return json.getDoubleValue();
  }

  private void requireObject(String name) throws IOException {
    require(json.nextToken() == JsonToken.START_OBJECT, "%s is no object".formatted(name));
  }

  private void require(boolean condition, String reason) {
    if (!condition) {
      throw malformed(reason);
    }
  }

  // The parser counts characters, not bytes, of a file in UTF-16 or UTF-32.
  static FilePlace place(@Nullable JsonLocation location) {
    return location == null || location.getByteOffset() < 0
        ? new FilePlace.Whole()
        : new FilePlace.AtByte(location.getByteOffset());
  }

  private MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, place(json.currentTokenLocation()), reason);
  }
}
