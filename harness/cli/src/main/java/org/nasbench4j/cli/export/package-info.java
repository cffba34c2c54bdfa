/** {@code nasbench export}: tables for those who live in pandas. */
@NullMarked
package org.nasbench4j.cli.export;

import org.jspecify.annotations.NullMarked;
