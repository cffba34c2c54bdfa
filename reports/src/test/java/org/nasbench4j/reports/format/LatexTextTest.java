package org.nasbench4j.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {

  @ParameterizedTest
  @CsvSource({
    "rea_10%, rea\\_10\\%",
    "a&b#c$d, a\\&b\\#c\\$d",
    "{x}\\y, \\{x\\}\\textbackslash{}y",
    "~^, \\textasciitilde{}\\textasciicircum{}",
    "<a|b>, \\textless{}a\\textbar{}b\\textgreater{}",
    "größer, größer"
  })
  void printsEveryCharacterAsItIs(String text, String escaped) {
    assertThat(LatexText.escaped(text)).isEqualTo(escaped);
  }
}
