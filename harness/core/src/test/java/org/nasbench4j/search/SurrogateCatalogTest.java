package org.nasbench4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurrogateCatalogTest {
  private static final SurrogateProvider OAK = new Guess("oak");
  private static final SurrogateProvider ASH = new Guess("ash");

  /** Finds everything equally probable. */
  private record Guess(String name) implements SurrogateProvider {
    @Override
    public Surrogate create(int trees, int features) {
      return (rows, positive, random) -> row -> 0.5;
    }
  }

  @Test
  void findsSurrogatesByName() {
    SurrogateCatalog catalog = new SurrogateCatalog(List.of(OAK, ASH));
    assertThat(catalog.names()).containsExactly("ash", "oak");
    assertThat(catalog.find("oak")).containsSame(OAK);
    assertThat(catalog.find("elm")).isEmpty();
  }

  @Test
  void namesAreUnique() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SurrogateCatalog(List.of(OAK, new Guess("oak"))))
        .withMessageContaining("(oak)");
  }
}
