package org.nasbench4j.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A server of one file on this machine, with the manners and the faults that a test asks for. */
final class FileServer implements Closeable {
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore closing = new Semaphore(0);
  private final Semaphore arrivals = new Semaphore(0);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour;
  private volatile long awaited = -1;

  /**
   * How it answers.
   *
   * @param content the file
   * @param tag its ETag, none if empty
   * @param ranges what it makes of a Range header
   * @param status of an answer without a range
   * @param type the content type
   * @param breakAfter bytes of an answer after which the connection breaks, as soon as the client
   *     has them; -1 for never
   * @param stall whether it falls silent there and does not break
   * @param piece the most bytes of an answer to a range
   * @param unmeasured whether it says no lengths; then a connection that breaks ends well
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Behaviour(
      byte[] content,
      String tag,
      Ranges ranges,
      int status,
      String type,
      int breakAfter,
      boolean stall,
      int piece,
      boolean unmeasured) {

    static Behaviour of(byte[] content) {
      return new Behaviour(
          content,
          "\"one\"",
          Ranges.SERVED,
          200,
          "application/octet-stream",
          -1,
          false,
          Integer.MAX_VALUE,
          false);
    }

    Behaviour piecewise(int bytes) {
      return new Behaviour(
          content, tag, ranges, status, type, breakAfter, stall, bytes, unmeasured);
    }

    Behaviour withoutLengths() {
      return new Behaviour(content, tag, ranges, status, type, breakAfter, stall, piece, true);
    }

    Behaviour tagged(String other) {
      return new Behaviour(
          content, other, ranges, status, type, breakAfter, stall, piece, unmeasured);
    }

    Behaviour ranges(Ranges other) {
      return new Behaviour(content, tag, other, status, type, breakAfter, stall, piece, unmeasured);
    }

    Behaviour answering(int other) {
      return new Behaviour(content, tag, ranges, other, type, breakAfter, stall, piece, unmeasured);
    }

    Behaviour typed(String other) {
      return new Behaviour(
          content, tag, ranges, status, other, breakAfter, stall, piece, unmeasured);
    }

    Behaviour breakingAfter(int bytes) {
      return new Behaviour(content, tag, ranges, status, type, bytes, false, piece, unmeasured);
    }

    Behaviour stallingAfter(int bytes) {
      return new Behaviour(content, tag, ranges, status, type, bytes, true, piece, unmeasured);
    }
  }

  /** What becomes of a Range header. */
  enum Ranges {
    SERVED,
    /** All bytes, whatever was asked for. */
    IGNORED,
    /** The range, whatever If-Range says. */
    SERVED_BLINDLY
  }

  FileServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::answer);
    http.start();
  }

  void behave(Behaviour other) {
    behaviour = other;
  }

  URI address() {
    return URI.create("http://localhost:%d/file".formatted(http.getAddress().getPort()));
  }

  // The Range header of each request, "all" where there was none.
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Behaviour now = behaviour;
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(range == null ? "all" : range);
    exchange.getResponseHeaders().set("Content-Type", now.type);
    if (!now.tag.isEmpty()) {
      exchange.getResponseHeaders().set("ETag", now.tag);
    }
    int start = start(now, range, exchange.getRequestHeaders().getFirst("If-Range"));
    if (start > now.content.length || (start == now.content.length && start > 0)) {
      exchange.sendResponseHeaders(416, -1);
    } else if (start > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d"
                  .formatted(
                      start,
                      start + Math.min(now.piece, now.content.length - start) - 1,
                      now.content.length));
      send(exchange, now, 206, start, Math.min(now.piece, now.content.length - start));
    } else {
      send(exchange, now, now.status, 0, now.content.length);
    }
    exchange.close();
  }

  private static int start(Behaviour now, String range, String condition) {
    boolean other =
        condition != null && !condition.equals(now.tag) && now.ranges != Ranges.SERVED_BLINDLY;
    return range == null || now.ranges == Ranges.IGNORED || other
        ? 0
        : Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
  }

  private void send(HttpExchange exchange, Behaviour now, int status, int start, int length)
      throws IOException {
    exchange.sendResponseHeaders(status, headerLength(now, length));
    OutputStream out = exchange.getResponseBody();
    boolean whole = now.breakAfter < 0 || now.breakAfter >= length;
    int sent = whole ? length : now.breakAfter;
    awaited = whole ? -1 : start + sent;
    out.write(now.content, start, sent);
    out.flush();
    if (!whole) {
      pause(now.stall ? closing : arrivals);
    }
  }

  // For this server 0 is a length that is not said, and -1 is none.
  private static int headerLength(Behaviour now, int length) {
    if (now.unmeasured) {
      return 0;
    }
    return length == 0 ? -1 : length;
  }

  // The client's progress: what it says it has, it has on disk.
  void arrived(long bytes) {
    if (bytes == awaited) {
      arrivals.release();
    }
  }

  private static void pause(Semaphore until) {
    try {
      until.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.release();
    http.stop(0);
    threads.shutdownNow();
  }
}
