/** Runs the searches of a plan and reports them. */
@NullMarked
package org.nasbench4j.cli.study;

import org.jspecify.annotations.NullMarked;
