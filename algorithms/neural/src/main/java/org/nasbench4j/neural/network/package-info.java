/**
 * Networks on the engine: those that are built from cells, and reference networks from checkpoints.
 */
@NullMarked
package org.nasbench4j.neural.network;

import org.jspecify.annotations.NullMarked;
