package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nasbench4j.data.natsbench.NatsFixture.map;
import static org.nasbench4j.data.natsbench.NatsFixture.runOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.RealData;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PythonPickler;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

class NatsFileFormatTest {
  private static final String GENUINE = "natsbench/NATS-tss-v1_0-3ffb9-simple";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("nats.pickle.pbz2");
  }

  @Test
  void theFormatIsAService() {
    assertThat(ServiceLoader.load(TableFormat.class).stream().map(p -> p.get().name()))
        .contains("nats-tss");
  }

  @Test
  void inventedRecordsGiveTheTableOfTheirFolder() throws IOException {
    List<Integer> indices = List.of(123, 9, 11, 3000);
    new SingleFile(indices, NatsFixture::record).writeBzip2(file());

    requireSame(read(), folderOf(indices, NatsFixture::record));
  }

  @Test
  void genuineRecordsGiveTheTableOfTheirFolder() throws IOException {
    Path genuine = RealData.file(GENUINE);
    new SingleFile(List.of(0, 11), SingleRecords.genuine(genuine)).writeBzip2(file());

    requireSame(read(), new NatsSimpleFormat().read(genuine, ImportProgress.SILENT));
  }

  @Test
  void moreRecordsThanABatchHoldsAreRead() throws IOException {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < 2001; i++) {
      indices.add(7 * i % 15_625);
    }
    new SingleFile(indices, NatsFileFormatTest::smallRecord).writeBzip2(file());

    TableContent content = read();

    assertThat(((RowNames.Indexed) content.rows()).indices())
        .containsExactly(indices.stream().mapToInt(i -> i).sorted().toArray());
    for (int row : new int[] {0, 999, 1000, 2000}) {
      int index = ((RowNames.Indexed) content.rows()).indices()[row];
      assertThat(content.columns().getOrDefault("flops-cifar100", new double[0])[row])
          .isEqualTo(index);
    }
  }

  /** One training without a curve. */
  private static Map<Object, Object> smallRecord(int index) {
    Map<Object, Object> record = NatsFixture.record(index);
    record.remove("200");
    Map<Object, Object> runs = map(record, "12", "all_results");
    runs.keySet().retainAll(List.of(PickleWriter.Tuple.of("cifar100", 111)));
    map(record, "12", "dataset_seed").remove("cifar10-valid");
    Map<Object, Object> run = runOf(record, "12", "cifar100", 111);
    run.replaceAll((key, value) -> value instanceof Map<?, ?> ? new LinkedHashMap<>() : value);
    map(run, "train_acc1es").put(11, 50.0);
    run.put("flop", (double) index);
    return record;
  }

  // 4,000 small records and a whole one: each of its 200 epochs would take room in every row.
  @Test
  void aSmallFileDoesNotMakeALargeTable() throws IOException {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      indices.add(i);
    }
    new SingleFile(indices, index -> index == 0 ? ofManySeeds() : smallRecord(index))
        .writeBzip2(file());

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("nats.pickle.pbz2", "scattered");
  }

  private static Map<Object, Object> ofManySeeds() {
    Map<Object, Object> record = NatsFixture.record(0);
    Map<Object, Object> runs = map(record, "200", "all_results");
    List<Integer> seeds = List.of(111, 222, 333, 444, 555, 666, 777, 888);
    for (int seed : seeds) {
      Map<Object, Object> run = new LinkedHashMap<>(runOf(record, "200", "cifar100", 777));
      run.put("seed", "%04d".formatted(seed));
      runs.put(PickleWriter.Tuple.of("cifar100", seed), run);
    }
    map(record, "200", "dataset_seed").put("cifar100", seeds);
    return record;
  }

  @Test
  void aSingleRecordIsRead() throws IOException {
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(file());

    assertThat(((RowNames.Indexed) read().rows()).indices()).containsExactly(9);
  }

  @Test
  void recordsMayComeBeforeTheNamesOfTheArchitectures() throws IOException {
    SingleFile single = new SingleFile(List.of(9, 11), NatsFixture::record);
    Object names = single.top().remove("meta_archs");
    single.top().put("meta_archs", names);
    single.writeBzip2(file());

    requireSame(read(), folderOf(List.of(9, 11), NatsFixture::record));
  }

  @Test
  void notesSayHowManyRecordsThereAreAndWhetherTheNameWasChecked() throws IOException {
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(file());
    String md5 = FileDigests.of(file()).md5();
    Path named = folder.resolve("NATS-tss-v1_0-" + md5.substring(27) + ".pickle.pbz2");
    Files.copy(file(), named);

    assertThat(read().notes())
        .contains(
            "The file holds the records of 1 of 15625 architectures.",
            "The name of the file has no part of its MD5, so that could not be checked.");
    TableContent content = new NatsFileFormat().read(named, ImportProgress.SILENT);
    assertThat(content.notes())
        .contains("The MD5 of the file ends with " + md5.substring(27) + ", as its name says.");
    assertThat(content.sources())
        .containsExactly(named.getFileName() + " " + FileDigests.of(named).sha256());
    assertThat(content.format()).isEqualTo("nats-tss");
  }

  @Test
  void aWrongMd5SuffixIsMalformed() throws IOException {
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(file());
    Path named = folder.resolve("NATS-tss-v1_0-3ffb9.pickle.pbz2");
    Files.copy(file(), named);

    assertThatThrownBy(() -> new NatsFileFormat().read(named, ImportProgress.SILENT))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("its MD5 is")
        .hasMessageContaining("by its name it must end with 3ffb9");
  }

  @Test
  void progressIsToldInCompressedBytesUpToTheEnd() throws IOException {
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(file());
    List<String> progress = new ArrayList<>();

    new NatsFileFormat().read(file(), (done, total) -> progress.add(done + "/" + total));

    long size = Files.size(file());
    assertThat(progress).last().isEqualTo(size + "/" + size);
  }

  @Test
  void truncatedBzip2IsMalformedWithItsPlace() throws IOException {
    new SingleFile(List.of(9, 11), NatsFixture::record).writeBzip2(file());
    byte[] bytes = Files.readAllBytes(file());

    for (int percent : new int[] {1, 10, 50, 90, 99}) {
      int length = bytes.length * percent / 100;
      Files.write(file(), Arrays.copyOf(bytes, length));
      assertThatThrownBy(this::read)
          .as("cut to %d bytes", length)
          .isInstanceOfSatisfying(
              MalformedTableException.class,
              e -> assertThat(((AtByte) e.place()).offset()).isBetween(0L, (long) length))
          .hasMessageContaining("the bzip2 data break off or are damaged");
    }
  }

  @Test
  void aChangedByteIsMalformed() throws IOException {
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(file());
    byte[] bytes = Files.readAllBytes(file());

    for (int position = 4; position < bytes.length; position += bytes.length / 20) {
      byte[] changed = bytes.clone();
      changed[position] ^= (byte) (1 << position % 8);
      Files.write(file(), changed);
      assertThatThrownBy(this::read)
          .as("byte %d", position)
          .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
    }
  }

  @Test
  void anotherGlobalIsUnsupportedWithItsPlace() throws IOException {
    write(PickleWriter.start().ascii("}").text("meta_archs").global("os", "system").stop());

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the global os.system at byte");
  }

  @Test
  void aRecordWithWrongTypesIsMalformedWithItsPlace() throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "train_losses").put(4, "high"))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(((AtByte) e.place()).offset()).isGreaterThan(1_000_000))
        .hasMessageContaining("#11, schedule 12, cifar100, seed 111")
        .hasMessageContaining("train_losses of epoch 4 must be a float, not the string 'high'");
  }

  @Test
  void timesThatAreNoneAreMalformedHere() throws IOException {
    tampered(record -> runOf(record, "200", "cifar100", 777).put("train_times", PickleNone.NONE))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("train_times must be a dict, not None");
  }

  @Test
  void aRecordInTheWrongPlaceIsMalformed() throws IOException {
    tampered(record -> map(record, "12").put("arch_index", 12))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the record is of #12")
        .hasMessageContaining("in the place of #11");
  }

  @Test
  void aRecordThatComesTwiceIsMalformed() throws IOException {
    new SingleFile(List.of(9, 11, 9), NatsFixture::record).writeBzip2(file());

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the record of #9: there is another record");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 15_625})
  void anIndexOutsideTheSpaceIsMalformed(int index) throws IOException {
    new SingleFile(List.of(9, index), any -> NatsFixture.record(9)).writeBzip2(file());

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the record of #%d", index);
  }

  @Test
  void recordsThatAreNotAnnouncedAreMalformed() throws IOException {
    SingleFile single = new SingleFile(List.of(9, 11), NatsFixture::record);
    single.top().put("evaluated_indexes", List.of(9, 11, 12));
    single.writeBzip2(file());

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("evaluated_indexes has 3 entries")
        .hasMessageContaining("those of the 2 records");
  }

  @Test
  void recordsUnderTextsAreMalformed() throws IOException {
    single("arch2infos", Map.of("9", NatsFixture.record(9), "11", NatsFixture.record(11)))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the records must be dicts under ints");
  }

  @Test
  void aFileOfArchitecturesOnlyIsUnsupported() throws IOException {
    single("arch2infos", PickleNone.NONE)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a file without records under arch2infos")
        .hasMessageContaining("nats-simple");
  }

  @Test
  void aFileWithoutAnyRecordIsMalformed() throws IOException {
    single("arch2infos", Map.of())
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("it has no records under arch2infos");
  }

  @Test
  void theRecordOfAFolderIsUnsupported() throws IOException {
    write(PickleWriter.pickle(NatsFixture.record(9)));

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a dict of 2 without meta_archs")
        .hasMessageContaining("nats-simple");
  }

  @Test
  void theSizeSpaceHasAFormatOfItsOwn() throws IOException {
    single("meta_archs", List.of("8:8:8:8:8", "8:8:8:8:16"))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("size space (sss)");
  }

  @Test
  void bytesBehindThePickleAreMalformed() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    PythonPickler.pickle(4, new SingleFile(List.of(9), NatsFixture::record).top(), pickle);
    pickle.write('.');
    write(pickle.toByteArray());

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("bytes behind the end of the pickle");
  }

  @Test
  void aWebPageIsNamedAsWhatItIs() throws IOException {
    Files.writeString(file(), "<!DOCTYPE html><html><head><title>Google Drive</title>");

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a web page")
        .hasMessageContaining("Google Drive")
        .hasMessageContaining("NATS-tss-v1_0-3ffb9.pickle.pbz2");
  }

  @Test
  void theFileIsRecognizedWhateverItsName() throws IOException {
    Path file = folder.resolve("download");
    new SingleFile(List.of(9), NatsFixture::record).writeBzip2(file);

    assertThat(new NatsFileFormat().recognizes(file)).isTrue();
    assertThat(new Nb201PthFormat().recognizes(file)).isFalse();
  }

  @Test
  void aFolderIsUnsupported() {
    assertThatThrownBy(() -> new NatsFileFormat().read(folder, ImportProgress.SILENT))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a folder");
  }

  private AbstractThrowableAssert<?, ?> tampered(Consumer<Map<Object, Object>> tamper)
      throws IOException {
    IntFunction<Map<Object, Object>> records =
        index -> {
          Map<Object, Object> record = NatsFixture.record(index);
          if (index == 11) {
            tamper.accept(record);
          }
          return record;
        };
    new SingleFile(List.of(9, 11, 12), records).writeBzip2(file());
    return assertThatThrownBy(this::read);
  }

  private AbstractThrowableAssert<?, ?> single(String key, Object value) throws IOException {
    SingleFile single = new SingleFile(List.of(9), NatsFixture::record);
    single.top().put(key, value);
    single.writeBzip2(file());
    return assertThatThrownBy(this::read);
  }

  private void write(byte[] pickle) throws IOException {
    Files.write(file(), NatsFixture.bzip2(pickle));
  }

  private TableContent read() throws IOException {
    return new NatsFileFormat().read(file(), ImportProgress.SILENT);
  }

  private TableContent folderOf(List<Integer> indices, IntFunction<Map<Object, Object>> record)
      throws IOException {
    Path records = Files.createDirectory(folder.resolve("records"));
    NatsFixture.writeMeta(records);
    for (int index : indices) {
      NatsFixture.write(records.resolve("%06d.pickle.pbz2".formatted(index)), record.apply(index));
    }
    return new NatsSimpleFormat().read(records, ImportProgress.SILENT);
  }

  /** Everything but where it comes from. */
  private static void requireSame(TableContent found, TableContent expected) {
    assertThat(found)
        .usingRecursiveComparison()
        .ignoringFields("format", "sources", "notes")
        .isEqualTo(expected);
  }
}
