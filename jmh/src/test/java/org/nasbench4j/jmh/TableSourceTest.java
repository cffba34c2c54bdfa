package org.nasbench4j.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nasbench4j.RealData;
import org.nasbench4j.table.TableContent;

class TableSourceTest {

  @Test
  void namesAreThoseOfTheBenchmarkParameter() {
    assertThat(TableSource.parse("synthetic")).isEqualTo(TableSource.SYNTHETIC);
    assertThat(TableSource.parse("real")).isEqualTo(TableSource.REAL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSource.parse("fake"))
        .withMessageContainingAll("fake", "synthetic, real");
  }

  @Test
  void theRealTableNeedsAFolder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSource.REAL.read(null))
        .withMessageContainingAll("NASBENCH4J_DATA", "table=synthetic");
  }

  @Test
  void theRealTableIsThePublishedOne() throws IOException {
    TableContent content = TableSource.REAL.read(RealData.file(""));

    assertThat(content.rows().count()).isEqualTo(15_625);
    assertThat(content.format()).isEqualTo("nb201-csv");
  }

  @Test
  void closingATableFileLeavesNothingBehind() throws IOException {
    TableFile file = TableFile.write("synthetic");
    Path path = file.path();
    assertThat(path).exists();

    file.close();

    assertThat(Files.exists(path.getParent())).isFalse();
  }
}
