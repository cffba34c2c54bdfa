/** Asks tables: for one accuracy, and for how far two measures agree. */
@NullMarked
package org.nasbench4j.cli.query;

import org.jspecify.annotations.NullMarked;
