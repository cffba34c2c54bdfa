/** Examines tables for what leads to wrong conclusions: one small check for each known mistake. */
@NullMarked
package org.nasbench4j.doctor;

import org.jspecify.annotations.NullMarked;
