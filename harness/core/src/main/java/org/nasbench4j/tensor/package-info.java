/** Arrays of numbers with names and shapes, as checkpoints of networks hold them. */
@NullMarked
package org.nasbench4j.tensor;

import org.jspecify.annotations.NullMarked;
