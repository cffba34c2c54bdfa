/** The {@code nasbench} command: the only place that knows every module. */
@NullMarked
package org.nasbench4j.cli;

import org.jspecify.annotations.NullMarked;
