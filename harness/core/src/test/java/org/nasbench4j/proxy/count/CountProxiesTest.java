package org.nasbench4j.proxy.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.DatasetId;

class CountProxiesTest {
  private final Nb201Space space = new Nb201Space();

  private static ProxyProvider provider(String name) {
    return ServiceLoader.load(ProxyProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  // The published counts of index 0.
  @ParameterizedTest
  @CsvSource({
    "params, CIFAR10, 129306",
    "params, CIFAR100, 135156",
    "params, IMAGENET16_120, 136456",
    "flops, CIFAR10, 15647370",
    "flops, CIFAR100, 15653220",
    "flops, IMAGENET16_120, 3919480",
  })
  void areFoundByNameAndCountThePublishedNetworks(String name, DatasetId dataset, double count) {
    assertThat(provider(name).create(space, dataset).score(space.architecture(0)))
        .isEqualTo(new ProxyScore(count, 0));
  }

  // The published counts of the size space's index 11.
  @ParameterizedTest
  @CsvSource({
    "params, CIFAR10, 49202",
    "params, CIFAR100, 52172",
    "flops, CIFAR10, 6840650",
    "flops, IMAGENET16_120, 1714040",
  })
  void countTheNetworksOfTheSizeSpace(String name, DatasetId dataset, double count) {
    SizeSpace sizes = new SizeSpace();

    assertThat(provider(name).create(sizes, dataset).score(sizes.architecture(11)))
        .isEqualTo(new ProxyScore(count, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"params", "flops"})
  void refuseSpacesWhoseNetworksTheyCannotCount(String name) {
    Nb101Space modules = new Nb101Space();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider(name).create(modules, DatasetId.CIFAR10))
        .withMessageContaining("(" + name + ")")
        .withMessageContaining("(nb101)")
        .withMessageContaining("nb201 and nats-sss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"params", "flops"})
  void sayWhatTheyMeasureInOneSentence(String name) {
    assertThat(provider(name).summary()).matches("[A-Z][^.]*\\.");
  }

  @Test
  void refuseArchitecturesOfOtherSpaces() {
    Architecture foreign = new Stranger();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider("params").create(space, DatasetId.CIFAR10).score(foreign))
        .withMessageContaining("a stranger")
        .withMessageContaining("nb201");
  }

  private record Stranger() implements Architecture {
    @Override
    public String text() {
      return "a stranger";
    }

    @Override
    public String canonical() {
      return text();
    }
  }
}
