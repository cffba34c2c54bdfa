/** Says what got slower between two JMH results. */
@NullMarked
package org.nasbench4j.jmh.compare;

import org.jspecify.annotations.NullMarked;
