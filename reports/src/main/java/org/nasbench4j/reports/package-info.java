/** Turns a finished study into files for people and for programs. */
@NullMarked
package org.nasbench4j.reports;

import org.jspecify.annotations.NullMarked;
