package org.nasbench4j.objective;

/** What a second was spent on; each kind stays on its own line of the ledger. */
public enum CostLine {
  /** Seconds of training and validation that the table says the evaluation took. */
  SIMULATED_TRAINING,
  /** Measured seconds of computing a proxy score. */
  PROXY
}
