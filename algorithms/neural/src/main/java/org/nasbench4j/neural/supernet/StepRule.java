package org.nasbench4j.neural.supernet;

/** How parameters are moved along their gradients. */
public sealed interface StepRule permits MomentumRule, AdamRule {}
