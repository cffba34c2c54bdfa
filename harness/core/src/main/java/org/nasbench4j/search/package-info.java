/**
 * The ask/tell port that every search method implements, and how methods are found and configured.
 */
@NullMarked
package org.nasbench4j.search;

import org.jspecify.annotations.NullMarked;
