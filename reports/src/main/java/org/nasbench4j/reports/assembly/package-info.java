/** From a study's records to the model of its report. */
@NullMarked
package org.nasbench4j.reports.assembly;

import org.jspecify.annotations.NullMarked;
