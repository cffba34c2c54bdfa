package org.nasbench4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nasbench methods}. */
@Command(
    name = "methods",
    mixinStandardHelpOptions = true,
    description = "Lists the search methods with their settings, and the proxies.")
final class MethodsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    MethodCatalog.ofServices().all().forEach(method -> print(out, method));
    out.println("Proxies");
    ProxyCatalog.ofServices().all().forEach(proxy -> print(out, proxy));
  }

  private static void print(PrintWriter out, SearchMethodProvider method) {
    out.println(method.name());
    out.println("  " + method.summary());
    method.settings().forEach(setting -> print(out, setting));
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

  private static void print(PrintWriter out, ProxyProvider proxy) {
    out.printf(Locale.ROOT, "  %-10s %s%n", proxy.name(), proxy.summary());
  }
}
