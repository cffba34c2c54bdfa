package org.nasbench4j.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.nasbench4j.budget.Account.Verdict.CHARGED;
import static org.nasbench4j.budget.Account.Verdict.FREE;
import static org.nasbench4j.budget.Account.Verdict.REJECTED;
import static org.nasbench4j.budget.Account.Verdict.UNPAID;
import static org.nasbench4j.budget.DuplicatePricing.FREE_BY_CLASS;
import static org.nasbench4j.budget.DuplicatePricing.FULL;
import static org.nasbench4j.budget.OvershootRule.CHARGE;
import static org.nasbench4j.budget.OvershootRule.KEEP_UNPAID;
import static org.nasbench4j.budget.OvershootRule.REJECT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.space.Architecture;

class AccountTest {
  private static final Architecture A = new Cell("a", "A");
  private static final Architecture A_AGAIN = new Cell("a again", "A");
  private static final Architecture B = new Cell("b", "B");

  private record Cell(String text, String canonical) implements Architecture {}

  private static Account seconds(double limit, OvershootRule rule, DuplicatePricing duplicates) {
    return new Account(new Budget.SimulatedSeconds(limit), rule, duplicates);
  }

  @Test
  void looksArePaidInFullOnALineOfTheirOwn() {
    Account account = seconds(100, REJECT, FREE_BY_CLASS);
    assertThat(account.look(30)).isEqualTo(CHARGED);
    assertThat(account.charge(A, 40)).isEqualTo(CHARGED);
    assertThat(account.charge(A_AGAIN, 40)).isEqualTo(FREE);
    assertThat(account.look(30)).isEqualTo(CHARGED);
    assertThat(account.seconds()).isEqualTo(100);
    assertThat(account.evaluationSeconds()).isEqualTo(40);
    assertThat(account.ownSeconds()).isEqualTo(60);
    assertThat(account.evaluations()).isEqualTo(3);
    assertThat(account.isClosed()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> account.look(1));
  }

  @Test
  void aLookOvershootsAsATrialDoes() {
    Account rejecting = seconds(100, REJECT, FULL);
    assertThat(rejecting.look(101)).isEqualTo(REJECTED);
    assertThat(rejecting.ownSeconds()).isZero();
    assertThat(seconds(100, CHARGE, FULL).look(101)).isEqualTo(CHARGED);
    assertThat(seconds(100, KEEP_UNPAID, FULL).look(101)).isEqualTo(UNPAID);
  }

  /** NATS-Bench: {@code while total < budget: total += cost}, by hand for costs of 40. */
  @Test
  void chargesAndKeepsTheTrialThatOvershoots() {
    Account account = seconds(100, CHARGE, FULL);
    assertThat(account.charge(A, 40)).isEqualTo(CHARGED);
    assertThat(account.charge(A, 40)).isEqualTo(CHARGED);
    assertThat(account.isClosed()).isFalse();
    assertThat(account.charge(A, 40)).isEqualTo(CHARGED);
    assertThat(account.isClosed()).isTrue();
    assertThat(account.seconds()).isEqualTo(120);
    assertThat(account.evaluations()).isEqualTo(3);
  }

  /** NAS-Bench-201: {@code if total + cost > budget: break}, by hand for costs of 40. */
  @Test
  void rejectsTheTrialThatWouldOvershoot() {
    Account account = seconds(100, REJECT, FULL);
    account.charge(A, 40);
    account.charge(B, 40);
    assertThat(account.charge(A, 40)).isEqualTo(REJECTED);
    assertThat(REJECTED.counts()).isFalse();
    assertThat(account.isClosed()).isTrue();
    assertThat(account.isStalled()).isFalse();
    assertThat(account.seconds()).isEqualTo(80);
    assertThat(account.evaluations()).isEqualTo(2);
  }

  @Test
  void keepsTheTrialThatOvershootsUnpaid() {
    Account account = seconds(100, KEEP_UNPAID, FULL);
    account.charge(A, 40);
    account.charge(B, 40);
    assertThat(account.charge(A, 40)).isEqualTo(UNPAID);
    assertThat(UNPAID.counts()).isTrue();
    assertThat(account.isClosed()).isTrue();
    assertThat(account.seconds()).isEqualTo(80);
    assertThat(account.evaluations()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aTrialThatExhaustsTheBudgetExactlyIsPaidAndTheLast(OvershootRule rule) {
    Account account = seconds(100, rule, FULL);
    account.charge(A, 60);
    assertThat(account.charge(B, 40)).isEqualTo(CHARGED);
    assertThat(account.isClosed()).isTrue();
    assertThat(account.seconds()).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource
  void evaluationsAreCountedWhateverTheyCost(OvershootRule rule) {
    Account account = new Account(new Budget.Evaluations(2), rule, FULL);
    assertThat(account.charge(A, 1e9)).isEqualTo(CHARGED);
    assertThat(account.isClosed()).isFalse();
    assertThat(account.charge(B, 0)).isEqualTo(CHARGED);
    assertThat(account.isClosed()).isTrue();
    assertThat(account.evaluations()).isEqualTo(2);
  }

  @Test
  void aTrialAfterTheEndIsAnError() {
    Account account = new Account(new Budget.Evaluations(1), CHARGE, FULL);
    account.charge(A, 1);
    assertThatIllegalStateException()
        .isThrownBy(() -> account.charge(B, 1))
        .withMessageContaining("1 evaluations");
  }

  @Test
  void duplicatesArePaidInFullWhereThePlanSaysSo() {
    Account account = seconds(100, CHARGE, FULL);
    account.charge(A, 10);
    assertThat(account.charge(A, 10)).isEqualTo(CHARGED);
    assertThat(account.seconds()).isEqualTo(20);
  }

  @Test
  void exactDuplicatesAreFree() {
    Account account = seconds(100, CHARGE, DuplicatePricing.FREE);
    account.charge(A, 10);
    assertThat(account.charge(A, 10)).isEqualTo(FREE);
    assertThat(account.charge(A_AGAIN, 10)).isEqualTo(CHARGED);
    assertThat(account.charge(B, 10)).isEqualTo(CHARGED);
    assertThat(account.seconds()).isEqualTo(30);
    assertThat(account.evaluations()).isEqualTo(3);
  }

  @Test
  void membersOfAChargedClassAreFree() {
    Account account = seconds(100, CHARGE, FREE_BY_CLASS);
    account.charge(A, 10);
    assertThat(account.charge(A_AGAIN, 10)).isEqualTo(FREE);
    assertThat(account.charge(B, 10)).isEqualTo(CHARGED);
    assertThat(account.seconds()).isEqualTo(20);
  }

  @Test
  void aDuplicateIsFreeEvenWhereItsPriceWouldOvershoot() {
    Account account = seconds(100, REJECT, DuplicatePricing.FREE);
    account.charge(A, 60);
    assertThat(account.charge(A, 60)).isEqualTo(FREE);
    assertThat(account.isClosed()).isFalse();
    assertThat(account.charge(B, 60)).isEqualTo(REJECTED);
  }

  @Test
  void stallsAfterAThousandFreeTrialsInARow() {
    Account account = seconds(100, CHARGE, DuplicatePricing.FREE);
    account.charge(A, 10);
    chargeTimes(account, A, 10, 999);
    assertThat(account.isClosed()).isFalse();
    account.charge(B, 10);
    chargeTimes(account, B, 10, 999);
    assertThat(account.isStalled()).isFalse();
    account.charge(A, 10);
    assertThat(account.isStalled()).isTrue();
    assertThat(account.isClosed()).isTrue();
  }

  @Test
  void stallsWhereEvaluationsCostNothingOfABudgetInSeconds() {
    Account account = seconds(100, CHARGE, FULL);
    chargeTimes(account, A, 0, 999);
    account.charge(A, 1);
    chargeTimes(account, A, 0, 999);
    assertThat(account.isClosed()).isFalse();
    account.charge(A, 0);
    assertThat(account.isStalled()).isTrue();
    assertThat(account.evaluations()).isEqualTo(2_000);
  }

  @Test
  void doesNotStallWhereEvaluationsAreTheBudget() {
    Account account = new Account(new Budget.Evaluations(5_000), CHARGE, FULL);
    chargeTimes(account, A, 0, 4_999);
    assertThat(account.isClosed()).isFalse();
  }

  private static void chargeTimes(Account account, Architecture cell, double price, int times) {
    for (int i = 0; i < times; i++) {
      account.charge(cell, price);
    }
  }
}
