package org.nasbench4j.data.natsbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.space.IndexedSpace;

/**
 * What {@code meta.pickle.pbz2}, or a file of all records, says of its architectures.
 *
 * @param fields all that it says
 * @param architectures as the benchmark writes them, by index
 */
record NatsMeta(Fields fields, List<String> architectures) {

  static NatsMeta of(PickleSite site, Object value) {
    Fields meta = Fields.of(site, "the meta record", value);
    List<String> architectures = new ArrayList<>();
    for (Object item : meta.as(PickleList.class, "meta_archs", "a list").items()) {
      if (!(item instanceof String text)) {
        throw meta.malformed("meta_archs must hold strings only");
      }
      architectures.add(text);
    }
    return new NatsMeta(meta, List.copyOf(architectures));
  }

  // The release of NATS-Bench that has such architectures.
  Release natsRelease() {
    Optional<NatsSpace> space = architectures.stream().findFirst().flatMap(NatsSpace::of);
    return space.filter(NatsSpace.SIZE::equals).isPresent() ? Release.NATS_SSS : Release.NATS_TSS;
  }

  // Every file of a release has the same architectures in the same order.
  void requireOrderOf(Release release) {
    architectures.forEach(text -> release.requireSpaceOf(text, fields.site()));
    IndexedSpace space = release.space().space();
    if (architectures.size() != space.size() || fields.integer("total_archs") != space.size()) {
      throw fields.malformed(
          "meta_archs has %d entries and total_archs is %d; both must be %d"
              .formatted(architectures.size(), fields.integer("total_archs"), space.size()));
    }
    for (int index = 0; index < architectures.size(); index++) {
      String official = space.architecture(index).text();
      if (!architectures.get(index).equals(official)) {
        throw fields.malformed(
            "#%d is %s, but in the official order it is %s"
                .formatted(index, architectures.get(index), official));
      }
    }
  }
}
