/** What the numbers of a source are: accuracies that are counts of answers. */
@NullMarked
package org.nasbench4j.data.number;

import org.jspecify.annotations.NullMarked;
