package org.nasbench4j.cli.study;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nasbench4j.cli.score.ScoreProxies;
import org.nasbench4j.cli.supernet.SupernetOptions;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.SettingsPreset;
import org.nasbench4j.search.SurrogateCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nasbench methods}. */
@Command(
    name = "methods",
    mixinStandardHelpOptions = true,
    description = "Lists the search methods with their settings, the surrogates and the proxies.")
public final class MethodsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    SupernetOptions.listed().all().forEach(method -> print(out, method));
    out.println("Surrogates (for the setting surrogate of rmi-nas)");
    SurrogateCatalog.ofServices().names().forEach(name -> out.println("  " + name));
    out.println();
    out.println("Proxies that are computed where they are asked for");
    ProxyCatalog.ofServices().all().forEach(proxy -> print(out, proxy.name(), proxy.summary()));
    out.println();
    out.println("Proxies that are scored into a file (nasbench score)");
    ScoreProxies.summaries().forEach((name, summary) -> print(out, name, summary));
  }

  private static void print(PrintWriter out, SearchMethodProvider method) {
    out.println(method.name());
    out.println("  " + method.summary());
    method.settings().forEach(setting -> print(out, setting));
    method.presets().forEach(preset -> print(out, preset));
    out.println();
  }

  private static void print(PrintWriter out, Setting setting) {
    out.printf(
        Locale.ROOT,
        "    %s (%s, default %s)%n      %s%n      Default from: %s%n",
        setting.name(),
        setting.type().name().toLowerCase(Locale.ROOT),
        setting.defaultValue(),
        setting.meaning(),
        setting.origin());
  }

  private static void print(PrintWriter out, SettingsPreset preset) {
    String values =
        preset.settings().entrySet().stream()
            .map(setting -> setting.getKey() + " " + setting.getValue())
            .collect(Collectors.joining(", "));
    out.printf(
        Locale.ROOT,
        "    preset: %s%n      %s%n      From: %s%n",
        preset.name(),
        values,
        preset.origin());
  }

  private static void print(PrintWriter out, String proxy, String summary) {
    out.printf(Locale.ROOT, "  %-11s %s%n", proxy, summary);
  }
}
