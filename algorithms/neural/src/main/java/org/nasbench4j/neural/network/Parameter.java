package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/**
 * A trainable array of a network.
 *
 * @param name unique in the network
 * @param value requires a gradient
 */
public record Parameter(String name, NDArray value) {}
