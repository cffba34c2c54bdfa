package org.nasbench4j.data.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.RealData;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.Training;

/** The published files, imported, written and opened. */
class Nb101PublishedFilesTest {
  private static final String FIRST = "00005c142e6f48ac74fdcf73e3439874";

  @TempDir private Path folder;

  private Table table(TableFormat format, String file) throws IOException {
    CompactTables store = new CompactTables(List.of(new Nb101Space()));
    Path table = folder.resolve("nb101.h5");
    store.write(format.read(RealData.file(file), ImportProgress.SILENT), table);
    return store.open(table);
  }

  // The record's metrics, decoded by hand: seconds and accuracies are fields 2 to 5.
  @Test
  void theGenuineRecordIsRead() throws IOException {
    Table table = table(new Nb101TfRecordFormat(), "nb101/one_record.tfrecord");
    int row = table.row(FIRST);
    assertThat(row).isZero();
    assertThat(table.architecture(0).text())
        .isEqualTo(
            "0100110001000000010010000010000001000000010000000:input,conv3x3-bn-relu,maxpool3x3,"
                + "conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output");
    assertThat(table.accuracy(Query.parse("cifar10-40k:test:4:0")).fraction(0))
        .isEqualTo(new Fraction(3_499, 9_984));
    Column seconds =
        table.trainingSeconds(
            Training.CIFAR10_40K, Fidelity.endOf(new Schedule(4)), SeedChoice.of(0));
    assertThat(seconds.value(0)).isEqualTo((float) 89.904);
    assertThat(table.column("params").value(0)).isEqualTo(8_555_530);
  }

  @Test
  void theWholeBenchmarksTestAccuraciesAreRead() throws IOException {
    Table table = table(new Nb101CsvFormat(), "nb101/nb101_test108_mean.csv.gz");
    assertThat(table.rows()).isEqualTo(423_624);
    AccuracyColumn test = table.accuracy(Query.parse("cifar10-40k:test:108"));
    assertThat(IntStream.range(0, table.rows()).allMatch(row -> test.seedCount(row) == 3)).isTrue();
    // Best mean of three repeats: google-research/nasbench issue 10, 0.943175752957662.
    double best = IntStream.range(0, table.rows()).mapToDouble(test::value).max().orElseThrow();
    assertThat(best).isEqualTo(100 * 28_250.0 / 29_952);
    assertThat(table.row(FIRST)).isZero();
    assertThat(new Nb101Enumeration(7).modules().mapToInt(table::row).distinct().count())
        .isEqualTo(423_624);
    assertThat(Files.size(folder.resolve("nb101.h5"))).isLessThan(40_000_000);
  }
}
