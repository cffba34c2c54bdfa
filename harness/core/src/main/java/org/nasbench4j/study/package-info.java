/**
 * Plans, runs and their records: methods × tasks × seeds, resumable, the same bytes on any thread
 * count.
 */
@NullMarked
package org.nasbench4j.study;

import org.jspecify.annotations.NullMarked;
