package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/**
 * Leaks by the meaning of the splits: validation images that training saw or that test contains.
 */
final class SplitsCheck implements TableCheck {

  @Override
  public String name() {
    return "splits";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    table.coverage().stream()
        .map(Coverage::training)
        .distinct()
        .forEach(training -> examine(table, training, findings));
    return findings;
  }

  private void examine(Examination table, Training training, List<Finding> findings) {
    List<Coverage> blocks =
        table.coverage().stream().filter(block -> block.training().equals(training)).toList();
    if (training.equals(Training.CIFAR10_ALL)) {
      findings.add(
          finding(
              Severity.WARNING,
              training.toString(),
              records(blocks),
              "These networks were trained on the validation images, too: they have no validation"
                  + " accuracy. Search on cifar10-half, and report the test of this training."));
    } else if (blocks.stream().noneMatch(block -> block.split() == Split.VALID)) {
      findings.add(
          finding(
              Severity.WARNING,
              training.toString(),
              records(blocks),
              "No validation accuracy is stored: a search on this table would optimise test images."
                  + " Look numbers up in it, and search in another."));
    }
    for (Coverage block : blocks) {
      if (block.split() == Split.VALID_AND_TEST) {
        union(blocks, block, findings);
      }
    }
  }

  private void union(List<Coverage> blocks, Coverage union, List<Finding> findings) {
    String subject = "%s:%s:%s".formatted(union.training(), union.split(), union.schedule());
    findings.add(
        finding(
            Severity.WARNING,
            subject,
            records(List.of(union)),
            "These images are the validation and the test images together: a search on them has seen"
                + " the test. Search on valid, and report test."));
    TreeSet<Integer> mixed = new TreeSet<>(union.epochs());
    blocks.stream()
        .filter(block -> block.split() == Split.VALID)
        .filter(block -> block.schedule().equals(union.schedule()))
        .forEach(block -> block.epochs().forEach(mixed::remove));
    if (!mixed.isEmpty()) {
      findings.add(
          finding(
              Severity.WARNING,
              subject,
              new Occurrences(mixed.size(), union.epochs().size(), "epochs", List.of()),
              "At these epochs only validation and test together are stored: a search that stops"
                  + " trainings early would see the test. Use the shorter schedule instead."));
    }
  }

  private static Occurrences records(List<Coverage> blocks) {
    long records = blocks.stream().mapToLong(Coverage::records).sum();
    return new Occurrences(records, records, "records", List.of());
  }
}
