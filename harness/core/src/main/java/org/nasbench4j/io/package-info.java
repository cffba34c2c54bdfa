/** The file tricks that every module shares. */
@NullMarked
package org.nasbench4j.io;

import org.jspecify.annotations.NullMarked;
