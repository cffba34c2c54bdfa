package org.nasbench4j.cli.doctor;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.nasbench4j.doctor.Diagnosis;
import org.nasbench4j.doctor.Finding;
import org.nasbench4j.doctor.Occurrences;
import org.nasbench4j.doctor.Severity;

/** A diagnosis for people: findings that mean the same stand together. */
final class DiagnosisText {
  private static final int LINE_LENGTH = 96;
  private static final String INDENT = "         ";

  private DiagnosisText() {}

  static void print(PrintWriter out, Diagnosis diagnosis) {
    out.printf(
        Locale.ROOT,
        "table    %s: %s, %,d of %,d architectures, source %s%n",
        diagnosis.table().name(),
        diagnosis.table().space(),
        diagnosis.rows(),
        diagnosis.measured(),
        diagnosis.table().format());
    out.printf(Locale.ROOT, "content  %s%n", diagnosis.table().contentHash());
    out.printf(
        Locale.ROOT,
        "found    %s, %s, %s%n",
        number(diagnosis.count(Severity.ERROR), "error"),
        number(diagnosis.count(Severity.WARNING), "warning"),
        number(diagnosis.count(Severity.NOTE), "note"));
    alike(diagnosis.findings()).forEach(findings -> print(out, findings));
    printQuiet(out, diagnosis);
  }

  private static String number(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private static List<List<Finding>> alike(List<Finding> findings) {
    return List.copyOf(
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> List.of(finding.severity(), finding.check(), finding.meaning()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  private static void print(PrintWriter out, List<Finding> alike) {
    Finding first = alike.get(0);
    out.printf(
        Locale.ROOT, "%n%-8s %s%n", first.severity().id().toUpperCase(Locale.ROOT), first.check());
    wrapped(first.meaning()).forEach(line -> out.println(INDENT + line));
    subjects(alike)
        .forEach((found, subjects) -> print(out, String.join(", ", subjects), occurrences(found)));
  }

  private static void print(PrintWriter out, String subjects, String occurrences) {
    List<String> lines = wrapped("- %s: %s".formatted(subjects, occurrences));
    for (int i = 0; i < lines.size(); i++) {
      out.println(INDENT + (i == 0 ? "" : "  ") + lines.get(i));
    }
  }

  /** The subjects of equal occurrences. */
  private static Map<Occurrences, List<String>> subjects(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                Finding::found,
                LinkedHashMap::new,
                Collectors.mapping(Finding::subject, Collectors.toList())));
  }

  private static String occurrences(Occurrences found) {
    String count =
        found.count() == found.of() && found.of() > 1
            ? String.format(Locale.ROOT, "all %,d %s", found.of(), found.unit())
            : String.format(Locale.ROOT, "%,d of %,d %s", found.count(), found.of(), found.unit());
    String more = found.isCutOff() ? "; …" : "";
    return found.examples().isEmpty()
        ? count
        : "%s (%s%s)".formatted(count, String.join("; ", found.examples()), more);
  }

  private static void printQuiet(PrintWriter out, Diagnosis diagnosis) {
    String quiet =
        diagnosis.checks().stream()
            .filter(
                check ->
                    diagnosis.findings().stream()
                        .noneMatch(finding -> finding.check().equals(check)))
            .collect(Collectors.joining(", "));
    if (!quiet.isEmpty()) {
      out.printf(Locale.ROOT, "%nNothing to say by: %s.%n", quiet);
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > LINE_LENGTH - INDENT.length()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
