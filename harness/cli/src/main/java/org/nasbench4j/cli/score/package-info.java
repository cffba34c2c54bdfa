/** Scores untrained networks into files, ahead of searches or while they run. */
@NullMarked
package org.nasbench4j.cli.score;

import org.jspecify.annotations.NullMarked;
