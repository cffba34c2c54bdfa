package org.nasbench4j.data.naslib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.RealData;
import org.nasbench4j.data.natsbench.NatsSimpleFormat;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;

/** Curves of NATS-Bench's genuine records 0 and 11, written as NASLib's files are. */
class GenuineCurvesTest {
  private static final String FOLDER = "natsbench/NATS-tss-v1_0-3ffb9-simple";

  @TempDir Path folder;

  private static PickleDict record(String name) throws IOException {
    Path file = RealData.file(FOLDER).resolve(name + ".pickle.pbz2");
    try (InputStream in = new BZip2CompressorInputStream(Files.newInputStream(file))) {
      return dict((PickleDict) PickleReader.withDefaults().read(file, in), "200");
    }
  }

  private static PickleDict dict(PickleDict dict, Object key) {
    return (PickleDict) dict.get(key).orElseThrow();
  }

  private static List<Object> list(PickleDict run, String key) {
    List<Object> values = new ArrayList<>();
    dict(run, key).forEach((epoch, value) -> values.add(value));
    return values;
  }

  // What is known of how NASLib took its lists: the values in the order of the record, seed 888.
  private static Map<Object, Object> curve(PickleDict run) {
    Map<Object, Object> curve = new LinkedHashMap<>();
    for (String key : List.of("train_losses", "eval_losses", "train_acc1es", "eval_acc1es")) {
      curve.put(key, list(run, key));
    }
    Map<Object, Object> cost = new LinkedHashMap<>();
    cost.put("flops", run.get("flop").orElseThrow());
    cost.put("params", run.get("params").orElseThrow());
    cost.put("latency", ((PickleList) run.get("latency").orElseThrow()).items().get(0));
    cost.put("train_time", dict(run, "train_times").get(0L).orElseThrow());
    curve.put("cost_info", cost);
    return curve;
  }

  private TableContent curves(String dataset) throws IOException {
    Map<Object, Object> file = new LinkedHashMap<>();
    for (String name : List.of("000011", "000000")) {
      PickleDict record = record(name);
      PickleDict run = dict(dict(record, "all_results"), new PickleTuple(List.of(dataset, 888L)));
      file.put(record.get("arch_str").orElseThrow(), CurveFile.single(dataset, curve(run)));
    }
    Path path = CurveFile.write(folder.resolve("curves.pickle"), 4, file);
    return new NasLibNb201Format().read(path, ImportProgress.SILENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cifar10-valid", "cifar100", "ImageNet16-120"})
  void everyAccuracyIsThatOfTheSameSplitInNatsBench(String dataset) throws IOException {
    TableContent found = curves(dataset);
    TableContent expected =
        new NatsSimpleFormat().read(RealData.file(FOLDER), ImportProgress.SILENT);

    assertThat(found.accuracies()).hasSize(dataset.equals("cifar10-valid") ? 3 : 4);
    for (AccuracyBlock block : found.accuracies()) {
      assertThat(block.correct())
          .as("%s %s", block.axes().training(), block.axes().split())
          .isEqualTo(seed888(expected, block));
    }
  }

  private static int[] seed888(TableContent content, AccuracyBlock like) {
    AccuracyBlock same =
        content.accuracies().stream()
            .filter(block -> block.axes().training().equals(like.axes().training()))
            .filter(block -> block.axes().split() == like.axes().split())
            .filter(block -> block.axes().schedule().equals(new Schedule(200)))
            .findFirst()
            .orElseThrow();
    assertThat(same.axes().epochs()).isEqualTo(like.axes().epochs());
    int seed = same.axes().seeds().indexOf(888);
    return IntStream.range(0, same.axes().epochs().size())
        .flatMap(
            epoch ->
                IntStream.range(0, 2)
                    .map(row -> same.correct()[same.axes().position(2, epoch, row, seed)]))
        .toArray();
  }

  // 7.221092998981476 s and 0.0139359758611311 s are also in the tests of NASLib, for cell 0.
  @Test
  void costsAreThoseOfNasLibsOwnTests() throws IOException {
    TableContent found = curves("cifar10-valid");

    assertThat(found.seconds().get(0).seconds()).startsWith(7.221092998981476);
    assertThat(found.columns().get("latency-cifar10")).startsWith(0.0139359758611311);
    assertThat(found.columns().get("params")).startsWith(129_306);
    assertThat(found.columns().get("flops")).startsWith(15.64737);
  }
}
