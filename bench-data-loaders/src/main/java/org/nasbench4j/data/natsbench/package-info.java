/** Imports the topology search space of NATS-Bench from its folder of bzip2-compressed pickles. */
@NullMarked
package org.nasbench4j.data.natsbench;

import org.jspecify.annotations.NullMarked;
