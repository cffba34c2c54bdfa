/** Reads tables that pandas pickled, column by column, without running anything. */
@NullMarked
package org.nasbench4j.data.pandas;

import org.jspecify.annotations.NullMarked;
