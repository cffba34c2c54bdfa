package org.nasbench4j.data.fetch;

import java.net.URI;

/**
 * A file to download.
 *
 * @param name what it is called here
 * @param address where its bytes are: http or https
 * @param checksum what is published about them
 * @param page where a person can find it
 */
public record RemoteFile(String name, URI address, Checksum checksum, String page) {

  /** Checks the address. */
  public RemoteFile {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.matches("(?i)https?") || address.getHost() == null) {
      throw new IllegalArgumentException(
          "The address (%s) must begin with http:// or https:// and a host.".formatted(address));
    }
  }
}
