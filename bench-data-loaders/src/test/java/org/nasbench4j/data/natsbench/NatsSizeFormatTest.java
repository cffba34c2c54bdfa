package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nasbench4j.data.natsbench.NatsFixture.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.RealData;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

/** NATS-Bench's size space, as a folder and as one file; what both spaces share is tested there. */
class NatsSizeFormatTest {
  private static final SizeSpace SPACE = SizeFixture.SPACE;

  @TempDir Path temporary;
  private Path folder;
  private Path file;

  @BeforeEach
  void writeMeta() throws IOException {
    folder = Files.createDirectory(temporary.resolve("records"));
    SizeFixture.writeMeta(folder);
    file = temporary.resolve("download");
  }

  @Test
  void theFormatIsAService() {
    assertThat(ServiceLoader.load(TableFormat.class).stream().map(p -> p.get().name()))
        .contains("nats-sss", "nats-tss", "nats-simple");
  }

  @Test
  void everySetIsThereAtEveryEpochOfEverySchedule() throws IOException {
    write(32_767);
    write(11);

    TableContent content = readFolder();

    assertThat(content.space()).isEqualTo("nats-sss");
    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(11, 32_767);
    assertThat(content.accuracies()).hasSize(39);
    for (AccuracyBlock block : content.accuracies()) {
      int epochs = block.axes().schedule().epochs();
      assertThat(block.axes().epochs()).hasSize(epochs);
      assertThat(block.axes().seeds())
          .isEqualTo(epochs == 12 ? List.of(777, 888, 999) : List.of(777));
      assertThat(block.correct()).doesNotContain(TableContent.ABSENT);
    }
    AccuracyBlock valid =
        content.accuracies().stream()
            .filter(block -> block.axes().training().equals(Training.IMAGENET16_120))
            .filter(block -> block.axes().split() == Split.VALID)
            .filter(block -> block.axes().schedule().equals(new Schedule(12)))
            .findFirst()
            .orElseThrow();
    assertThat(valid.correct()[valid.axes().position(2, 5, 1, 1)])
        .isEqualTo(SizeFixture.count(32_767, 888, 5));
    assertThat(content.columns().get("params")).containsExactly(49_202, 713_674);
  }

  @Test
  void notesSayWhatIsKnownOfSecondsAndSeeds() throws IOException {
    write(11);

    assertThat(readFolder().notes())
        .contains("The folder holds the records of 1 of 32768 architectures.")
        .anyMatch(note -> note.contains("the 1-epoch training"))
        .anyMatch(note -> note.contains("one seed (777) for 1 and 90 epochs"))
        .noneMatch(note -> note.contains("12-epoch training"));
  }

  @Test
  void oneFileGivesTheTableOfItsFolder() throws IOException {
    List<Integer> indices = List.of(20_000, 11, 32_767, 9);
    new SingleFile(SPACE, indices, SizeFixture::record).writeBzip2(file);
    for (int index : indices) {
      write(index);
    }

    assertThat(readFile())
        .usingRecursiveComparison()
        .ignoringFields("format", "sources", "notes")
        .isEqualTo(readFolder());
  }

  @Test
  void genuineRecordsGiveTheTableOfTheirFolder() throws IOException {
    Path genuine = RealData.file("natsbench/NATS-sss-v1_0-50262-simple");
    new SingleFile(SPACE, List.of(0, 11), SingleRecords.genuine(SPACE, genuine)).writeBzip2(file);

    assertThat(readFile())
        .usingRecursiveComparison()
        .ignoringFields("format", "sources", "notes")
        .isEqualTo(new NatsSimpleFormat().read(genuine, ImportProgress.SILENT));
  }

  @Test
  void eachFormatRecognizesTheFileOfItsSpaceWhateverItsName() throws IOException {
    new SingleFile(SPACE, List.of(9), SizeFixture::record).writeBzip2(file);
    Path cells = temporary.resolve("cells");
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(cells);

    assertThat(new NatsSizeFormat().recognizes(file)).isTrue();
    assertThat(new NatsFileFormat().recognizes(file)).isFalse();
    assertThat(new NatsSizeFormat().recognizes(cells)).isFalse();
    assertThat(new NatsFileFormat().recognizes(cells)).isTrue();
    assertThat(new NatsSizeFormat().recognizes(folder)).isFalse();
  }

  @Test
  void aFileIsRecognizedByItsFirstRecordWhereNamesComeLast() throws IOException {
    SingleFile single = new SingleFile(SPACE, List.of(9), SizeFixture::record);
    Object names = single.top().remove("meta_archs");
    single.top().put("meta_archs", names);
    single.writeBzip2(file);

    assertThat(new NatsSizeFormat().recognizes(file)).isTrue();
    assertThat(((RowNames.Indexed) readFile().rows()).indices()).containsExactly(9);
  }

  @Test
  void aFileOfTheOtherSpaceIsUnsupported() throws IOException {
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(file);

    assertThatThrownBy(this::readFile)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("of NATS-Bench's topology space (tss)")
        .hasMessageContaining("supported: here the size space (sss)")
        .hasMessageContaining("NATS-sss-v1_0-50262.pickle.pbz2");
  }

  @Test
  void aPublishedNameIsCheckedAgainstTheBytes() throws IOException {
    Path published = temporary.resolve("NATS-sss-v1_0-50262.pickle.pbz2");
    new SingleFile(SPACE, List.of(9), SizeFixture::record).writeBzip2(published);

    assertThatThrownBy(() -> new NatsSizeFormat().read(published, ImportProgress.SILENT))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("must end with 50262");
  }

  @Test
  void aRecordOfTheOtherSpaceIsUnsupported() throws IOException {
    tampered(record -> map(record, "12").put("arch_str", "|none~0|+|none~0|none~1|"))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("000009.pickle.pbz2")
        .hasMessageContaining("topology space (tss)");
  }

  @Test
  void aRecordInTheWrongPlaceIsMalformed() throws IOException {
    tampered(record -> map(record, "12").put("arch_str", "8:8:8:16:24"))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("#9 8:8:8:16:24, but it stands in the place of #9 8:8:8:16:16");
  }

  @Test
  void aScheduleOfTheOtherSpaceIsUnsupported() throws IOException {
    tampered(record -> record.put("200", record.remove("90")))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the string '200'")
        .hasMessageContaining("the schedules '01', '12', '90' of the size space (sss)");
  }

  @Test
  void timesThatVaryAreMalformed() throws IOException {
    tampered(
            record ->
                map(NatsFixture.runOf(record, "90", "cifar10", 777), "train_times").put(7, 3.6))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("train_times of epoch 7 is 3.6 s");
  }

  @Test
  void aMetaOfFewerArchitecturesIsMalformed() throws IOException {
    NatsFixture.writeMeta(folder, List.of("8:8:8:8:8", "8:8:8:8:16"));
    write(9);

    assertThatThrownBy(this::readFolder)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("meta_archs has 2 entries and total_archs is 2; both must be 32768");
  }

  @Test
  void aMetaOfBothSpacesIsUnsupported() throws IOException {
    NatsFixture.writeMeta(folder, List.of("8:8:8:8:8", "|none~0|+|none~0|none~1|"));
    write(9);

    assertThatThrownBy(this::readFolder)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("topology space (tss)");
  }

  @Test
  void theTableIsWrittenAndAsked() throws IOException {
    write(11);
    CompactTables store = new CompactTables(List.of(SPACE));
    Path target = temporary.resolve("sss.h5");
    store.write(readFolder(), target);

    Table table = store.open(target);

    assertThat(table.space().id()).isEqualTo("nats-sss");
    assertThat(table.accuracy(Query.parse("cifar100:valid:90:777")).fraction(table.row("11")))
        .hasToString("%d/5000".formatted(SizeFixture.count(11, 777, 89)));
    assertThat(table.row("8:8:8:16:32")).isZero();
  }

  private AbstractThrowableAssert<?, ?> tampered(Consumer<Map<Object, Object>> tamper)
      throws IOException {
    Map<Object, Object> record = SizeFixture.record(9);
    tamper.accept(record);
    NatsFixture.write(folder.resolve("000009.pickle.pbz2"), record);
    return assertThatThrownBy(this::readFolder);
  }

  private void write(int index) throws IOException {
    NatsFixture.write(
        folder.resolve("%06d.pickle.pbz2".formatted(index)), SizeFixture.record(index));
  }

  private TableContent readFolder() throws IOException {
    return new NatsSimpleFormat().read(folder, ImportProgress.SILENT);
  }

  private TableContent readFile() throws IOException {
    return new NatsSizeFormat().read(file, ImportProgress.SILENT);
  }
}
