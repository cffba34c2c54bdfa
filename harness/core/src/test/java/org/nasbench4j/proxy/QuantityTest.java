package org.nasbench4j.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.objective.CostLine;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.MissingRecordException;

class QuantityTest {
  private static final ArrayTable TABLE =
      ArrayTable.of(TinySpace.of(2))
          .withAccuracy("cifar10:valid:12", 4, 1, 2)
          .withColumn("flops", 10, 20)
          .withColumn("flops-cifar100", 11, 21);
  private static final ProxyCatalog PROXIES =
      new ProxyCatalog(List.of(new FixedProxy("flops", -1), new FixedProxy("width", 7)));

  /** Scores every architecture alike: with its constant plus the classes of the data set. */
  private record FixedProxy(String name, double constant) implements ProxyProvider {
    @Override
    public String summary() {
      return "A constant.";
    }

    @Override
    public Proxy create(SearchSpace space, DatasetId dataset) {
      return architecture -> new ProxyScore(constant + dataset.classes(), 0.5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cifar10:valid:12, cifar10-half:valid:12:mean",
    "CIFAR10:valid:12, cifar10-half:valid:12:mean",
    "Cifar10-All:test:200:777, cifar10-all:test:200:777",
    "flops, flops",
    "flops:cifar10, flops",
    "flops:CIFAR100, flops:cifar100"
  })
  void isReadAndWrittenInFull(String text, String written) {
    assertThat(Quantity.parse(text)).hasToString(written);
    assertThat(Quantity.parse(written)).isEqualTo(Quantity.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":cifar10", "mnist:valid:12"})
  void isAnAccuracyOrAName(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.parse(text))
        .withMessageContaining("(" + text + ")")
        .withMessageContaining("cifar10, cifar100, imagenet16-120")
        .withMessageContaining("proxy or stored column");
  }

  @Test
  void ofAnUnknownDatasetIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.parse("flops:mnist"))
        .withMessageContaining("(mnist)");
  }

  @Test
  void readsAStoredAccuracy() {
    Column column = Quantity.parse("cifar10:valid:12").column(TABLE, PROXIES);
    assertThat(column.value(1)).isEqualTo(50);
    Objective objective = Quantity.parse("cifar10:valid:12").objective(TABLE, PROXIES);
    assertThat(objective.evaluate(TABLE.architecture(1))).isEqualTo(new Evaluation(50, 0));
  }

  @Test
  void prefersAStoredColumnToAProxy() {
    assertThat(Quantity.parse("flops").column(TABLE, PROXIES).value(0)).isEqualTo(10);
    assertThat(Quantity.parse("flops:cifar100").column(TABLE, PROXIES).value(1)).isEqualTo(21);
    assertThat(Quantity.parse("flops").objective(TABLE, PROXIES).costLine()).isEmpty();
  }

  @Test
  void computesAProxyThatIsNotStored() {
    Quantity scores = Quantity.parse("flops:imagenet16-120");
    Column column = scores.column(TABLE, PROXIES);
    assertThat(column.rows()).isEqualTo(2);
    assertThat(column.has(1)).isTrue();
    assertThat(column.has(2)).isFalse();
    assertThat(column.value(1)).isEqualTo(119);
    Objective objective = scores.objective(TABLE, PROXIES);
    assertThat(objective.evaluate(TABLE.architecture(0))).isEqualTo(new Evaluation(119, 0.5));
    assertThat(objective.costLine()).contains(CostLine.PROXY);
    assertThat(objective.description()).startsWith("flops:imagenet16-120");
  }

  @Test
  void drawnTrainingsAreForSearches() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.parse("cifar10:valid:12:random").column(TABLE, PROXIES))
        .withMessageContaining("(random)")
        .withMessageContaining("mean or one seed");
  }

  @Test
  void namesWhatThereIsWhereNothingFits() {
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> Quantity.parse("depth:cifar100").column(TABLE, PROXIES))
        .withMessageContaining("stored column (depth-cifar100)")
        .withMessageContaining("proxy (depth)")
        .withMessageContaining("Of the 3", "flops-cifar100, width, flops");
  }

  @Test
  void proxiesHaveDifferentNames() {
    List<ProxyProvider> twice = List.of(new FixedProxy("a", 1), new FixedProxy("a", 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxyCatalog(twice))
        .withMessageContaining("(a)");
    assertThat(PROXIES.all()).extracting(ProxyProvider::name).containsExactly("flops", "width");
    assertThat(PROXIES.find("width")).isPresent();
    assertThat(PROXIES.find("height")).isEmpty();
  }

  @Test
  void aScoreMayBeInfiniteButNeverNaN() {
    assertThat(new ProxyScore(Double.NEGATIVE_INFINITY, 0).value()).isInfinite();
    assertThatIllegalArgumentException().isThrownBy(() -> new ProxyScore(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProxyScore(0, -1));
  }
}
