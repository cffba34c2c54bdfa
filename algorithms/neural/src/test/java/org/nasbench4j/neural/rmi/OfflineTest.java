package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.neural.ChildProcess;

/**
 * Scores in a process all of whose TCP connections would go through a proxy of this test, which
 * counts them.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OfflineTest {
  private final AtomicInteger connections = new AtomicInteger();

  @TempDir private Path cache;
  private ServerSocket trap;

  OfflineTest() throws IOException {
    trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @BeforeEach
  void setTheTrap() {
    Thread thread = new Thread(this::count);
    thread.setDaemon(true);
    thread.start();
  }

  private void count() {
    while (!trap.isClosed()) {
      try {
        trap.accept().close();
        connections.incrementAndGet();
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @AfterEach
  void closeTheTrap() throws IOException {
    trap.close();
  }

  private ChildProcess child(Class<?> main, Object argument) throws Exception {
    return ChildProcess.run(
        Map.of("DJL_CACHE_DIR", cache.toString()),
        List.of(
            "-DsocksProxyHost=127.0.0.1",
            "-DsocksProxyPort=" + trap.getLocalPort(),
            "-DsocksNonProxyHosts="),
        main,
        argument);
  }

  // The cache is empty, so that everything that could be downloaded would be.
  @Test
  void scoringOpensNoConnectionEvenForTheFirstTime() throws Exception {
    ChildProcess child = child(ScoringProcess.class, 1);
    assumeTrue(child.exitCode() != ScoringProcess.ENGINE_MISSING, child.output());
    assertThat(child.output()).contains("scored 1");
    assertThat(connections).hasValue(0);
  }

  @Test
  void aConnectionWouldBeSeen() throws Exception {
    assertThat(child(Connecting.class, "http://nasbench4j.invalid/").output())
        .contains("not connected");
    assertThat(connections).hasPositiveValue();
  }

  /** Opens the address that its argument names. */
  static final class Connecting {
    private Connecting() {}

    public static void main(String[] args) {
      try {
        URI.create(args[0]).toURL().openStream().close();
      } catch (IOException e) {
        System.out.println("not connected");
      }
    }
  }
}
