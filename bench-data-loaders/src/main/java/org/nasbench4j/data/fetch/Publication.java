package org.nasbench4j.data.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The files that are known by name: what their authors call them, where they lie, and how they are
 * checked.
 *
 * <p>Names, identifiers and checksums are those that the benchmarks' own repositories state. No
 * address was tried when this was written, for want of a network: {@link #caution} says so.
 */
public enum Publication {
  /** NAS-Bench-201, version 1.1. */
  NB201(
      "nb201",
      "NAS-Bench-201-v1_1-096897.pth",
      new Place(
          Host.GOOGLE_DRIVE,
          "16Y0UwGisiouVRxW-W5hEtbxmcHw_0hF_",
          "https://github.com/D-X-Y/NAS-Bench-201"),
      // The name's end is published, and nothing else of the MD5.
      new Checksum(Checksum.Kind.MD5, "096897"),
      "4.7 GB"),
  /** NATS-Bench, topology space, all records in one file. */
  NATS_TSS(
      "nats-tss",
      "NATS-tss-v1_0-3ffb9.pickle.pbz2",
      new Place(
          Host.GOOGLE_DRIVE,
          "1vzyK0UVH2D3fTpa1_dSWnp1gvGpAxRul",
          "https://github.com/D-X-Y/NATS-Bench"),
      new Checksum(Checksum.Kind.MD5, "3ffb9"),
      // 15,625 records of 84 KB: computed, not published.
      "about 1.3 GB"),
  /** NATS-Bench, size space, all records in one file. */
  NATS_SSS(
      "nats-sss",
      "NATS-sss-v1_0-50262.pickle.pbz2",
      new Place(
          Host.GOOGLE_DRIVE,
          "1IabIvzWeDdDAWICBzFtTCMXxYWPIOIOX",
          "https://github.com/D-X-Y/NATS-Bench"),
      // That these five digits are the MD5's is known of the topology space, and taken over.
      new Checksum(Checksum.Kind.MD5, "50262"),
      "size not known"),
  /** NAS-Bench-101, all four schedules. */
  NB101(
      "nb101",
      "nasbench_full.tfrecord",
      new Place(
          Host.GOOGLE_STORAGE,
          "nasbench/nasbench_full.tfrecord",
          "https://github.com/google-research/nasbench"),
      new Checksum(
          Checksum.Kind.SHA256, "3d64db8180fb1b0207212f9032205064312b6907a3bbc81eabea10db2f5c7e9c"),
      "1.95 GB"),
  /** NAS-Bench-101, trainings of 108 epochs only. */
  NB101_108(
      "nb101-108",
      "nasbench_only108.tfrecord",
      new Place(
          Host.GOOGLE_STORAGE,
          "nasbench/nasbench_only108.tfrecord",
          "https://github.com/google-research/nasbench"),
      new Checksum(
          Checksum.Kind.SHA256, "4c39c3936e36a85269881d659e44e61a245babcb72cb374eacacf75d0e5f4fd1"),
      "499 MB");

  /** Who keeps the files. */
  private enum Host {
    GOOGLE_STORAGE(
        "https://storage.googleapis.com/%s",
        "This address has not been tried with this program yet."),
    // The identifiers are published; this form of the address, which skips the question that Drive
    // asks about large files, is from memory.
    GOOGLE_DRIVE(
        "https://drive.usercontent.google.com/download?id=%s&export=download&confirm=t",
        "This address is made of the published identifier and has not been tried with this program"
            + " yet; Google Drive may ask before it sends a large file, or refuse after many downloads.");

    private final String form;
    private final String caution;

    Host(String form, String caution) {
      this.form = form;
      this.caution = caution;
    }
  }

  /**
   * Where a file is.
   *
   * @param key what its host knows it by
   * @param page where a person can find it
   */
  private record Place(Host host, String key, String page) {
    URI address() {
      return URI.create(host.form.formatted(key));
    }
  }

  private final String id;
  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts and an enum
  private final Place place;

  @SuppressWarnings("ImmutableEnumChecker") // a record of a text and an enum
  private final Checksum checksum;

  private final String size;

  Publication(String id, String fileName, Place place, Checksum checksum, String size) {
    this.id = id;
    this.fileName = fileName;
    this.place = place;
    this.checksum = checksum;
    this.size = size;
  }

  /**
   * Reads an id.
   *
   * @param text for example {@code nb101-108}
   * @return the publication
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static Publication parse(String text) {
    return Arrays.stream(values())
        .filter(publication -> publication.id.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The publication (%s) is unknown. Use one of %s.".formatted(text, ids())));
  }

  private static String ids() {
    return Arrays.stream(values()).map(Publication::id).collect(Collectors.joining(", "));
  }

  /**
   * The name that {@code nasbench fetch} takes.
   *
   * @return lower-case letters, digits and hyphens
   */
  public String id() {
    return id;
  }

  /**
   * How large the file is.
   *
   * @return as far as it is known, in words
   */
  public String size() {
    return size;
  }

  /**
   * What is not known about the address.
   *
   * @return one sentence
   */
  public String caution() {
    return place.host.caution;
  }

  /**
   * The file where its authors keep it.
   *
   * @return the official address
   */
  public RemoteFile file() {
    return at(place.address());
  }

  /**
   * The file somewhere else.
   *
   * @param address of the same bytes
   * @return the file
   */
  public RemoteFile at(URI address) {
    return new RemoteFile(fileName, address, checksum, place.page);
  }
}
