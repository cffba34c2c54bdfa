package org.nasbench4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.data.fetch.FileServer.Behaviour;
import org.nasbench4j.data.fetch.FileServer.Ranges;
import org.nasbench4j.io.LockedFile;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;

class DownloadTest {
  private static final int LENGTH = 300_000;
  private static final int HALF = 150_000;

  private final byte[] content = content(1);
  private final Behaviour good = Behaviour.of(content);
  private final Download download = new Download(HttpClient.newHttpClient(), Duration.ofMinutes(1));

  @TempDir private Path folder;
  private FileServer server;

  private static byte[] content(long seed) {
    byte[] content = new byte[LENGTH];
    new SplittableRandom(seed).nextBytes(content);
    return content;
  }

  @BeforeEach
  void startServer() throws IOException {
    server = new FileServer(good);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private RemoteFile file() {
    return at(server.address());
  }

  private RemoteFile at(URI address) {
    return new RemoteFile(
        "bench.bin",
        address,
        new Checksum(Checksum.Kind.SHA256, Sha256.hex(content)),
        "https://example.org/bench");
  }

  private Path fetch() throws IOException {
    return download.fetch(file(), folder, progress());
  }

  private ImportProgress progress() {
    return (done, total) -> server.arrived(done);
  }

  private Path target() {
    return folder.resolve("bench.bin");
  }

  private Path part() {
    return folder.resolve("bench.bin.part");
  }

  private <T extends Throwable> T failure(Class<T> type) {
    return assertThatExceptionOfType(type).isThrownBy(this::fetch).actual();
  }

  // As if a connection had broken and the program had been stopped.
  private void fetchHalf() throws IOException {
    server.behave(good.breakingAfter(HALF).ranges(Ranges.IGNORED));
    failure(DownloadException.class);
    server.asked().clear();
    assertThat(part()).hasSize(HALF);
  }

  @Test
  void aFileComesWhole() throws IOException {
    assertThat(fetch()).isEqualTo(target()).hasBinaryContent(content);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target()));
  }

  @Test
  void theFolderIsCreated() throws IOException {
    Path deep = folder.resolve("a/b");

    assertThat(download.fetch(file(), deep, progress())).hasBinaryContent(content);
  }

  @Test
  void progressGoesUpToTheLength() throws IOException {
    List<Long> done = new ArrayList<>();
    download.fetch(
        file(),
        folder,
        (bytes, total) -> {
          assertThat(total).isEqualTo(LENGTH);
          done.add(bytes);
        });

    assertThat(done).isSorted().endsWith((long) LENGTH);
  }

  @Test
  void aBrokenConnectionGoesOnWithinOneCall() throws IOException {
    server.behave(good.breakingAfter(100_000));

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("all", "bytes=100000-", "bytes=200000-");
  }

  @Test
  void theNextCallGoesOnWhereTheLastBroke() throws IOException {
    fetchHalf();
    server.behave(good);

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("bytes=150000-");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target()));
  }

  @Test
  void aConnectionThatBringsNothingMoreIsGivenUpAndWhatCameIsKept() throws IOException {
    server.behave(good.breakingAfter(HALF).ranges(Ranges.IGNORED));

    assertThat(failure(DownloadException.class))
        .hasMessageContaining("broke after 150000 bytes")
        .hasMessageContaining("running this again goes on");
    assertThat(part()).hasSize(HALF);
    assertThat(target()).doesNotExist();
  }

  @Test
  void aServerThatFallsSilentCountsAsBroken() throws IOException {
    server.behave(good.stallingAfter(HALF));
    Download impatient = new Download(HttpClient.newHttpClient(), Duration.ofMillis(300));

    assertThat(impatient.fetch(file(), folder, progress())).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("all", "bytes=150000-");
  }

  @Test
  void aServerThatIgnoresRangesStartsAgain() throws IOException {
    fetchHalf();
    server.behave(good.ranges(Ranges.IGNORED));

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("bytes=150000-");
  }

  @Test
  void aFileThatChangedOnTheServerStartsAgain() throws IOException {
    server.behave(Behaviour.of(content(2)).breakingAfter(HALF).ranges(Ranges.IGNORED));
    failure(DownloadException.class);
    server.behave(good.tagged("\"two\""));

    assertThat(fetch()).hasBinaryContent(content);
  }

  @Test
  void aRangeOfAnotherVersionIsNotTaken() throws IOException {
    server.behave(Behaviour.of(content(2)).breakingAfter(HALF).ranges(Ranges.IGNORED));
    failure(DownloadException.class);
    server.asked().clear();
    server.behave(good.tagged("\"two\"").ranges(Ranges.SERVED_BLINDLY));

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("bytes=150000-", "all");
  }

  @Test
  void aPartThatIsLongerThanTheFileIsForgotten() throws IOException {
    fetchHalf();
    server.behave(Behaviour.of(Arrays.copyOf(content, HALF - 1)));

    assertThat(failure(MalformedTableException.class)).hasMessageContaining("SHA-256");
    assertThat(server.asked()).containsExactly("bytes=150000-", "all");
  }

  @Test
  void aPartOfAnotherAddressIsForgotten() throws IOException {
    fetchHalf();
    server.behave(good);
    URI other = URI.create(server.address() + "?mirror");

    assertThat(download.fetch(at(other), folder, progress())).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("all");
  }

  @Test
  void aPartOfAnotherAddressStaysUntilBytesComeFromThisOne() throws IOException {
    fetchHalf();
    server.behave(good.answering(404));
    RemoteFile elsewhere = at(URI.create(server.address() + "?mirror"));
    assertThatExceptionOfType(DownloadException.class)
        .isThrownBy(() -> download.fetch(elsewhere, folder, progress()));
    server.behave(good);
    server.asked().clear();

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("bytes=150000-");
  }

  @Test
  void aPartStaysWhereAWebPageComesInPlaceOfAllOfIt() throws IOException {
    fetchHalf();
    String page = "<!DOCTYPE html><html><head><title>Quota exceeded";
    server.behave(Behaviour.of(page.getBytes(StandardCharsets.US_ASCII)).ranges(Ranges.IGNORED));
    failure(DownloadException.class);

    assertThat(part()).hasBinaryContent(Arrays.copyOf(content, HALF));
  }

  @Test
  void aPartOfSomebodyElseIsPutAside() throws IOException {
    Files.write(part(), content(2));

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(folder.resolve("bench.bin.part.aside")).hasBinaryContent(content(2));
    assertThat(server.asked()).containsExactly("all");
  }

  @Test
  void aPartWhoseVersionIsNotKnownIsPutAsideBesideEarlierOnes() throws IOException {
    Files.write(part(), content(2));
    Files.writeString(folder.resolve("bench.bin.part.version"), "no address\nno length\n-2");
    Files.write(folder.resolve("bench.bin.part.aside"), content(3));

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(folder.resolve("bench.bin.part.aside")).hasBinaryContent(content(3));
    assertThat(folder.resolve("bench.bin.part.aside-2")).hasBinaryContent(content(2));
    assertThat(server.asked()).containsExactly("all");
  }

  @Test
  void aServerWithoutValidatorsIsGoneOnWithWhereTheLengthIsTheSame() throws IOException {
    server.behave(good.tagged("").breakingAfter(HALF));

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("all", "bytes=150000-");
  }

  @Test
  void aServerThatSendsPiecesIsAskedUntilTheFileIsWhole() throws IOException {
    fetchHalf();
    server.behave(good.piecewise(60_000));

    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("bytes=150000-", "bytes=210000-", "bytes=270000-");
  }

  @Test
  void aServerThatSendsEmptyPiecesIsGivenUpAndWhatCameIsKept() throws IOException {
    fetchHalf();
    server.behave(good.piecewise(0));

    assertThat(failure(DownloadException.class))
        .hasMessageContaining("nothing after 150000 bytes; they are kept");
    assertThat(part()).hasSize(HALF);
  }

  @Test
  void aFileOfUnknownLengthIsTakenWhereItsChecksumIsRight() throws IOException {
    server.behave(good.withoutLengths());

    assertThat(fetch()).hasBinaryContent(content);
  }

  @Test
  void aFileOfUnknownLengthThatBreaksOffIsKeptAndGoneOnWith() throws IOException {
    server.behave(good.withoutLengths().breakingAfter(HALF));

    assertThat(failure(MalformedTableException.class))
        .hasMessageContaining("bench.bin.part")
        .hasMessageContaining("the server does not say how long the file is");
    assertThat(part()).hasSize(HALF);
    server.behave(good.piecewise(100_000));
    assertThat(fetch()).hasBinaryContent(content);
    assertThat(server.asked()).containsExactly("all", "bytes=150000-", "bytes=250000-");
  }

  @Test
  void aFolderOfTheFilesNameIsNamed() throws IOException {
    Files.createDirectory(target());

    assertThat(failure(FileSystemException.class))
        .hasMessageContaining("bench.bin: is a folder, not a file");
  }

  @Test
  void aWrongChecksumKeepsTheFileAside() throws IOException {
    server.behave(Behaviour.of(content(2)));

    MalformedTableException failure = failure(MalformedTableException.class);

    Path aside = folder.resolve("bench.bin.rejected");
    assertThat(failure.path()).isEqualTo(aside);
    assertThat(failure)
        .hasMessageContaining("bench.bin.rejected")
        .hasMessageContaining(Sha256.hex(content(2)))
        .hasMessageContaining(Sha256.hex(content));
    assertThat(aside).hasBinaryContent(content(2));
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(aside));
  }

  @Test
  void anEmptyAnswerIsAWrongFile() {
    server.behave(Behaviour.of(new byte[0]));

    assertThat(failure(MalformedTableException.class)).hasMessageContaining("bench.bin.rejected");
  }

  @Test
  void aFileThatIsThereIsCheckedAndNotFetched() throws IOException {
    Files.write(target(), content);

    assertThat(fetch()).isEqualTo(target());
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aFileThatIsThereAndWrongIsLeftAlone() throws IOException {
    Files.write(target(), content(2));

    assertThat(failure(MalformedTableException.class)).hasMessageContaining("remove it");
    assertThat(target()).hasBinaryContent(content(2));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aDeadLinkGivesTheManualWayInOneLine() {
    server.behave(good.answering(404));

    assertThat(failure(DownloadException.class).getMessage())
        .contains("/file: the server answered 404")
        .contains("By hand: find bench.bin by way of https://example.org/bench")
        .contains("put it into " + folder)
        .hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDeadLinkKeepsThePart() throws IOException {
    fetchHalf();
    server.behave(good.answering(503).ranges(Ranges.IGNORED));

    failure(DownloadException.class);
    assertThat(part()).hasSize(HALF);
  }

  @Test
  void anUnknownHostIsNamed() {
    RemoteFile file = at(URI.create("http://no-such-host.invalid/file"));

    assertThatExceptionOfType(DownloadException.class)
        .isThrownBy(() -> download.fetch(file, folder, progress()))
        .withMessageContaining("the host no-such-host.invalid is unknown")
        .withMessageContaining("By hand: ");
  }

  @Test
  void aHostThatDoesNotAnswerIsNamed() {
    URI address = server.address();
    server.close();

    assertThatExceptionOfType(DownloadException.class)
        .isThrownBy(() -> download.fetch(at(address), folder, progress()))
        .withMessageContaining("the host localhost cannot be reached");
  }

  @Test
  void aWebPageIsNotTakenForTheFile() {
    server.behave(good.typed("text/html; charset=utf-8"));

    assertThat(failure(DownloadException.class)).hasMessageContaining("a web page came");
    assertThat(target()).doesNotExist();
  }

  @Test
  void theTypeOfAWebPageMayBeInCapitals() {
    server.behave(good.typed("Text/HTML"));

    assertThat(failure(DownloadException.class)).hasMessageContaining("a web page came");
  }

  @Test
  void aWebPageThatSaysItIsAFileIsRecognisedByItsFirstBytes() {
    String page = "<!DOCTYPE html><html><head><title>Google Drive - Virus scan warning";
    server.behave(Behaviour.of(page.getBytes(StandardCharsets.US_ASCII)));

    assertThat(failure(DownloadException.class))
        .hasMessageContaining("a web page came")
        .hasMessageContaining("By hand: ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeWrittenIsAnInputError() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "text");

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> download.fetch(file(), noFolder, progress()));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
  void aFolderThatFillsUpIsAnInputErrorAndNotTheServers() throws IOException {
    Files.createSymbolicLink(part(), Path.of("/dev/full"));

    assertThat(failure(FileSystemException.class))
        .hasMessageContaining("bench.bin.part")
        .hasMessageContaining("what came so far is kept");
  }

  @Test
  void twoProcessesDoNotFetchTheSameFile() throws IOException {
    try (LockedFile other = LockedFile.open(part(), "test")) {
      assertThat(other.channel().isOpen()).isTrue();
      assertThat(failure(FileSystemException.class))
          .hasMessageContaining("another process is fetching this file");
    }
  }
}
