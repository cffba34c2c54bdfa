/** Proxies that count: the size and the work of a network, the baselines of every other proxy. */
@NullMarked
package org.nasbench4j.proxy.count;

import org.jspecify.annotations.NullMarked;
