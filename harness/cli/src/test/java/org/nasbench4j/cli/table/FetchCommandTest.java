package org.nasbench4j.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.Cli;

/** The command around the download; what a download can meet with is its own test's matter. */
class FetchCommandTest {
  @TempDir private Path folder;
  private HttpServer server;
  private byte[] content = {};

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/file",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private Cli fetch(String name, Object... more) {
    return fetch(name, "file", more);
  }

  private Cli fetch(String name, String path, Object[] more) {
    Object[] arguments = new Object[more.length + 6];
    System.arraycopy(more, 0, arguments, 6, more.length);
    arguments[0] = "fetch";
    arguments[1] = name;
    arguments[2] = "--out";
    arguments[3] = folder;
    arguments[4] = "--from";
    arguments[5] = "http://localhost:%d/%s".formatted(server.getAddress().getPort(), path);
    return Cli.run(arguments);
  }

  // Bytes whose MD5 ends with 3ffb9 as NATS-Bench's topology file's does, found by counting.
  private static byte[] pretender() {
    return "pretender 1406322".getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aFileOfAnotherChecksumIsKeptAsideAndNotImported() throws IOException {
    content = Files.readAllBytes(RealData.file("nb101/one_record.tfrecord"));

    Cli refused = fetch("nb101");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine())
        .contains("nasbench_full.tfrecord.rejected", "SHA-256", "3d64db81");
    assertThat(folder.resolve("nasbench_full.tfrecord.rejected")).hasBinaryContent(content);
    assertThat(folder.resolve("nb101.h5")).doesNotExist();
  }

  @Test
  void aDeadLinkIsAnInputErrorWithTheManualWay() {
    Cli refused = fetch("nats-tss", "absent", new Object[0]);

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.errorLine())
        .contains("answered 404", "By hand: find NATS-tss-v1_0-3ffb9.pickle.pbz2", "" + folder);
  }

  @Test
  void aFileCanBeFetchedAlone() {
    content = pretender();

    Cli done = fetch("nats-tss", "--no-import");

    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).contains("as far as that is known (MD5 ending with 3ffb9)");
    assertThat(folder.resolve("NATS-tss-v1_0-3ffb9.pickle.pbz2")).hasBinaryContent(content);
  }

  @Test
  void whatWasFetchedGoesTheWayOfEveryImport() {
    content = pretender();

    Cli refused = fetch("nats-tss");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("Found a text file", "supported: ");
    assertThat(folder.resolve("NATS-tss-v1_0-3ffb9.pickle.pbz2")).exists();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("afile"), "text");

    for (String more : new String[] {"--overwrite", "--no-import"}) {
      Cli refused =
          Cli.run("fetch", "nb101", more, "--out", file, "--from", "http://localhost:9/x");
      assertThat(refused.exitCode()).isEqualTo(4);
      assertThat(refused.errorLine()).endsWith("afile: is a file, not a folder");
    }
  }

  @Test
  void aTableThatIsThereIsNotFetchedAgain() throws IOException {
    Path table = Files.writeString(folder.resolve("nb101.h5"), "a table");

    Cli refused = fetch("nb101");

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.errorLine()).contains("nb101.h5", "--overwrite");
    assertThat(table).hasContent("a table");
    assertThat(folder.resolve("nasbench_full.tfrecord.part")).doesNotExist();
  }

  @Test
  void anUnknownNameIsAMistakeOfTheCommandLine() {
    Cli refused = fetch("nb301");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("nb301", "nats-tss");
  }

  @Test
  void theHelpNamesWhatCanBeFetched() {
    assertThat(Cli.run("fetch", "--help").out())
        .contains("nb201", "nats-tss", "nats-sss", "nb101", "nb101-108", "--no-import");
  }
}
