package org.nasbench4j.proxy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasbench4j.objective.CostLine;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Table;

/**
 * A sum of ranks among all architectures of a table as the objective of a search. A look costs the
 * seconds of all members, as far as they are known.
 *
 * @param quantity what is ranked
 * @param table the architectures
 * @param sums the sum of each row
 * @param members what each rank costs
 */
record RankSumObjective(
    Quantity.RankSum quantity, Table table, Column sums, List<Objective> members)
    implements Objective {

  static RankSumObjective of(Quantity.RankSum quantity, Table table, ProxyCatalog proxies) {
    List<Objective> members =
        quantity.members().stream().map(member -> member.objective(table, proxies)).toList();
    for (Objective member : members) {
      if (!member.isAffordableEverywhere()) {
        throw new IllegalArgumentException(
            "The rank sum (%s) needs every architecture, but (%s) is computed live. Score all first."
                .formatted(quantity, member.description()));
      }
    }
    return new RankSumObjective(quantity, table, quantity.column(table, proxies), members);
  }

  @Override
  public Evaluation evaluate(Architecture architecture) {
    double seconds = 0;
    for (Objective member : members) {
      seconds += member.evaluate(architecture).seconds();
    }
    return new Evaluation(sums.value(table.row(architecture)), seconds);
  }

  @Override
  public Optional<CostLine> costLine() {
    return members.stream().flatMap(member -> member.costLine().stream()).findFirst();
  }

  @Override
  public String description() {
    String unknown =
        IntStream.range(0, members.size())
            .filter(i -> members.get(i).costLine().isEmpty())
            .mapToObj(i -> quantity.members().get(i).toString())
            .collect(Collectors.joining(", "));
    String cost = costLine().isEmpty() ? "cost unknown" : "cost: the seconds of its members";
    return quantity
        + " (sum of ranks among all architectures), "
        + cost
        + (unknown.isEmpty() || costLine().isEmpty() ? "" : "; 0 for " + unknown + ", unknown");
  }
}
