/** The words that people write in commands and plans. */
@NullMarked
package org.nasbench4j.word;

import org.jspecify.annotations.NullMarked;
