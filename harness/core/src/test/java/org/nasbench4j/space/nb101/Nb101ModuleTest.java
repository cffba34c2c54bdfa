package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nasbench4j.space.nb101.Modules.C1;
import static org.nasbench4j.space.nb101.Modules.C3;
import static org.nasbench4j.space.nb101.Modules.MP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nb101ModuleTest {

  @Test
  void isReadAsItIsWritten() {
    Nb101Module module = Modules.of("0-1,0-2,1-3,2-3", C3, MP);

    assertThat(module.text()).isEqualTo("0110000100010000:input,conv3x3-bn-relu,maxpool3x3,output");
    assertThat(Nb101Module.parse(module.text())).isEqualTo(module).hasSameHashCodeAs(module);
    assertThat(module).hasToString(module.text());
    assertThat(module.vertices()).isEqualTo(4);
    assertThat(module.edges()).isEqualTo(4);
    assertThat(module.hasEdge(0, 2)).isTrue();
    assertThat(module.hasEdge(2, 0)).isFalse();
    assertThat(module.predecessors(3)).isEqualTo(0b110);
    assertThat(module.successors(0)).isEqualTo(0b110);
    assertThat(module.operation(1)).isEqualTo(VertexOperation.CONV_3X3);
    assertThat(module.operation(2)).isEqualTo(VertexOperation.MAX_POOL_3X3);
    assertThat(module.matrixText()).isEqualTo("0110000100010000");
    assertThat(module.operations()).containsExactly("input", C3, MP, "output");
  }

  @Test
  void verticesOnNoPathArePruned() {
    // Vertex 1 leads nowhere, vertex 3 comes from nowhere, 2 and 4 come from 1 and 3.
    Nb101Module module = Modules.of("0-1,0-2,2-5,3-5,3-4", C3, C1, MP, C3);

    assertThat(module.pruned()).isEqualTo(Modules.of("0-1,1-2", C1));
    assertThat(module).isNotEqualTo(module.pruned());
    assertThat(module.canonical()).isEqualTo(module.pruned().canonical());
  }

  @Test
  void aPrunedModuleIsItsOwnPrunedForm() {
    Nb101Module module = Modules.of("0-1,1-2", C1);
    assertThat(module.pruned()).isSameAs(module);
  }

  @Test
  void limitsHoldAfterPruning() {
    // Ten edges as written, of which the four that touch vertex 5 are pruned.
    String edges = "0-1,1-2,2-3,3-4,4-6,0-6,0-5,1-5,2-5,3-5";
    Nb101Module module = Modules.of(edges, C3, C3, C3, C3, C1);

    assertThat(module.edges()).isEqualTo(10);
    assertThat(module.pruned().edges()).isEqualTo(6);
    assertThat(module.pruned().vertices()).isEqualTo(6);
  }

  @Test
  void aGraphOfMoreThanSevenVerticesIsHeldPruned() {
    Nb101Module module = Modules.of("0-1,1-8,0-5,6-8", C3, C3, C3, C3, C3, MP, MP);
    assertThat(module).isEqualTo(Modules.of("0-1,1-2", C3));
  }

  @Test
  void theInputMayLeadStraightToTheOutput() {
    assertThat(Modules.of("0-1").text()).isEqualTo("0100:input,output");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0110000100010000 | is not an nb101 module",
        "01:input,output | is not an nb101 module",
        "0200:input,output | is not an nb101 module",
        "0100:input,maxpool3x3,output | matrix has 2 rows for 3 operations",
        "0100:output,output | first operation (output) of the module must be input",
        "0100:input,conv3x3-bn-relu | last operation (conv3x3-bn-relu) of the module must be output",
        "010001000:input,conv5x5,output | operation (conv5x5) of the module's vertex 1",
        "010101000:input,maxpool3x3,output | edge from vertex 1 to vertex 0",
        "110001000:input,maxpool3x3,output | edge from vertex 0 to vertex 0",
        "010000000:input,maxpool3x3,output | no path from its input",
        "0:input | operations are 1",
      })
  void whatIsWrongIsNamed(String text, String fault) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nb101Module.parse(text))
        .withMessageContaining(fault);
  }

  @Test
  void tooManyEdgesAreRefused() {
    String edges = "0-1,0-2,0-3,0-4,0-5,1-6,2-6,3-6,4-6,5-6";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Modules.of(edges, C3, C3, C3, C3, C3))
        .withMessageContaining("10 edges after pruning")
        .withMessageContaining("at most 9");
  }

  @Test
  void tooManyVerticesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Modules.of("0-1,1-2,2-3,3-4,4-5,5-6,6-7", C3, C3, C3, C3, C3, C3))
        .withMessageContaining("8 vertices after pruning")
        .withMessageContaining("at most 7");
  }

  @Test
  void otherEntriesAndRaggedRowsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nb101Module.of(new int[][] {{0, 2}, {0, 0}}, List.of("input", "output")))
        .withMessageContaining("(2) at row 0, column 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nb101Module.of(new int[][] {{0, 1}, {0}}, List.of("input", "output")))
        .withMessageContaining("Row 1")
        .withMessageContaining("1 entries");
  }

  @Test
  void verticesOutOfRangeAreNamed() {
    Nb101Module module = Modules.of("0-1,1-2", C1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> module.predecessors(3))
        .withMessageContaining("(3)")
        .withMessageContaining("0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> module.operation(0))
        .withMessageContaining("input");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> module.operation(2))
        .withMessageContaining("output");
  }
}
