/** What a report says, free of any format: numbers with their units, tables and verdicts. */
@NullMarked
package org.nasbench4j.reports.model;

import org.jspecify.annotations.NullMarked;
