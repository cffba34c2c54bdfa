/** What every command has around it: exit codes, the terminal, the version and the machine. */
@NullMarked
package org.nasbench4j.cli.program;

import org.jspecify.annotations.NullMarked;
