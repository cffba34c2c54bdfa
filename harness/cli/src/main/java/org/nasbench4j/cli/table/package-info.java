/** Makes tables, from published files or by training, and describes them. */
@NullMarked
package org.nasbench4j.cli.table;

import org.jspecify.annotations.NullMarked;
