package dev.tocsin.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {

  @Test
  void colours_only_add_escapes() {
    Diagnostic diagnostic = diagnostic("a: b\nc: d", 5, 6, "use e");
    String coloured = DiagnosticText.render(diagnostic, true);
    assertThat(coloured).contains("\u001b[1;31m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(DiagnosticText.render(diagnostic));
  }

  @Test
  void a_span_over_lines_is_underlined_on_its_first() {
    assertThat(DiagnosticText.render(diagnostic("ab\ncd\nef", 1, 7, "h")))
        .isEqualTo("f.yaml:1:2: error TC301: wrong\n  1 | ab\n    |  ^\n  = hint: h");
  }

  @Test
  void the_end_of_the_text_has_a_caret() {
    assertThat(DiagnosticText.render(diagnostic("ab", 2, 2, "h")))
        .isEqualTo("f.yaml:1:3: error TC301: wrong\n  1 | ab\n    |   ^\n  = hint: h");
    assertThat(DiagnosticText.render(diagnostic("ab\n", 3, 3, "h")))
        .isEqualTo("f.yaml:2:1: error TC301: wrong\n  2 | \n    | ^\n  = hint: h");
  }

  @Test
  void characters_outside_the_basic_plane_take_one_column() {
    assertThat(DiagnosticText.render(diagnostic("😀😀x", 4, 5, "h")))
        .contains("f.yaml:1:3:")
        .contains("\n    |   ^\n");
  }

  @Test
  void a_long_span_is_cut_with_its_line() {
    String shown = DiagnosticText.render(diagnostic("x".repeat(1_000), 500, 900, "h"));
    assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(130));
    assertThat(shown).contains("x...\n").contains("^\n");
  }

  @Test
  void texts_cannot_drive_a_terminal() {
    assertThat(DiagnosticText.render(diagnostic("\u001b[2J\u202ex", 0, 1, "\u001b[0m")))
        .doesNotContain("\u001b", "\u202e");
  }

  private static Diagnostic diagnostic(String text, int start, int end, String hint) {
    return new Diagnostic(
        Code.UNKNOWN_METRIC,
        Diagnostic.Level.ERROR,
        new Span(new Source("f.yaml", text), start, end),
        "wrong",
        Optional.of(hint));
  }
}
