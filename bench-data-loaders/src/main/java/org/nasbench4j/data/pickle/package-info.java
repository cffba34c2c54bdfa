/**
 * Reads Python pickles as data: a fixed set of opcodes, a list of allowed globals and hard limits,
 * so that a hostile file can neither run code nor exhaust memory.
 */
@NullMarked
package org.nasbench4j.data.pickle;

import org.jspecify.annotations.NullMarked;
