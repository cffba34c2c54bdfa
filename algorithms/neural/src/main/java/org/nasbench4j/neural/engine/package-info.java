/**
 * The native engine: its settings, its devices and its gradients, for all threads of the process.
 */
@NullMarked
package org.nasbench4j.neural.engine;

import org.jspecify.annotations.NullMarked;
