package org.nasbench4j.data.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What a server sends; to be read once. */
final class Answer implements Closeable {

  /** What an answer is good for. */
  enum Kind {
    /** The bytes after those that are there. */
    THE_REST,
    /** All bytes from the first. */
    ALL_OF_IT,
    /** The part that is there cannot be gone on with. */
    NOTHING_OF_USE
  }

  private final Kind kind;
  private final Version version;
  private final InputStream body;
  private final StallGuard guard;

  Answer(Kind kind, Version version, InputStream body, Duration patience) {
    this.kind = kind;
    this.version = version;
    this.body = body;
    this.guard = StallGuard.over(body, patience);
  }

  Kind kind() {
    return kind;
  }

  Version version() {
    return version;
  }

  // As InputStream.read.
  int read(byte[] chunk) throws BrokenConnectionException {
    try {
      int count = body.read(chunk);
      guard.alive();
      return count;
    } catch (IOException e) {
      throw new BrokenConnectionException(e);
    }
  }

  // The first bytes, fewer only where there are no more.
  byte[] head(int length) throws BrokenConnectionException {
    try {
      byte[] head = body.readNBytes(length);
      guard.alive();
      return head;
    } catch (IOException e) {
      throw new BrokenConnectionException(e);
    }
  }

  @Override
  public void close() throws IOException {
    guard.close();
    body.close();
  }
}
