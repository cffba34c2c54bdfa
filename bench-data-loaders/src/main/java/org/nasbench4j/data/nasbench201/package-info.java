/** Reads the published files of NAS-Bench-201 and NATS-Bench's topology space. */
@NullMarked
package org.nasbench4j.data.nasbench201;

import org.jspecify.annotations.NullMarked;
