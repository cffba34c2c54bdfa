/** Trains reference networks, and reads those that RMI is asked to use. */
@NullMarked
package org.nasbench4j.cli.teacher;

import org.jspecify.annotations.NullMarked;
