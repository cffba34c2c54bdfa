/** Downloads what benchmarks publish: goes on where it broke off, and checks what came. */
@NullMarked
package org.nasbench4j.data.fetch;

import org.jspecify.annotations.NullMarked;
