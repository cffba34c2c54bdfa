package org.nasbench4j.neural.zerocost;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be read off a network that was never trained. More is better for all of them.
 *
 * <p>Batch normalisations use the statistics of the batch, as in the first step of training.
 */
public enum ZeroCostProxy {
  /**
   * Synaptic flow: the sum of {@code |w dR/dw|} over all weights of convolutions and the linear
   * layer, where R is the sum of the outputs of the network for one image of ones, with the
   * absolute values of all parameters and without batch normalisation.
   *
   * <p>Source: Tanaka et al., "Pruning neural networks without any data by iteratively conserving
   * synaptic flow", NeurIPS 2020; as a proxy as in the code of FreeREA (Cavagnero et al., WACV
   * 2023).
   */
  SYNFLOW(
      "synflow",
      "synaptic flow: what weights and gradients carry from an image of ones to the outputs"
          + " (Tanaka et al., NeurIPS 2020)",
      1,
      WeightSaliency.synapticFlow(WeightSaliency::flow)),

  /**
   * As {@link #SYNFLOW}, but the sum of {@code |w| log(dR/dw + 1)}.
   *
   * <p>Source: the code of FreeREA (Cavagnero et al., WACV 2023).
   */
  LOGSYNFLOW(
      "logsynflow",
      "synaptic flow with the logarithms of the gradients (Cavagnero et al., WACV 2023)",
      1,
      WeightSaliency.synapticFlow(WeightSaliency::logFlow)),

  /**
   * The logarithm of the determinant of the kernel that counts for each two images on how many
   * outputs of ReLUs they agree to be positive or not.
   *
   * <p>Source: Mellor et al., "Neural Architecture Search without Training", ICML 2021.
   */
  NASWOT(
      "naswot",
      "how differently ReLUs answer to different images (Mellor et al., ICML 2021)",
      1,
      ActivationCodes::logDeterminant),

  /**
   * The sum over convolutions and the linear layer of the Euclidean length of the gradient of the
   * cross-entropy.
   *
   * <p>Source: Abdelfattah et al., "Zero-Cost Proxies for Lightweight NAS", ICLR 2021; the formula
   * is recalled, not checked against the paper.
   */
  GRAD_NORM(
      "grad-norm",
      "the length of the first gradient, summed over layers (Abdelfattah et al., ICLR 2021)",
      1,
      WeightSaliency.ofTheFirstStep(WeightSaliency::gradientNorm)),

  /**
   * The sum of {@code |w dL/dw|} over the weights of convolutions and the linear layer, where L is
   * the cross-entropy.
   *
   * <p>Source: Lee et al., "SNIP: Single-shot Network Pruning based on Connection Sensitivity",
   * ICLR 2019, as a proxy in Abdelfattah et al., ICLR 2021; the formula is recalled, not checked
   * against the papers.
   */
  SNIP(
      "snip",
      "what the loss would change if connections were cut (Lee et al., ICLR 2019)",
      1,
      WeightSaliency.ofTheFirstStep(WeightSaliency::flow)),

  /**
   * {@code -sum(log(v + k) + 1 / (v + k))} with {@code k = 1e-5} over the eigenvalues v of the
   * correlations between images of the gradient of the summed outputs by the pixels.
   *
   * <p>Source: Mellor et al., "Neural Architecture Search without Training", first version, arXiv
   * 2006.04647; the formula is recalled, not checked against the paper.
   */
  JACOB_COV(
      "jacob-cov",
      "how differently outputs depend on the pixels of different images (Mellor et al., 2020)",
      1,
      InputJacobian::covariance);

  private final String id;
  private final String summary;
  private final int version;

  @SuppressWarnings("ImmutableEnumChecker") // functions and records without state
  private final Measurement measurement;

  ZeroCostProxy(String id, String summary, int version, Measurement measurement) {
    this.id = id;
    this.summary = summary;
    this.version = version;
    this.measurement = measurement;
  }

  /**
   * One proxy.
   *
   * @param id its name
   * @return empty if there is no such proxy
   */
  public static Optional<ZeroCostProxy> find(String id) {
    return Arrays.stream(values()).filter(proxy -> proxy.id.equals(id)).findFirst();
  }

  /**
   * The name in commands and files.
   *
   * @return lower-case letters and hyphens
   */
  public String id() {
    return id;
  }

  /**
   * What it measures, and where it comes from.
   *
   * @return one line, without a full stop
   */
  public String summary() {
    return summary;
  }

  /**
   * The version of the code that computes it: scores of different versions may differ for the same
   * settings.
   *
   * @return at least 1, raised whenever numbers change
   */
  public int version() {
    return version;
  }

  /**
   * Whether it looks at images of a data set, and not at one image of ones.
   *
   * @return false for synaptic flow
   */
  public boolean seesImages() {
    return this != SYNFLOW && this != LOGSYNFLOW;
  }

  Measurement measurement() {
    return measurement;
  }
}
