package org.nasbench4j.proxy;

import java.util.Optional;
import org.nasbench4j.objective.ColumnObjective;
import org.nasbench4j.objective.CostLine;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.space.Architecture;

/**
 * A proxy's score as the objective of a search.
 *
 * @param name the proxy's name
 * @param proxy computes the score
 */
public record ProxyObjective(String name, Proxy proxy) implements Objective {

  @Override
  public Evaluation evaluate(Architecture architecture) {
    ProxyScore score = proxy.score(architecture);
    return new Evaluation(score.value(), score.seconds());
  }

  @Override
  public Optional<CostLine> costLine() {
    return Optional.of(CostLine.PROXY);
  }

  @Override
  public ValueScale scale() {
    return ColumnObjective.scaleOf(name);
  }

  @Override
  public boolean isAffordableEverywhere() {
    return proxy.isAffordableEverywhere();
  }

  @Override
  public String description() {
    String settings = proxy.settings().isEmpty() ? "" : " " + proxy.settings();
    return name + settings + ", cost: computing the score";
  }
}
