/** Reads the images that networks are trained and scored on from their official files. */
@NullMarked
package org.nasbench4j.data.image;

import org.jspecify.annotations.NullMarked;
