package dev.tocsin.dsl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;

/** parse(print(x)) = x, but for positions; and a text without placeholders is itself. */
class TemplatePrintLawTest {
  private static final Span NOWHERE = new Span(new Source("", ""), 0, 0);
  private static final RecursiveComparisonConfiguration WITHOUT_POSITIONS =
      RecursiveComparisonConfiguration.builder()
          .withIgnoredFieldsOfTypes(Span.class)
          .withStrictTypeChecking(true)
          .build();

  @Property(tries = 1000)
  void readingWhatIsPrintedGivesTheTemplate(@ForAll("templates") Template template) {
    String printed = TemplatePrinter.print(template);
    Template parsed = parse(printed);
    assertThat(parsed).as(printed).usingRecursiveComparison(WITHOUT_POSITIONS).isEqualTo(template);
    assertThat(TemplatePrinter.print(parsed)).isEqualTo(printed);
  }

  @Property(tries = 300)
  void textWithoutBracesIsItself(@ForAll String text) {
    String bare = text.replace("{", "(");
    assertThat(parse(bare))
        .usingRecursiveComparison(WITHOUT_POSITIONS)
        .isEqualTo(Template.ofText(bare, NOWHERE));
  }

  /** Whatever it is given, it ends with a template or with a problem in the text. */
  @Property(tries = 1000)
  void anyTextIsReadOrReported(@ForAll("noise") String text) {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("<noise>", text);
    Optional<Template> template = TemplateParser.parse(Fragment.whole(source), diagnostics);
    assertThat(template.isPresent()).isNotEqualTo(diagnostics.hasErrors());
    assertThat(diagnostics.all())
        .allMatch(d -> d.span().start() <= d.span().end() && d.span().end() <= text.length());
  }

  private static Template parse(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Template> template =
        TemplateParser.parse(Fragment.whole(new Source("<printed>", text)), diagnostics);
    assertThat(diagnostics.all()).as(text).isEmpty();
    return template.orElseThrow();
  }

  @Provide
  Arbitrary<Template> templates() {
    return Arbitraries.oneOf(List.of(texts().map(Template.Part.class::cast), fields()))
        .list()
        .ofMaxSize(6)
        .map(parts -> new Template(joined(parts), NOWHERE));
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of("{", "}", "{{", "}}", "|", "\"", "'", " ", "value", "group.", "a", "\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<Template.Text> texts() {
    return Arbitraries.strings()
        .withChars("{}a \"|'\n\u00e9")
        .ofMinLength(1)
        .ofMaxLength(8)
        .map(Template.Text::new);
  }

  private static Arbitrary<Template.Part> fields() {
    Arbitrary<String> keys = Arbitraries.strings().withChars("ab_.-").ofMinLength(1).ofMaxLength(5);
    return Combinators.combine(
            Arbitraries.of(Placeholder.values()).filter(shown -> shown.isIn(TemplateKind.ALERT)),
            keys,
            Arbitraries.of(TemplateFormat.values()).optional())
        .as(
            (placeholder, key, format) ->
                new Template.Field(
                    placeholder,
                    placeholder.isKeyed() ? key : "",
                    format.map(known -> new Located<>(known, NOWHERE)),
                    NOWHERE));
  }

  /** Texts beside each other are one. */
  private static List<Template.Part> joined(List<Template.Part> parts) {
    List<Template.Part> joined = new ArrayList<>();
    for (Template.Part part : parts) {
      int last = joined.size() - 1;
      if (part instanceof Template.Text text
          && last >= 0
          && joined.get(last) instanceof Template.Text before) {
        joined.set(last, new Template.Text(before.text() + text.text()));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
