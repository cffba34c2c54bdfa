package org.nasbench4j.neural.supernet.space;

/**
 * What searches of a space are trained with where nothing else is said.
 *
 * @param depth of the published networks, at least {@code leastDepth}
 * @param leastDepth of the smallest networks that the space has, at least 1
 * @param batch the images of a step, at least 2
 * @param epochs the most epochs of a search for a distribution, at least 1
 * @param dartsWeightDecay of the network's weights in DARTS, not negative
 */
public record SupernetDefaults(
    int depth, int leastDepth, int batch, int epochs, float dartsWeightDecay) {}
