/** Long computations of proxy scores: resumable, and written as columns of a table. */
@NullMarked
package org.nasbench4j.score;

import org.jspecify.annotations.NullMarked;
