/**
 * The random forest of Smile as a surrogate; the only package that knows a library under the GPL.
 */
@NullMarked
package org.nasbench4j.forest;

import org.jspecify.annotations.NullMarked;
