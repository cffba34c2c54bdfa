package org.nasbench4j.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks for a file, or for the rest of it, and judges the answer. */
final class Server {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");

  private final HttpClient client;
  private final Duration patience;

  Server(HttpClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /**
   * Asks for what is missing.
   *
   * @throws DownloadException if there is no such file or host, or a web page came in its place
   */
  Answer ask(Request request, PartFile part) throws IOException {
    HttpResponse<InputStream> response = send(request, httpRequest(request, part));
    boolean understood = false;
    try {
      Answer.Kind kind = kind(request, response, part);
      Version version = version(request, response, part.version());
      understood = true;
      return new Answer(kind, version, response.body(), patience);
    } finally {
      if (!understood) {
        response.body().close();
      }
    }
  }

  private HttpRequest httpRequest(Request request, PartFile part) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.file().address()).timeout(patience).GET();
    Version version = part.version();
    if (part.size() > 0 && version != null) {
      builder.header("Range", "bytes=%d-".formatted(part.size()));
      if (!version.validator().isEmpty()) {
        builder.header("If-Range", version.validator());
      }
    }
    return builder.build();
  }

  private HttpResponse<InputStream> send(Request request, HttpRequest http) throws IOException {
    try {
      return client.send(http, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    } catch (IOException e) {
      throw request.failure(reason(e, http), e);
    }
  }

  private static String reason(IOException failure, HttpRequest http) {
    if (failure instanceof ConnectException) {
      return isUnknownHost(failure)
          ? "the host %s is unknown".formatted(http.uri().getHost())
          : "the host %s cannot be reached".formatted(http.uri().getHost());
    }
    return failure.getMessage() == null ? "no answer" : failure.getMessage();
  }

  private static boolean isUnknownHost(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof UnresolvedAddressException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static Answer.Kind kind(
      Request request, HttpResponse<InputStream> response, PartFile part) throws DownloadException {
    int status = response.statusCode();
    if ((status == OK || status == PARTIAL) && isWebPage(response.headers())) {
      throw request.failure("a web page came in place of the file");
    }
    if (status == OK) {
      return Answer.Kind.ALL_OF_IT;
    }
    Version version = part.version();
    if (part.size() > 0 && version != null) {
      if (status == PARTIAL) {
        return continues(response.headers(), version, part.size())
            ? Answer.Kind.THE_REST
            : Answer.Kind.NOTHING_OF_USE;
      }
      if (status == RANGE_NOT_SATISFIABLE) {
        return Answer.Kind.NOTHING_OF_USE;
      }
    }
    throw request.failure("the server answered %d".formatted(status));
  }

  private static boolean isWebPage(HttpHeaders headers) {
    String type = headers.firstValue("Content-Type").orElse("").strip();
    return type.toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  // Some servers send a range whatever the validator says.
  private static boolean continues(HttpHeaders headers, Version version, long size) {
    String now = Version.validator(headers);
    boolean same =
        now.isEmpty() || version.validator().isEmpty() || now.equals(version.validator());
    return same
        && contentRange(headers)
            .filter(range -> range.group(1).equals(Long.toString(size)))
            .filter(range -> isLength(range.group(2), version.length()))
            .isPresent();
  }

  private static boolean isLength(String total, long length) {
    return length < 0 || total.equals("*") || total.equals(Long.toString(length));
  }

  private static Optional<Matcher> contentRange(HttpHeaders headers) {
    return headers.firstValue("Content-Range").map(CONTENT_RANGE::matcher).filter(Matcher::matches);
  }

  private static Version version(
      Request request, HttpResponse<InputStream> response, @Nullable Version known) {
    if (known != null && response.statusCode() == PARTIAL) {
      return contentRange(response.headers())
          .map(range -> range.group(2))
          .filter(total -> !total.equals("*"))
          .map(total -> known.withLength(Long.parseLong(total)))
          .orElse(known);
    }
    long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    return Version.of(request.file().address(), response.headers(), length);
  }
}
