package org.nasbench4j.budget;

import java.util.HashSet;
import java.util.Set;
import org.nasbench4j.space.Architecture;

/**
 * The spending of one run: prices each trial, applies the overshoot rule and says when to stop. Not
 * thread-safe.
 */
public final class Account {

  /**
   * A run stops after this many trials in a row that spend nothing: a method that has converged
   * would otherwise repeat itself for ever where duplicates are free, and any method where every
   * trial costs 0 of the budget's seconds.
   */
  public static final int FREE_TRIALS_IN_A_ROW = 1_000;

  private final Budget budget;
  private final OvershootRule overshoot;
  private final DuplicatePricing duplicates;
  private final Set<Object> charged = new HashSet<>();
  private long evaluations;
  private double evaluationSeconds;
  private double ownSeconds;
  private int freeInARow;
  private boolean closed;

  /**
   * Opens an account on which nothing was spent.
   *
   * @param budget how much may be spent
   * @param overshoot what happens to the trial that would spend more
   * @param duplicates what asking again costs
   */
  public Account(Budget budget, OvershootRule overshoot, DuplicatePricing duplicates) {
    this.budget = budget;
    this.overshoot = overshoot;
    this.duplicates = duplicates;
  }

  /** What became of a trial. */
  public enum Verdict {
    /** It was charged and counts. */
    CHARGED,
    /** It counts for nothing: a duplicate. */
    FREE,
    /** It was too expensive but counts nevertheless; it is the last. */
    UNPAID,
    /** It was too expensive and does not count; nobody may learn its result. */
    REJECTED;

    /**
     * Whether the method may learn the trial's result.
     *
     * @return false for {@link #REJECTED}
     */
    public boolean counts() {
      return this != REJECTED;
    }
  }

  /**
   * Prices a trial.
   *
   * @param architecture what was evaluated
   * @param price its cost in seconds, at least 0
   * @return what became of it
   * @throws IllegalStateException if the run is over
   */
  public Verdict charge(Architecture architecture, double price) {
    requireOpen();
    Object key = duplicates.key(architecture);
    if (duplicates != DuplicatePricing.FULL && charged.contains(key)) {
      freeInARow++;
      return Verdict.FREE;
    }
    Verdict verdict = pay(price);
    if (verdict == Verdict.CHARGED) {
      evaluationSeconds += price;
      if (duplicates != DuplicatePricing.FULL) {
        charged.add(key);
      }
    }
    return verdict;
  }

  /**
   * Prices a look at what the method found by its own work: in full, whatever duplicates cost,
   * since the price is the work and not the evaluation.
   *
   * @param work the method's own seconds since the last look, at least 0
   * @return what became of it, never {@code FREE}
   * @throws IllegalStateException if the run is over
   */
  public Verdict look(double work) {
    requireOpen();
    Verdict verdict = pay(work);
    if (verdict == Verdict.CHARGED) {
      ownSeconds += work;
    }
    return verdict;
  }

  // Applies the overshoot rule, and counts what it lets pass.
  private Verdict pay(double price) {
    double before = seconds();
    if (overshoot != OvershootRule.CHARGE && budget.exceededBy(evaluations + 1, before + price)) {
      closed = true;
      return overshoot == OvershootRule.REJECT ? Verdict.REJECTED : Verdict.UNPAID;
    }
    evaluations++;
    boolean spent = budget instanceof Budget.Evaluations || before + price > before;
    freeInARow = spent ? 0 : freeInARow + 1;
    return Verdict.CHARGED;
  }

  private void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("The budget (%s) is spent.".formatted(budget));
    }
  }

  /**
   * Whether the run is over.
   *
   * @return true once the budget is spent, a trial overshot it, or the trials spend nothing
   */
  public boolean isClosed() {
    return closed || isStalled() || budget.reachedBy(evaluations, seconds());
  }

  /**
   * Whether the run ended because its trials spent nothing any more.
   *
   * @return true after {@link #FREE_TRIALS_IN_A_ROW} such trials in a row
   */
  public boolean isStalled() {
    return freeInARow >= FREE_TRIALS_IN_A_ROW;
  }

  /**
   * The evaluations and looks that were charged.
   *
   * @return at least 0
   */
  public long evaluations() {
    return evaluations;
  }

  /**
   * All seconds that were charged.
   *
   * @return at least 0
   */
  public double seconds() {
    return evaluationSeconds + ownSeconds;
  }

  /**
   * The seconds that were charged for evaluations.
   *
   * @return at least 0
   */
  public double evaluationSeconds() {
    return evaluationSeconds;
  }

  /**
   * The seconds of the method's own work that were charged.
   *
   * @return at least 0
   */
  public double ownSeconds() {
    return ownSeconds;
  }
}
