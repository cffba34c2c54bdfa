/** The numbers of a source: accuracies that are counts of answers, and columns that grow. */
@NullMarked
package org.nasbench4j.data.number;

import org.jspecify.annotations.NullMarked;
