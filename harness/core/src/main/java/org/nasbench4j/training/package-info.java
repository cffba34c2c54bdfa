/** Benchmark tables that are trained here: resumable trainings, and the tables made of them. */
@NullMarked
package org.nasbench4j.training;

import org.jspecify.annotations.NullMarked;
