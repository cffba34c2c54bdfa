/** Files of results that grow while long computations run, and the running of what is missing. */
@NullMarked
package org.nasbench4j.journal;

import org.jspecify.annotations.NullMarked;
