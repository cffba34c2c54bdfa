package org.nasbench4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationTest {

  @ParameterizedTest
  @EnumSource
  void everyPublicationIsFoundByItsName(Publication publication) {
    assertThat(Publication.parse(publication.id())).isEqualTo(publication);
    assertThat(publication.file().address()).hasScheme("https");
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Publication.parse("nb301"))
        .withMessageContaining("(nb301)")
        .withMessageContaining("nb201, nats-tss, nats-sss, nb101, nb101-108");
  }

  // NATS-Bench and NAS-Bench-201 publish the end of the MD5 in the name, and nothing else.
  @ParameterizedTest
  @EnumSource(names = {"NB201", "NATS_TSS", "NATS_SSS"})
  void theEndOfTheMd5IsInTheName(Publication publication) {
    RemoteFile file = publication.file();
    assertThat(file.checksum().isWhole()).isFalse();
    assertThat(file.name()).contains("-" + file.checksum().end() + ".");
  }

  @ParameterizedTest
  @EnumSource(names = {"NB101", "NB101_108"})
  void theWholeSha256OfNasBench101IsPublished(Publication publication) {
    RemoteFile file = publication.file();
    assertThat(file.checksum().isWhole()).isTrue();
    assertThat(file.address())
        .hasHost("storage.googleapis.com")
        .hasPath("/nasbench/" + file.name());
  }

  @Test
  void onlyHttpIsFetched() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Publication.NB101.at(URI.create("file:///etc/passwd")))
        .withMessageContaining("(file:///etc/passwd)");
  }
}
