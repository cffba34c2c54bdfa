/** The images that networks see: which data sets there are, and where they are found. */
@NullMarked
package org.nasbench4j.cli.image;

import org.jspecify.annotations.NullMarked;
