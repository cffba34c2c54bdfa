/** What a search optimises, and what one look at it costs. */
@NullMarked
package org.nasbench4j.objective;

import org.jspecify.annotations.NullMarked;
