/** Describes search spaces and lists their architectures. */
@NullMarked
package org.nasbench4j.cli.space;

import org.jspecify.annotations.NullMarked;
