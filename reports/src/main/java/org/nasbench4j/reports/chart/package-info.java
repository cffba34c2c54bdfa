/** The regret plots, as options of the charting library and as the library itself. */
@NullMarked
package org.nasbench4j.reports.chart;

import org.jspecify.annotations.NullMarked;
