package dev.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(Printable.of("gpt-4o {user=Zoë 日本 😀}")).isEqualTo("gpt-4o {user=Zoë 日本 😀}");
  }

  @Test
  void takesTheTeethOutOfControlCharacters() {
    assertThat(Printable.of("a\033[31mb\nc\td\u202ee\u2028f")).isEqualTo("a?[31mb?c?d?e?f");
  }
}
