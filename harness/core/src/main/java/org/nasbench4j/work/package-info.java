/** Work that is spread over threads. */
@NullMarked
package org.nasbench4j.work;

import org.jspecify.annotations.NullMarked;
