package org.nasbench4j.neural.supernet;

import java.util.List;
import java.util.Locale;
import org.nasbench4j.word.Words;

/** What learns an architecture by a supernet. */
public enum SupernetMethod {
  /**
   * Learns a distribution of architectures by an architectural network, jointly with the weights.
   *
   * <p>Source: Wang, Liu, Dai, Li, Zou and Xiong, VIM-NAS, ICCV 2021, pages 12312 to 12321.
   */
  VIM_NAS,
  /**
   * First-order DARTS: weights and plain logits in turn, on different halves of the images.
   *
   * <p>Source: Liu, Simonyan and Yang, "DARTS: Differentiable Architecture Search", ICLR 2019.
   */
  DARTS;

  /**
   * A method by name.
   *
   * @param name {@code vim-nas} or {@code darts}
   * @return the method
   * @throws IllegalArgumentException if there is none of this name
   */
  public static SupernetMethod of(String name) {
    return Words.of("method", List.of(values()), SupernetMethod::id).choose(name);
  }

  /**
   * The name that plans and the command line use.
   *
   * @return lower case with hyphens
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
