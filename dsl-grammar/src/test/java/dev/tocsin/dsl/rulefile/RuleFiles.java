package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.List;

/** Reads rule files given as texts. */
final class RuleFiles {
  private RuleFiles() {}

  static RuleFile good(String text) {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file = RuleFileReader.read(new Source("alert_rules.yaml", text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return file;
  }

  static List<Diagnostic> errors(String text) {
    Diagnostics diagnostics = new Diagnostics();
    RuleFileReader.read(new Source("alert_rules.yaml", text), diagnostics);
    assertThat(diagnostics.hasErrors()).isTrue();
    return diagnostics.all();
  }
}
