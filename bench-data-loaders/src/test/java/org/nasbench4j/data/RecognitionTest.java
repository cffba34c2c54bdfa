package org.nasbench4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.table.TableFormat;

/** Which formats recognise a source. */
class RecognitionTest {
  @TempDir Path folder;

  private static List<String> recognizing(Path source) {
    return ServiceLoader.load(TableFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(format -> recognizes(format, source))
        .map(TableFormat::name)
        .toList();
  }

  private static boolean recognizes(TableFormat format, Path source) {
    try {
      return format.recognizes(source);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nb201, nb201-csv",
    "nb201/nb201_accuracies.csv.gz, nb201-csv",
    "nb101/nb101_test108_mean.csv.gz, nb101-csv",
    "nb101/one_record.tfrecord, nb101-tfrecord",
    "natsbench/NATS-tss-v1_0-3ffb9-simple, nats-simple",
  })
  void aPublishedSourceIsRecognizedByItsFormatOnly(String source, String format) {
    assertThat(recognizing(RealData.file(source))).containsExactly(format);
  }

  @ParameterizedTest
  @CsvSource({
    "teacher/resnet20-12fca82f.th",
    "natsbench/NATS-tss-v1_0-3ffb9-simple/000000.pickle.pbz2",
    "nb201/zc_freerea_cifar10.csv.gz",
    "cifar10/cifar-10-binary.tar.gz",
    "natsbench"
  })
  void anotherSourceIsRecognizedByNone(String source) {
    assertThat(recognizing(RealData.file(source))).isEmpty();
  }

  @Test
  void brokenBeginningsAreRecognizedByNone() throws IOException {
    for (String start :
        List.of("", "BZh9", "BZh91AY&SY", "PK\u0003\u0004", "\u001f\u008b\b", "a,b")) {
      byte[] bytes = new byte[start.length()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) start.charAt(i);
      }
      Path file = Files.write(folder.resolve("file"), bytes);
      assertThat(recognizing(file)).as("the beginning '%s'", start).isEmpty();
    }
  }
}
