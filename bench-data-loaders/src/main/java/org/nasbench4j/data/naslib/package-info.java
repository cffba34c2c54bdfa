/** Reads what NASLib made of NAS-Bench-201: one learning curve of each cell. */
@NullMarked
package org.nasbench4j.data.naslib;

import org.jspecify.annotations.NullMarked;
