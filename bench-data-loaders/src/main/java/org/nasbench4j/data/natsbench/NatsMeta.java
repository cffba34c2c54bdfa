package org.nasbench4j.data.natsbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * What {@code meta.pickle.pbz2} says: the architectures in official order.
 *
 * @param architectures the cells as the benchmark writes them, by index
 */
record NatsMeta(List<String> architectures) {
  private static final Pattern SIZES = Pattern.compile("[0-9]+(:[0-9]+)+");

  static NatsMeta of(PickleSite site, Object value) {
    Fields meta = Fields.of(site, "the meta record", value);
    List<String> architectures = new ArrayList<>();
    for (Object item : meta.as(PickleList.class, "meta_archs", "a list").items()) {
      if (!(item instanceof String text)) {
        throw meta.malformed("meta_archs must hold strings only");
      }
      architectures.add(requireTopology(text, site.path()));
    }
    requireOfficialOrder(meta, architectures);
    return new NatsMeta(List.copyOf(architectures));
  }

  // What every such file must say.
  static NatsMeta official() {
    Nb201Space space = new Nb201Space();
    return new NatsMeta(
        IntStream.range(0, (int) space.size())
            .mapToObj(index -> space.architecture(index).text())
            .toList());
  }

  private static void requireOfficialOrder(Fields meta, List<String> architectures) {
    Nb201Space space = new Nb201Space();
    if (architectures.size() != space.size() || meta.integer("total_archs") != space.size()) {
      throw meta.malformed(
          "meta_archs has %d entries and total_archs is %d; both must be %d"
              .formatted(architectures.size(), meta.integer("total_archs"), space.size()));
    }
    for (int index = 0; index < architectures.size(); index++) {
      String official = space.architecture(index).text();
      if (!architectures.get(index).equals(official)) {
        throw meta.malformed(
            "#%d is %s, but in the official order it is %s"
                .formatted(index, architectures.get(index), official));
      }
    }
  }

  // Fails with what to say about the other half of the benchmark.
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
