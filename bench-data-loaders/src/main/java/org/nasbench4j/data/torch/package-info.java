/**
 * Reads the tensors of torch checkpoint files, in the legacy and in the zip container, without
 * running anything that they hold.
 */
@NullMarked
package org.nasbench4j.data.torch;

import org.jspecify.annotations.NullMarked;
