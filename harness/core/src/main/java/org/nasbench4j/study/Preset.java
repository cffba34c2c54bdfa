package org.nasbench4j.study;

import java.util.List;
import java.util.Optional;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.OvershootRule;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Training;
import org.nasbench4j.word.Words;

/**
 * Published experimental set-ups by name: signal, budget, overshoot rule and final measurements.
 */
public enum Preset {
  /**
   * NATS-Bench (Dong et al., TPAMI 2021, topology space): a search per data set on its own 12-epoch
   * validation accuracy; 20,000, 40,000 and 120,000 simulated seconds; the last trial may overshoot
   * and is charged.
   */
  NATS("nats") {
    @Override
    TaskPlan task(DatasetId dataset) {
      double seconds =
          switch (dataset) {
            case CIFAR10 -> 20_000;
            case CIFAR100 -> 40_000;
            case IMAGENET16_120 -> 120_000;
            case FASHION_MNIST_14 -> throw unpublished(dataset);
          };
      return new TaskPlan(
          dataset.id(),
          signal(dataset),
          new Budget.SimulatedSeconds(seconds),
          OvershootRule.CHARGE,
          List.of(finalOf(dataset)));
    }

    @Override
    List<DatasetId> datasets() {
      return PUBLISHED;
    }
  },

  /**
   * NAS-Bench-201 (Dong and Yang, ICLR 2020): a search on CIFAR-10's 12-epoch validation accuracy
   * for 12,000 simulated seconds, stopped before the budget is exceeded; its answer is looked up on
   * all three data sets. The code adds its own running time to the budget; here that stays on its
   * own line of the ledger, so that a run does not depend on the machine.
   */
  NASBENCH201_PAPER("nasbench201-paper") {
    @Override
    TaskPlan task(DatasetId dataset) {
      if (!PUBLISHED.contains(dataset)) {
        throw unpublished(dataset);
      }
      return new TaskPlan(
          dataset.id() + "-transfer",
          signal(dataset),
          new Budget.SimulatedSeconds(12_000),
          OvershootRule.REJECT,
          PUBLISHED.stream().map(Preset::finalOf).toList());
    }
  },

  /**
   * NATS-Bench, size space: as {@link #NATS}, with 20,000, 40,000 and 60,000 simulated seconds;
   * each look draws one of the three trainings of 12 epochs, as the published code does, and the
   * answer is looked up after 90 epochs, which were trained once.
   */
  NATS_SSS("nats-sss") {
    @Override
    TaskPlan task(DatasetId dataset) {
      double seconds =
          switch (dataset) {
            case CIFAR10 -> 20_000;
            case CIFAR100 -> 40_000;
            case IMAGENET16_120 -> 60_000;
            case FASHION_MNIST_14 -> throw unpublished(dataset);
          };
      return new TaskPlan(
          dataset.id(),
          Quantity.parse(dataset + ":valid:12:random"),
          new Budget.SimulatedSeconds(seconds),
          OvershootRule.CHARGE,
          List.of(Target.parse(dataset + ":90:mean")));
    }

    @Override
    List<DatasetId> datasets() {
      return PUBLISHED;
    }
  },

  /**
   * The notebook in the code of NAS-Bench-101 (Ying et al., ICML 2019): every look draws one of the
   * three trainings of 108 epochs and is charged for it; 5,000,000 simulated seconds, and the last
   * trial may overshoot.
   */
  NASBENCH101_COLAB("nasbench101-colab") {
    @Override
    TaskPlan task(DatasetId dataset) {
      return nb101(dataset, new Budget.SimulatedSeconds(5_000_000), IncumbentRule.OBJECTIVE);
    }
  },

  /**
   * NAS-Bench-1Shot1 (Zela et al., ICLR 2020): 280 looks, each at one of the three trainings of 108
   * epochs. The best by validation accuracy is the incumbent, which the published curves are not
   * drawn by.
   */
  ONESHOT1("oneshot1") {
    @Override
    TaskPlan task(DatasetId dataset) {
      return nb101(dataset, new Budget.Evaluations(280), IncumbentRule.OBJECTIVE);
    }
  },

  /**
   * As {@link #ONESHOT1}, with the incumbents of the published curves: the best by test accuracy.
   */
  ONESHOT1_ORACLE("oneshot1-oracle") {
    @Override
    TaskPlan task(DatasetId dataset) {
      return nb101(dataset, new Budget.Evaluations(280), IncumbentRule.TEST_ORACLE);
    }
  };

  private static final List<DatasetId> PUBLISHED =
      List.of(DatasetId.CIFAR10, DatasetId.CIFAR100, DatasetId.IMAGENET16_120);

  private final String id;

  Preset(String id) {
    this.id = id;
  }

  /**
   * The name used in plans.
   *
   * @return lower case with hyphens
   */
  public String id() {
    return id;
  }

  /** The task of one data set. */
  abstract TaskPlan task(DatasetId dataset);

  /** The data sets that the publication searches on: CIFAR-10 alone, unless it is said. */
  List<DatasetId> datasets() {
    return List.of(DatasetId.CIFAR10);
  }

  private static IllegalArgumentException unpublished(DatasetId dataset) {
    return new IllegalArgumentException(
        "The presets have no task on (%s): it was not published. Write a task of your own."
            .formatted(dataset));
  }

  private static TaskPlan nb101(DatasetId dataset, Budget budget, IncumbentRule incumbents) {
    if (dataset != DatasetId.CIFAR10) {
      throw unpublished(dataset);
    }
    return new TaskPlan(
        dataset.id(),
        Quantity.parse(Training.CIFAR10_40K + ":valid:108:random"),
        budget,
        OvershootRule.CHARGE,
        List.of(Target.parse(Training.CIFAR10_40K + ":108:mean")),
        Optional.empty(),
        incumbents);
  }

  private static Quantity signal(DatasetId dataset) {
    return Quantity.parse(dataset + ":valid:12:mean");
  }

  private static Target finalOf(DatasetId dataset) {
    return Target.parse(dataset + ":200:mean");
  }

  /**
   * Reads {@link #id()}.
   *
   * @param text the name
   * @return the preset
   * @throws IllegalArgumentException if there is no such preset; the message lists all
   */
  public static Preset parse(String text) {
    return Words.of("preset", List.of(values()), Preset::id).choose(text);
  }
}
