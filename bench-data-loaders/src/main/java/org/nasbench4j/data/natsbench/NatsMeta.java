package org.nasbench4j.data.natsbench;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * What {@code meta.pickle.pbz2} says: the architectures in official order.
 *
 * @param architectures the cells as the benchmark writes them, by index
 */
record NatsMeta(List<String> architectures) {
  private static final Pattern SIZES = Pattern.compile("[0-9]+(:[0-9]+)+");

  static NatsMeta of(Path path, Object value) {
    Fields meta = Fields.of(path, "the meta record", value);
    List<String> architectures =
        meta.as(PickleList.class, "meta_archs", "a list").items().stream()
            .map(
                item -> {
                  if (item instanceof String text) {
                    return requireTopology(text, path);
                  }
                  throw meta.malformed("meta_archs must hold strings only");
                })
            .toList();
    if (architectures.size() != meta.integer("total_archs")) {
      throw meta.malformed(
          "meta_archs has %d entries, but total_archs is %d"
              .formatted(architectures.size(), meta.integer("total_archs")));
    }
    return new NatsMeta(architectures);
  }

  /** Fails with what to say about the other half of the benchmark. */
  static String requireTopology(String architecture, Path path) {
    if (SIZES.matcher(architecture).matches()) {
      throw new UnsupportedTableException(
          "the architecture %s of NATS-Bench's size space (sss) in %s"
              .formatted(architecture, path),
          "the topology space (tss)");
    }
    return architecture;
  }
}
