/** Labelled images as networks are trained and scored on. */
@NullMarked
package org.nasbench4j.image;

import org.jspecify.annotations.NullMarked;
