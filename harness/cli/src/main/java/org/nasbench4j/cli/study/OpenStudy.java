package org.nasbench4j.cli.study;

import java.io.Closeable;
import java.io.IOException;
import org.nasbench4j.study.Study;

/**
 * A study and what must be closed after it.
 *
 * @param study the study
 * @param resource what it uses while it runs
 */
record OpenStudy(Study study, Closeable resource) implements Closeable {

  /** Makes a study. */
  @FunctionalInterface
  interface Maker {
    Study make() throws IOException;
  }

  /** Makes a study over an open resource, which is closed if that fails. */
  static OpenStudy of(Closeable resource, Maker maker) throws IOException {
    boolean made = false;
    try {
      OpenStudy open = new OpenStudy(maker.make(), resource);
      made = true;
      return open;
    } finally {
      if (!made) {
        resource.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    resource.close();
  }
}
