package dev.tocsin.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplateParser;
import dev.tocsin.dsl.template.TemplatePrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text as an annotation gives a template or located errors, and what is printed is read again.
 */
class TemplateFuzz {

  static Stream<byte[]> seeds() throws IOException {
    return Seeds.of("dsl-grammar/src/test/resources/diagnostics/templates").stream();
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsOrExplains(byte[] input) {
    Optional<Template> template = read(new String(input, StandardCharsets.UTF_8));
    if (template.isPresent()) {
      String printed = TemplatePrinter.print(template.get());
      String again = TemplatePrinter.print(read(printed).orElseThrow());
      if (!again.equals(printed)) {
        throw new AssertionError("'" + printed + "' is read as '" + again + "'");
      }
    }
  }

  private static Optional<Template> read(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("<annotation>", text);
    Optional<Template> template = TemplateParser.parse(Fragment.whole(source), diagnostics);
    Located.assertLocated(diagnostics.all());
    if (template.isPresent() == diagnostics.hasErrors()) {
      throw new AssertionError("a template and errors, or neither: " + text);
    }
    return template;
  }
}
