package org.nasbench4j.forest;

import org.nasbench4j.search.Surrogate;
import smile.classification.DecisionTree;
import smile.data.Tuple;
import smile.data.type.StructType;

/**
 * A fitted forest. Counts votes itself, which is Smile's {@code vote} without the formula, since
 * the formula keeps state.
 */
@SuppressWarnings("ArrayRecordComponent") // the record owns the array
record VotingTrees(DecisionTree[] trees, StructType schema) implements Surrogate.Model {

  @Override
  public double probability(double[] features) {
    if (features.length != schema.length()) {
      throw new IllegalArgumentException(
          "The trees were grown on (%d) features, but here are (%d)."
              .formatted(schema.length(), features.length));
    }
    Tuple example = Tuple.of(features, schema);
    int votes = 0;
    for (DecisionTree tree : trees) {
      votes += tree.predict(example);
    }
    return (double) votes / trees.length;
  }
}
