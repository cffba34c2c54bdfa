/** Who pays what: budgets, overshoot rules, the pricing of duplicates and the cost ledger. */
@NullMarked
package org.nasbench4j.budget;

import org.jspecify.annotations.NullMarked;
