/** Imports both search spaces of NATS-Bench, and NAS-Bench-201, from the published pickles. */
@NullMarked
package org.nasbench4j.data.natsbench;

import org.jspecify.annotations.NullMarked;
