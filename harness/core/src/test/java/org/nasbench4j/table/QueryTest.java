package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

  @ParameterizedTest
  @CsvSource({
    "cifar10:valid:12, cifar10-half:valid:12:mean",
    "cifar10:train:200, cifar10-half:train:200:mean",
    "cifar10:test:200, cifar10-all:test:200:mean",
    "cifar10-half:test:200, cifar10-half:test:200:mean",
    "cifar10-all:train:12, cifar10-all:train:12:mean",
    "CIFAR10-ALL:TEST:200, cifar10-all:test:200:mean",
    "ImageNet16-120:valid:200, imagenet16-120:valid:200:mean",
    "cifar100:valid+test:200, cifar100:valid+test:200:mean",
    "cifar100:test:200:777, cifar100:test:200:777",
    "cifar100:test:200:mean, cifar100:test:200:mean",
    "cifar10:valid:200@99, cifar10-half:valid:200@99:mean",
    "cifar10:valid:200@199, cifar10-half:valid:200:mean",
    "cifar10:valid:200@0:888, cifar10-half:valid:200@0:888"
  })
  void readsEveryFormAndWritesItInFull(String text, String full) {
    assertThat(Query.parse(text)).hasToString(full);
    assertThat(Query.parse(full)).isEqualTo(Query.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cifar10 | dataset:split:schedule[:seeds]",
        "cifar10:valid | dataset:split:schedule[:seeds]",
        "cifar10:valid:12:777:1 | dataset:split:schedule[:seeds]",
        "svhn:valid:12 | (svhn)",
        "cifar10-both:valid:12 | (cifar10-both)",
        "cifar10:val:12 | train, valid, test, valid+test",
        "cifar10:valid:twelve | (twelve)",
        "cifar10:valid: | number of epochs",
        "cifar10:valid:0 | at least one epoch",
        "cifar10:valid:-12 | (-12)",
        "cifar10:valid:200@200 | 0..199",
        "cifar10:valid:200@ | counted from 0",
        "cifar10:valid:200@x | (x)",
        "cifar10:valid:@5 | number of epochs",
        "cifar10:valid:12:each | Use mean or one seed",
        "cifar10:valid:12:median | (median)",
        "cifar10:valid:12:-1 | (-1)",
        "cifar10:valid:12: | one seed",
        "cifar10-all:valid:200 | no validation accuracy",
        "cifar10:valid+test:200 | valid+test"
      })
  void namesWhatIsWrong(String text, String keyword) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.parse(text))
        .withMessageContaining(keyword);
  }

  @Test
  void asksForEachSeedOrOneOrTheMean() {
    assertThat(SeedChoice.parse("each")).isSameAs(SeedChoice.EACH).hasToString("each");
    assertThat(SeedChoice.parse("mean")).isSameAs(SeedChoice.MEAN).hasToString("mean");
    assertThat(SeedChoice.parse("0")).isEqualTo(SeedChoice.of(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeedChoice.of(-7))
        .withMessageContaining("(-7)");
  }
}
