package org.nasbench4j.cli.option;

import java.nio.file.Path;

/** The user's cache folder, by the XDG base directory rules. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * The folder of this program, in which tables are found by name.
   *
   * @return a path; it may not exist yet
   */
  public static Path path() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("nasbench4j");
  }
}
