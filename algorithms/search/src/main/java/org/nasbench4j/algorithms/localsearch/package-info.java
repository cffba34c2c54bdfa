/** Local search: hill climbing with random restarts. */
@NullMarked
package org.nasbench4j.algorithms.localsearch;

import org.jspecify.annotations.NullMarked;
