/** From the model to bytes: HTML, LaTeX, CSV and JSON. */
@NullMarked
package org.nasbench4j.reports.format;

import org.jspecify.annotations.NullMarked;
