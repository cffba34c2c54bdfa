/** What learns an architecture from a network that shares weights. */
@NullMarked
package org.nasbench4j.neural.supernet;

import org.jspecify.annotations.NullMarked;
