package org.nasbench4j.data.fetch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;

/**
 * Fetches files over HTTP.
 *
 * <p>What came before a connection broke is kept and asked for no more, within one call and by the
 * next. A file gets its name only after its checksum was found right; memory is bounded by one
 * chunk. A file may be fetched by one process at a time.
 */
public final class Download {
  /** A connection that breaks more often than this is given up; the next call goes on. */
  private static final int MOST_BREAKS = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int CHUNK = 1 << 16;

  private final Server server;

  /**
   * Creates a download.
   *
   * @param client sends the requests; should follow redirects
   * @param patience how long a server may be silent before the connection counts as broken
   */
  public Download(HttpClient client, Duration patience) {
    this.server = new Server(client, patience);
  }

  /**
   * A download that follows redirects, but none from https to http, and waits a minute.
   *
   * @return a new instance
   */
  public static Download overHttp() {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    return new Download(client, PATIENCE);
  }

  /**
   * Fetches a file, unless it is there already.
   *
   * @param file what to fetch
   * @param folder where to; it is created if it does not exist
   * @param progress is told how many bytes are there, of how many
   * @return the file in the folder; its checksum is the published one
   * @throws MalformedTableException if it has another checksum: what came is kept as {@code
   *     NAME.rejected}, or as the part where nothing says whether it is whole; what was there
   *     before is left alone
   * @throws DownloadException if the server does not give the file
   * @throws FileSystemException if a folder has the file's name
   * @throws IOException if the folder cannot be written, or is full
   */
  public Path fetch(RemoteFile file, Path folder, ImportProgress progress) throws IOException {
    Path target = folder.resolve(file.name());
    if (Files.isDirectory(target)) {
      throw new FileSystemException(target.toString(), null, "is a folder, not a file");
    }
    if (Files.exists(target)) {
      FileDigests digests = FileDigests.of(target);
      if (!file.checksum().matches(digests)) {
        throw file.checksum().mismatch(target, digests, "remove it and run this again");
      }
      return target;
    }
    AtomicFile.createFolder(folder);
    PartFile part = PartFile.of(target, file.address());
    try (part) {
      complete(part, new Request(file, folder), progress);
      part.sync();
    }
    // Not every system moves files that are open.
    accept(part, file, target);
    return target;
  }

  private void complete(PartFile part, Request request, ImportProgress progress)
      throws IOException {
    int breaks = 0;
    boolean whole = part.isWhole();
    while (!whole) {
      long before = part.size();
      try {
        whole = attempt(part, request, progress);
        if (!whole && part.size() == before) {
          throw request.failure(
              "the server sent nothing after %d bytes; they are kept, and running this again goes on"
                  .formatted(before));
        }
      } catch (BrokenConnectionException e) {
        breaks++;
        if (part.size() <= before || breaks == MOST_BREAKS) {
          throw request.failure(
              "the connection broke after %d bytes; they are kept, and running this again goes on"
                  .formatted(part.size()),
              e);
        }
      }
    }
  }

  // Whether the file is whole now, as far as that is known; if not, the server must be asked again:
  // for the rest of a part, of which some servers send a piece at a time, or for all of it.
  private boolean attempt(PartFile part, Request request, ImportProgress progress)
      throws IOException {
    try (Answer answer = server.ask(request, part)) {
      switch (answer.kind()) {
        case NOTHING_OF_USE -> {
          part.giveUp();
          return false;
        }
        case THE_REST -> {
          part.learn(answer.version());
          copy(answer, part, progress);
        }
        case ALL_OF_IT -> {
          byte[] head = head(answer, request);
          part.begin(answer.version());
          part.append(head, head.length);
          copy(answer, part, progress);
        }
      }
      return answer.version().length() < 0 || part.isWhole();
    }
  }

  // A server that has something to say first says it in HTML, whatever type it states.
  private static byte[] head(Answer answer, Request request) throws IOException {
    byte[] head = answer.head(FileKind.BYTES);
    if (FileKind.of(head) == FileKind.HTML) {
      throw request.failure("a web page came in place of the file");
    }
    return head;
  }

  private static void copy(Answer answer, PartFile part, ImportProgress progress)
      throws IOException {
    long total = answer.version().length();
    byte[] chunk = new byte[CHUNK];
    progress.readBytes(part.size(), total);
    for (int count = answer.read(chunk); count >= 0; count = answer.read(chunk)) {
      part.append(chunk, count);
      progress.readBytes(part.size(), total);
    }
  }

  private static void accept(PartFile part, RemoteFile file, Path target) throws IOException {
    FileDigests digests = FileDigests.of(part.path());
    boolean right = file.checksum().matches(digests);
    if (!right && !part.isWhole()) {
      throw file.checksum()
          .mismatch(
              part.path(),
              digests,
              "the server does not say how long the file is: if a connection broke, running this"
                  + " again goes on");
    }
    Path named = right ? target : target.resolveSibling(target.getFileName() + ".rejected");
    Files.move(part.path(), named, StandardCopyOption.REPLACE_EXISTING);
    part.forgetVersion();
    if (!right) {
      throw file.checksum()
          .mismatch(
              named,
              digests,
              "it was fetched from %s and is kept under this name only".formatted(file.address()));
    }
  }
}
