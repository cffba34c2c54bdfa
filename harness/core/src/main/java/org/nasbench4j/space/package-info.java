/** What can be searched: spaces and the validated, immutable architectures in them. */
@NullMarked
package org.nasbench4j.space;

import org.jspecify.annotations.NullMarked;
