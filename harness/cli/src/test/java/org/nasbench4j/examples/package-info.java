/** The examples of docs/extending.md. */
@NullMarked
package org.nasbench4j.examples;

import org.jspecify.annotations.NullMarked;
