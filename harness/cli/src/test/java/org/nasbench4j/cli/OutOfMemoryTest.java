package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OutOfMemoryTest {

  @Command(name = "greedy")
  private static final class Greedy implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  @Test
  void isSaidInOneLineWithTheWayOut() {
    StringWriter err = new StringWriter();

    int code = Main.run(new CommandLine(new Greedy()).setErr(new PrintWriter(err)));

    assertThat(code).isEqualTo(6);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .startsWith("nasbench: out of memory (Java heap space)")
        .contains("NASBENCH4J_JAVA_OPTS=-Xmx");
  }
}
