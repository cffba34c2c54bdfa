/** Zero-cost proxies: scores of cells from one look at a network that was never trained. */
@NullMarked
package org.nasbench4j.neural.zerocost;

import org.jspecify.annotations.NullMarked;
