package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDArray;

/**
 * Linear centred kernel alignment, which RMI-NAS calls normalised HSIC: the cosine between the
 * centred Gram matrices of two representations of the same images.
 *
 * <p>In {@code [0, 1]}; 1 for representations that differ by an orthogonal map and a factor only;
 * NaN if one is the same for all images. The numbers of features may differ. All results live in
 * the managers of the features.
 *
 * <p>Source: Zheng et al., "Neural Architecture Search With Representation Mutual Information",
 * CVPR 2022; Kornblith et al., "Similarity of Neural Network Representations Revisited", ICML 2019.
 */
final class LinearCka {

  private LinearCka() {}

  // The centred Gram matrix, scaled to the norm 1: what features are held against.
  static NDArray target(NDArray features) {
    NDArray gram = centredGram(features);
    return gram.div(norm(gram));
  }

  // The alignment with a target: a single number.
  static NDArray alignment(NDArray features, NDArray target) {
    NDArray gram = centredGram(features);
    return gram.mul(target).sum().div(norm(gram));
  }

  private static NDArray centredGram(NDArray features) {
    NDArray rows = features.reshape(features.getShape().get(0), -1);
    NDArray gram = rows.matMul(rows.transpose());
    NDArray means = gram.mean(new int[] {0}, true);
    return gram.sub(means).sub(means.transpose()).add(means.mean());
  }

  private static NDArray norm(NDArray gram) {
    return gram.square().sum().sqrt();
  }
}
