package org.nasbench4j.data.compact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

/** The JSON form of a {@link Header}; the fields are listed in the package documentation. */
final class HeaderJson {

  static final String FORMAT = "nasbench4j-table";
  static final int VERSION = 2;

  /** What this program can open, for messages. */
  static final String SUPPORTED = "%s up to version %d".formatted(FORMAT, VERSION);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private HeaderJson() {}

  static byte[] write(Header header) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("format_version", header.version());
    root.put("space", header.space());
    root.put("source_format", header.sourceFormat());
    header.sources().forEach(root.putArray("sources")::add);
    root.put("creator", header.creator());
    header.notes().forEach(root.putArray("notes")::add);
    root.put("content_hash", header.contentHash());
    root.put("rows", header.rows());
    root.put("crc_block", Slab.BLOCK);
    putNames(root, header.names());
    ArrayNode blocks = root.putArray("blocks");
    header.blocks().forEach(block -> putBlock(blocks.addObject(), block));
    ObjectNode columns = root.putObject("columns");
    header.columns().forEach((name, slab) -> putSlab(columns.putObject(name), slab));
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The header cannot be written.", e);
    }
  }

  private static void putNames(ObjectNode root, RowArrays names) {
    if (names instanceof RowArrays.Indexed indexed) {
      putSlab(root.putObject("architectures"), indexed.indices());
    } else if (names instanceof RowArrays.Keyed keyed) {
      ObjectNode node = root.putObject("keyed");
      putSlab(node.putObject("codes"), keyed.codes());
      putSlab(node.putObject("hashes"), keyed.hashes());
      putSlab(node.putObject("keys"), keyed.keys());
      putSlab(node.putObject("key_rows"), keyed.keyRows());
    }
  }

  private static void putBlock(ObjectNode node, Block block) {
    Axes axes = block.axes();
    node.put("kind", block.kind().id());
    node.put("training", axes.training().id());
    node.put("split", axes.split().id());
    node.put("schedule", axes.schedule().epochs());
    axes.epochs().forEach(node.putArray("epochs")::add);
    axes.seeds().forEach(node.putArray("seeds")::add);
    node.put("images", block.images());
    node.put("origin", block.origin().name().toLowerCase(Locale.ROOT));
    node.put("present", block.present());
    putSlab(node, block.slab());
  }

  private static void putSlab(ObjectNode node, Slab slab) {
    node.put("path", slab.path());
    node.put("type", slab.type().id());
    slab.dims().forEach(node.putArray("dims")::add);
    node.put("crc32c", slab.crc32c());
  }

  /**
   * Reads a header whose bytes were checked.
   *
   * @param json what {@link #write} wrote
   * @return the header
   * @throws IllegalArgumentException if it breaks the rules of the format
   * @throws UnsupportedTableException if it is of another format or a newer version
   */
  static Header read(byte[] json) {
    JsonNode root = parse(json);
    requireFormat(root);
    if (integer(root, "crc_block") != Slab.BLOCK) {
      throw new IllegalArgumentException(
          "The crc_block must be %d, but is %d.".formatted(Slab.BLOCK, integer(root, "crc_block")));
    }
    List<Block> blocks = new ArrayList<>();
    field(root, "blocks").forEach(node -> blocks.add(block(node)));
    SortedMap<String, Slab> columns = new TreeMap<>();
    field(root, "columns").properties().forEach(e -> columns.put(e.getKey(), slab(e.getValue())));
    return new Header(
        text(root, "space"),
        text(root, "source_format"),
        texts(root, "sources"),
        text(root, "creator"),
        texts(root, "notes"),
        text(root, "content_hash"),
        integer(root, "rows"),
        names(root),
        blocks,
        columns);
  }

  private static JsonNode parse(byte[] json) {
    try {
      return MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("The header is not JSON: " + e.getMessage(), e);
    }
  }

  private static void requireFormat(JsonNode root) {
    if (!root.path("format").asText().equals(FORMAT)) {
      throw new UnsupportedTableException(
          "an HDF5 file of the format (%s)".formatted(root.path("format").asText()), SUPPORTED);
    }
    int version = integer(root, "format_version");
    if (version > VERSION) {
      throw new UnsupportedTableException(FORMAT + " version " + version, SUPPORTED);
    }
  }

  private static RowArrays names(JsonNode root) {
    JsonNode keyed = root.get("keyed");
    if (keyed != null) {
      return new RowArrays.Keyed(
          slab(field(keyed, "codes")),
          slab(field(keyed, "hashes")),
          slab(field(keyed, "keys")),
          slab(field(keyed, "key_rows")));
    }
    JsonNode indices = root.get("architectures");
    return indices == null ? RowArrays.ALL : new RowArrays.Indexed(slab(indices));
  }

  private static Block block(JsonNode node) {
    Axes axes =
        new Axes(
            Training.parse(text(node, "training")),
            Split.parse(text(node, "split")),
            new Schedule(integer(node, "schedule")),
            integers(node, "epochs"),
            integers(node, "seeds"));
    return new Block(
        BlockKind.parse(text(node, "kind")),
        axes,
        integer(node, "images"),
        Origin.valueOf(text(node, "origin").toUpperCase(Locale.ROOT)),
        field(node, "present").longValue(),
        slab(node));
  }

  private static Slab slab(JsonNode node) {
    return new Slab(
        text(node, "path"),
        ElementType.parse(text(node, "type")),
        integers(node, "dims"),
        text(node, "crc32c"));
  }

  private static JsonNode field(JsonNode node, String name) {
    JsonNode field = node.get(name);
    if (field == null) {
      throw new IllegalArgumentException("The header lacks the field (%s).".formatted(name));
    }
    return field;
  }

  private static String text(JsonNode node, String name) {
    return text(field(node, name), node);
  }

  private static String text(JsonNode value, JsonNode context) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("Text expected, found (%s).".formatted(context));
    }
    return value.textValue();
  }

  private static int integer(JsonNode node, String name) {
    return integer(field(node, name));
  }

  private static int integer(JsonNode value) {
    if (!value.isInt()) {
      throw new IllegalArgumentException("A whole number expected, found (%s).".formatted(value));
    }
    return value.intValue();
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    field(node, name).forEach(value -> texts.add(text(value, value)));
    return texts;
  }

  private static List<Integer> integers(JsonNode node, String name) {
    List<Integer> integers = new ArrayList<>();
    field(node, name).forEach(value -> integers.add(integer(value)));
    return integers;
  }
}
