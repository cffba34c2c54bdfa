package org.nasbench4j.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.option.TableInput;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.JsonOutput;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.stats.Bootstrap;
import org.nasbench4j.stats.Coefficient;
import org.nasbench4j.stats.Correlation;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.stats.PairCounts;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench correlate}. */
@Command(
    name = "correlate",
    mixinStandardHelpOptions = true,
    description = "Prints how far two measures of the same architectures agree.",
    footer = {
      "",
      "A measure is dataset:split:schedule[:seeds], as in cifar10:valid:12 (seeds: mean), or the name"
          + " of a stored column or proxy, as in params. 'nasbench table info' lists the columns."
          + " Names joined by + are a sum of ranks among the chosen architectures, as in"
          + " params+synflow.",
      "",
      "Example: nasbench correlate nb201.h5 --x cifar10:valid:12 --y cifar10:test:200",
      "Of two tables: nasbench correlate nb201.h5 --x fashion-mnist-14:valid:3 --x-from micro.h5"
          + " --y cifar10:test:200"
    })
public final class CorrelateCommand implements Callable<Integer> {
  private static final String RANDOM = "L64X128MixRandom";

  @Mixin private TableInput input = new TableInput();

  @Option(
      names = "--x",
      required = true,
      paramLabel = "MEASURE",
      description = "The first measure.")
  private String x = "";

  @Option(
      names = "--x-from",
      paramLabel = "TABLE",
      description =
          "The table that has the first measure, its path or name, where it is not FILE. Architectures"
              + " that it lacks count as missing.")
  private @Nullable String from;

  @Option(
      names = "--y",
      required = true,
      paramLabel = "MEASURE",
      description = "The second measure.")
  private String y = "";

  @Option(
      names = "--level",
      paramLabel = "P",
      description = "The level of the confidence intervals. Default: ${DEFAULT-VALUE}.")
  private double level = Bootstrap.DEFAULT_LEVEL;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      description = "The resamples of the bootstrap. Default: ${DEFAULT-VALUE}.")
  private int resamples = Bootstrap.DEFAULT_RESAMPLES;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The seed of the bootstrap. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private RowChoice choice = new RowChoice();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Quantity quantityX = Quantity.parse(x);
    Quantity quantityY = Quantity.parse(y);
    Bootstrap bootstrap = new Bootstrap(level, resamples);
    RandomGenerator random = RandomGeneratorFactory.of(RANDOM).create(seed);
    Table table = input.open();
    ProxyCatalog proxies = ProxyCatalog.ofServices();
    Side first =
        from == null ? Side.of(quantityX, table) : Side.of(quantityX, table, input.openOther(from));
    Side second = Side.of(quantityY, table);
    RowChoice.Rows chosen = choice.of(first, second, proxies);
    int[] rows = chosen.rows();
    Column columnX = first.column(proxies, rows);
    Column columnY = second.column(proxies, rows);
    int lacking = chosen.lacking();
    Correlation correlation =
        Correlation.of(values(columnX, rows), values(columnY, rows), bootstrap, random);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(out, json(first, second, lacking, correlation));
    } else {
      print(out, first, second, lacking, correlation);
    }
    return ExitCode.DONE.code();
  }

  private static double[] values(Column column, int[] rows) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = column.value(rows[i]);
    }
    return values;
  }

  private Map<String, Object> json(Side first, Side second, int lacking, Correlation correlation) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("x", first.toString());
    object.put("y", second.toString());
    object.put("n", correlation.n());
    object.put("missing", lacking);
    object.put("archs", choice.archs());
    object.put("top", choice.top());
    object.put("tiedPairsX", correlation.pairs().tiedX());
    object.put("tiedPairsY", correlation.pairs().tiedY());
    object.put("tiedPairsBoth", correlation.pairs().tiedBoth());
    for (Coefficient coefficient : Coefficient.values()) {
      String key = key(coefficient);
      correlation.value(coefficient).ifPresent(value -> object.put(key, value));
      correlation
          .interval(coefficient)
          .ifPresent(i -> object.put(key + "Interval", List.of(i.low(), i.high())));
      correlation
          .whyUndefined(coefficient)
          .ifPresent(reason -> object.put(key + "Undefined", reason));
    }
    object.put("level", level);
    object.put("resamples", resamples);
    object.put("seed", seed);
    return object;
  }

  private static String key(Coefficient coefficient) {
    return switch (coefficient) {
      case TAU_A -> "tauA";
      case TAU_B -> "tauB";
      case TAU_C -> "tauC";
      case SPEARMAN -> "spearman";
      case PEARSON -> "pearson";
    };
  }

  private void print(
      PrintWriter out, Side first, Side second, int lacking, Correlation correlation) {
    PairCounts pairs = correlation.pairs();
    out.printf(Locale.ROOT, "x  %s%ny  %s%n", first, second);
    out.printf(
        Locale.ROOT,
        "n  %,d architectures%s%s%n",
        correlation.n(),
        choice.words(),
        lacking(lacking));
    out.printf(
        Locale.ROOT,
        "tied pairs  %,d in x, %,d in y, %,d in both%n%n",
        pairs.tiedX(),
        pairs.tiedY(),
        pairs.tiedBoth());
    for (Coefficient coefficient : Coefficient.values()) {
      out.println(line(correlation, coefficient));
    }
    out.printf(
        Locale.ROOT,
        "%n%s %% intervals: percentile bootstrap over architectures, %,d resamples, seed %d%n",
        100 * level,
        resamples,
        seed);
  }

  private static String lacking(int architectures) {
    return architectures == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d more lack a measure", architectures);
  }

  private static String line(Correlation correlation, Coefficient coefficient) {
    if (correlation.value(coefficient).isEmpty()) {
      return "%-15s undefined: %s"
          .formatted(
              coefficient.title(), correlation.whyUndefined(coefficient).orElse("no reason"));
    }
    String interval =
        correlation.interval(coefficient).map(CorrelateCommand::text).orElse("no interval");
    return String.format(
        Locale.ROOT,
        "%-15s %9.6f  %s",
        coefficient.title(),
        correlation.value(coefficient).getAsDouble(),
        interval);
  }

  private static String text(Interval interval) {
    return String.format(Locale.ROOT, "[%9.6f, %9.6f]", interval.low(), interval.high());
  }
}
