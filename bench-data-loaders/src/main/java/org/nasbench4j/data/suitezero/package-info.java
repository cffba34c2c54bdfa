/** Reads the proxy scores of NAS-Bench-Suite-Zero. */
@NullMarked
package org.nasbench4j.data.suitezero;

import org.jspecify.annotations.NullMarked;
