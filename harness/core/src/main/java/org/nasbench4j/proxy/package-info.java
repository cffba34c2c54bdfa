/** Scores of networks that were not trained, or only briefly, and the port that provides them. */
@NullMarked
package org.nasbench4j.proxy;

import org.jspecify.annotations.NullMarked;
