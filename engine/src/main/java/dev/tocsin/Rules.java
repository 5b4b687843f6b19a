package dev.tocsin;

import dev.tocsin.api.DurationText;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.dsl.rulefile.IncludedFiles;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.DeclaredField;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.explain.Explanations;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.json.RuleFileSchema;
import dev.tocsin.lint.Lint;
import dev.tocsin.lint.LintContext;
import dev.tocsin.plan.KnownNames;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.Planner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Loads rule files: from text to a plan that engines run. */
public final class Rules {
  private static final String METRICS = "plan/metrics.yaml";

  private Rules() {}

  /**
   * Loads a rule file together with the built-in metrics.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidRulesException when anything in it is wrong; carries all that is
   */
  public static Plan load(Path file) throws IOException {
    return check(file, KnownNames.ANY).orThrow();
  }

  /**
   * Loads a rule file that may also name fields of the host's own.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when a field has a name that is taken
   * @throws InvalidRulesException when anything in it is wrong; carries all that is
   */
  public static Plan load(Path file, Collection<DeclaredField> fields) throws IOException {
    return check(file, names(fields)).orThrow();
  }

  /**
   * Reads a rule file for all that is wrong or doubtful in it; any channel and action will do.
   *
   * @throws IOException when the file cannot be read; what is wrong inside it is a diagnostic
   */
  public static CheckedRules check(Path file) throws IOException {
    return check(file, KnownNames.ANY);
  }

  /**
   * Reads a rule file, which may name only these channels and actions, for all that is wrong or
   * doubtful in it.
   *
   * @throws IOException when the file cannot be read; what is wrong inside it is a diagnostic
   */
  public static CheckedRules check(Path file, KnownNames names) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    return checked(RuleFileReader.read(file, diagnostics), names, diagnostics);
  }

  /** Reads rules from text for all that is wrong or doubtful in them. */
  public static CheckedRules check(String name, String text) {
    return check(name, text, KnownNames.ANY);
  }

  /** Reads rules from text, which may name only these channels and actions. */
  public static CheckedRules check(String name, String text, KnownNames names) {
    Diagnostics diagnostics = new Diagnostics();
    return checked(RuleFileReader.read(new Source(name, text), diagnostics), names, diagnostics);
  }

  /**
   * Reads rules from text that includes files on disk, named by their absolute paths or relative to
   * the name of the text.
   *
   * @param name what messages call the text
   */
  public static CheckedRules checkWithIncludes(String name, String text) {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file =
        RuleFileReader.read(new Source(name, text), IncludedFiles.onDisk(), diagnostics);
    return checked(file, KnownNames.ANY, diagnostics);
  }

  /**
   * Reads rules from texts in the place of the files that they were read from; any channel and
   * action will do.
   */
  public static CheckedRules check(RuleTexts texts) {
    Diagnostics diagnostics = new Diagnostics();
    return checked(texts.read(diagnostics), KnownNames.ANY, diagnostics);
  }

  /** The plan of rules that were loaded before and kept. */
  static Plan again(RuleTexts texts, KnownNames names) {
    Diagnostics diagnostics = new Diagnostics();
    return plan(texts.read(diagnostics), names, diagnostics);
  }

  /** Loads a rule file for an engine that runs, whose tick stays. */
  static CheckedRules reload(Path file, KnownNames names, long tickNanos) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile rules = RuleFileReader.read(file, diagnostics);
    CheckedRules checked = checked(rules, names, diagnostics);
    Plan plan = checked.orThrow();
    if (plan.tickNanos() != tickNanos) {
      Span place = rules.evaluateEvery().map(Located::span).orElse(new Span(rules.source(), 0, 0));
      diagnostics.error(
          Code.BAD_TICK,
          place,
          "'evaluate_every' cannot change while the engine runs: it is "
              + DurationText.of(Duration.ofNanos(tickNanos)),
          "start the engine anew");
      throw new InvalidRulesException(diagnostics.all());
    }
    return checked;
  }

  /**
   * Loads rules from text, which cannot include files.
   *
   * @param name what messages call the text
   * @param text the rule file
   * @throws InvalidRulesException when anything in it is wrong; carries all that is
   */
  public static Plan parse(String name, String text) {
    return check(name, text).orThrow();
  }

  /**
   * Loads rules from text that may also name fields of the host's own.
   *
   * @param name what messages call the text
   * @param text the rule file
   * @param fields beside the built-in ones
   * @throws IllegalArgumentException when a field has a name that is taken
   * @throws InvalidRulesException when anything in it is wrong; carries all that is
   */
  public static Plan parse(String name, String text, Collection<DeclaredField> fields) {
    return check(name, text, names(fields)).orThrow();
  }

  private static KnownNames names(Collection<DeclaredField> fields) {
    return new KnownNames(Optional.empty(), Optional.empty(), FieldCatalog.with(fields));
  }

  /**
   * Explains the enabled rules of a file, in its order.
   *
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when the file has errors
   */
  public static List<RuleExplanation> explain(CheckedRules rules) {
    Map<String, Expr> metrics = new HashMap<>();
    for (RuleFile file : List.of(builtInMetrics(new Diagnostics()), rules.file())) {
      file.metrics().forEach(metric -> metrics.put(metric.name().value(), metric.expression()));
    }
    return Explanations.of(rules.orThrow(), rules.file().rules(), metrics);
  }

  /**
   * What is doubtful in rules that are right, besides the warnings of {@link CheckedRules}: in the
   * order of the file; nothing where they have errors.
   */
  public static List<Diagnostic> lint(CheckedRules rules, LintContext context) {
    return rules
        .plan()
        .map(plan -> Lint.of(builtInMetrics(new Diagnostics()), rules.file(), plan, context))
        .orElse(List.of());
  }

  /** A JSON Schema (draft 7) of rule files, for editors. */
  public static String schema() {
    return RuleFileSchema.text(
        builtInMetrics(new Diagnostics()).metrics().stream()
            .map(metric -> metric.name().value())
            .toList());
  }

  private static Plan plan(RuleFile file, KnownNames names, Diagnostics diagnostics) {
    return checked(file, names, diagnostics).orThrow();
  }

  private static CheckedRules checked(RuleFile file, KnownNames names, Diagnostics diagnostics) {
    Plan plan = Planner.plan(builtInMetrics(diagnostics), file, names, diagnostics);
    return new CheckedRules(
        file, diagnostics.hasErrors() ? Optional.empty() : Optional.of(plan), diagnostics.all());
  }

  private static RuleFile builtInMetrics(Diagnostics diagnostics) {
    try (InputStream in =
        Objects.requireNonNull(Rules.class.getResourceAsStream(METRICS), METRICS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return RuleFileReader.read(new Source("<built-in metrics>", text), diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
