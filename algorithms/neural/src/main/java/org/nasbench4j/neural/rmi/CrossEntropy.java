package org.nasbench4j.neural.rmi;

/** Cross-entropy of one image in double precision. */
final class CrossEntropy {

  private CrossEntropy() {}

  // log(sum of exp(logit)) - logit of the label, from the differences to the label's logit, so that
  // values far below 1 keep their digits.
  static double of(float[] logits, int offset, int classes, int label) {
    double own = logits[offset + label];
    double greatest = 0;
    for (int i = 0; i < classes; i++) {
      greatest = Math.max(greatest, logits[offset + i] - own);
    }
    double others = 0;
    for (int i = 0; i < classes; i++) {
      others += i == label ? 0 : Math.exp(logits[offset + i] - own - greatest);
    }
    // For the label itself the term is exp(-greatest).
    return greatest == 0 ? Math.log1p(others) : greatest + Math.log(others + Math.exp(-greatest));
  }
}
