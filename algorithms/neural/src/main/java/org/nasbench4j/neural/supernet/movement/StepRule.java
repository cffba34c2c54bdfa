package org.nasbench4j.neural.supernet.movement;

/** How parameters are moved along their gradients. */
public sealed interface StepRule permits MomentumRule, AdamRule {}
