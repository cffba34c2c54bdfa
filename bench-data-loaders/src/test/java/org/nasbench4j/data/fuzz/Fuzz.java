package org.nasbench4j.data.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.compact.CompactTableFuzz;
import org.nasbench4j.data.compact.ForgedTableFuzz;
import org.nasbench4j.data.image.CifarFuzz;
import org.nasbench4j.data.image.IdxFuzz;
import org.nasbench4j.data.nasbench101.Nb101PickleFuzz;
import org.nasbench4j.data.nasbench101.TfRecordFuzz;
import org.nasbench4j.data.nasbench201.ScoreCsvFuzz;
import org.nasbench4j.data.naslib.CurvesFuzz;
import org.nasbench4j.data.natsbench.Bzip2Fuzz;
import org.nasbench4j.data.natsbench.NatsRecordsFuzz;
import org.nasbench4j.data.pandas.DataFrameFuzz;
import org.nasbench4j.data.pickle.PickleFuzz;
import org.nasbench4j.data.safetensors.SafetensorsFuzz;
import org.nasbench4j.data.suitezero.SuiteZeroFuzz;
import org.nasbench4j.data.torch.TorchFuzz;
import org.nasbench4j.data.torch.TorchObjectsFuzz;

/** What a coverage-guided fuzzer calls; {@code scripts/fuzz} starts it. */
public final class Fuzz {

  /** All readers. */
  static final List<FuzzTarget> TARGETS =
      List.of(
          new PickleFuzz(),
          new NatsRecordsFuzz(),
          new Bzip2Fuzz(),
          new TorchFuzz(),
          new TorchObjectsFuzz(),
          new ScoreCsvFuzz(),
          new TfRecordFuzz(),
          new Nb101PickleFuzz(),
          new DataFrameFuzz(),
          new SuiteZeroFuzz(),
          new CurvesFuzz(),
          new SafetensorsFuzz(),
          new IdxFuzz(),
          new CifarFuzz(),
          new CompactTableFuzz(),
          new ForgedTableFuzz());

  /** The fuzzer knows static methods only. */
  private static @Nullable Intake intake;

  private Fuzz() {}

  static FuzzTarget target(String name) {
    return TARGETS.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The target (%s) is not known. Known: %s.".formatted(name, names())));
  }

  private static String names() {
    return TARGETS.stream().map(FuzzTarget::name).collect(Collectors.joining(", "));
  }

  /** Called once by the fuzzer, with the name of a target. */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    intake = new Intake(target(arguments[0]), Files.createTempDirectory("fuzz"));
  }

  /** Called by the fuzzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (intake == null) {
      throw new IllegalStateException("The fuzzer named no target.");
    }
    intake.offer(input);
  }

  /**
   * Prints the names of all targets; writes the seeds and the kept corpus of one into a folder; or
   * keeps what is in a folder as the corpus.
   *
   * @param arguments nothing; a target and a folder; or a target, a folder and an archive
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    switch (arguments.length) {
      case 0 -> TARGETS.forEach(target -> System.out.println(target.name()));
      case 2 -> {
        Path folder = Path.of(arguments[1]);
        write(target(arguments[0]).seeds(), folder);
        write(Corpus.of(arguments[0]), folder);
      }
      default -> Corpus.pack(Path.of(arguments[1]), Path.of(arguments[2]));
    }
  }

  private static void write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
