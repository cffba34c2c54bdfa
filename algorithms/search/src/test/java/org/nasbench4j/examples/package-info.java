/** What a user of the harness writes: the compiled examples of the guide to extending it. */
@NullMarked
package org.nasbench4j.examples;

import org.jspecify.annotations.NullMarked;
