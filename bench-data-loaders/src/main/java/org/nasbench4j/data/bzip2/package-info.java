/** Decompresses bzip2 files on several cores: their blocks do not depend on each other. */
@NullMarked
package org.nasbench4j.data.bzip2;

import org.jspecify.annotations.NullMarked;
