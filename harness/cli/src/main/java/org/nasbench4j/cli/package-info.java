/** The {@code nasbench} command: puts all commands together, and says what went wrong. */
@NullMarked
package org.nasbench4j.cli;

import org.jspecify.annotations.NullMarked;
