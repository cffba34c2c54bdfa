package org.nasbench4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/extending.md} true: a code block that follows a line {@code <!-- source: PATH
 * -->} is the whole file at that path.
 */
class ExtendingGuideTest {
  private static final Path ROOT = repositoryRoot();

  private static final Pattern SOURCE_BLOCK =
      Pattern.compile(
          "<!-- source: (?<path>\\S+) -->\\n+```\\w*\\n(?<code>.*?)\\n```", Pattern.DOTALL);

  @Test
  void showsTheCodeThatIsCompiledAndTested() throws IOException {
    Map<String, String> blocks = sourceBlocks();
    for (Map.Entry<String, String> block : blocks.entrySet()) {
      assertThat(block.getValue())
          .as("docs/extending.md against %s", block.getKey())
          .isEqualTo(Files.readString(ROOT.resolve(block.getKey())).strip());
    }
  }

  @Test
  void showsEachExtensionItsRegistrationAndItsTest() throws IOException {
    assertThat(sourceBlocks().keySet())
        .extracting(path -> path.substring(path.lastIndexOf('/') + 1))
        .contains(
            "EpsilonGreedyMutation.java",
            "EpsilonGreedyMutationTest.java",
            "org.nasbench4j.search.SearchMethodProvider",
            "ConvolutionCount.java",
            "org.nasbench4j.proxy.ProxyProvider",
            "LineTable.java",
            "org.nasbench4j.table.TableFormat");
  }

  private static Map<String, String> sourceBlocks() throws IOException {
    Map<String, String> blocks = new TreeMap<>();
    SOURCE_BLOCK
        .matcher(Files.readString(ROOT.resolve("docs/extending.md")))
        .results()
        .forEach(block -> blocks.put(block.group(1), block.group(2)));
    return blocks;
  }

  private static Path repositoryRoot() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .filter(path -> Files.isDirectory(path.resolve(".mvn")))
        .findFirst()
        .orElseThrow();
  }
}
