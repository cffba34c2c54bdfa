/** The options that several commands have, and what they mean. */
@NullMarked
package org.nasbench4j.cli.option;

import org.jspecify.annotations.NullMarked;
