package org.nasbench4j.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A mapping in a plan, with the path to it for messages. */
final class PlanNode {
  private final String path;
  private final JsonNode node;

  private PlanNode(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /**
   * Checks that a node is a mapping with known keys only.
   *
   * @throws IllegalArgumentException if it is not; the message names the key, where it belongs, and
   *     those allowed
   */
  static PlanNode of(String path, JsonNode node, PlanLevel level) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          "The plan must be a mapping at (%s) with keys of: %s.".formatted(path, level.known()));
    }
    node.fieldNames().forEachRemaining(key -> requireKnown(path, key, level));
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getValue().isValueNode() && entry.getValue().asText("").isBlank()) {
        throw new IllegalArgumentException(
            "The plan's (%s) at (%s) has no value. Give it one, or leave the key out."
                .formatted(entry.getKey(), path));
      }
    }
    return new PlanNode(path, node);
  }

  private static void requireKnown(String path, String key, PlanLevel level) {
    if (!level.knows(key)) {
      String owners = PlanLevel.owners(key);
      throw new IllegalArgumentException(
          "The plan has an unknown key (%s) at (%s)%s. Known keys: %s."
              .formatted(
                  key, path, owners.isEmpty() ? "" : "; it is a key of " + owners, level.known()));
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    return optionalText(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The plan lacks the key (%s) at (%s).".formatted(key, path)));
  }

  Optional<String> optionalText(String key) {
    return Optional.ofNullable(node.get(key)).map(value -> scalar(key, value));
  }

  long integer(String key, long absent) {
    String text = optionalText(key).orElse(Long.toString(absent));
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "The plan's (%s) at (%s) must be a whole number of at most 18 digits, but is (%s)."
              .formatted(key, path, text));
    }
    return Long.parseLong(text);
  }

  boolean yes(String key) {
    String text = optionalText(key).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(
          "The plan's (%s) at (%s) must be true or false, but is (%s).".formatted(key, path, text));
    }
    return text.equals("true");
  }

  /** The items of a list; a single item may stand without the list. */
  List<JsonNode> items(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else {
      items.add(value);
    }
    return items;
  }

  Optional<JsonNode> optionalItem(String key) {
    List<JsonNode> items = items(key);
    if (items.size() > 1) {
      throw new IllegalArgumentException(
          "The plan's (%s) at (%s) must be one item, not (%d).".formatted(key, path, items.size()));
    }
    return items.stream().findFirst();
  }

  List<String> texts(String key) {
    return items(key).stream().map(item -> scalar(key, item)).toList();
  }

  SortedMap<String, String> map(String key) {
    SortedMap<String, String> map = new TreeMap<>();
    JsonNode value = node.get(key);
    if (value == null) {
      return map;
    }
    if (!value.isObject()) {
      throw new IllegalArgumentException(
          "The plan's (%s) at (%s) must be a mapping.".formatted(key, path));
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      map.put(entry.getKey(), scalar(entry.getKey(), entry.getValue()));
    }
    return map;
  }

  String path(String key, int index) {
    return "%s.%s[%d]".formatted(path, key, index);
  }

  private String scalar(String key, JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      throw new IllegalArgumentException(
          "The plan's (%s) at (%s) must be a single value, but is %s."
              .formatted(key, path, value.getNodeType().name().toLowerCase(Locale.ROOT)));
    }
    String text = value.asText();
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "The plan's (%s) at (%s) must not be blank.".formatted(key, path));
    }
    return text;
  }
}
