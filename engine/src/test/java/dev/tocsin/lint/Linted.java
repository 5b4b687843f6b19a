package dev.tocsin.lint;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.lint.allow.Allowance;
import dev.tocsin.lint.allow.Allowances;
import java.time.LocalDate;
import java.util.List;

/** What a check says of rules, and how much was allowed. */
public record Linted(List<Diagnostic> found, int allowed) {

  /** Of rules given as a text. */
  public static Linted of(String rules, LintContext context) {
    return of(Rules.check("rules.yaml", rules), context, LocalDate.EPOCH);
  }

  /** Of rules with allowances, on a day. */
  public static Linted on(LocalDate day, CheckedRules checked) {
    return of(checked, LintContext.WHOLE, day);
  }

  private static Linted of(CheckedRules checked, LintContext context, LocalDate day) {
    Diagnostics found = new Diagnostics();
    checked.diagnostics().forEach(found::add);
    Rules.lint(checked, context).forEach(found::add);
    Allowances allowances = Allowances.of(checked.file(), day);
    Allowances.Sifted sifted = allowances.sift(found.all());
    Diagnostics told = new Diagnostics();
    sifted.told().forEach(told::add);
    allowances.problems().forEach(told::add);
    sifted.unneeded().stream().map(Allowance::unneeded).forEach(told::add);
    return new Linted(told.all(), sifted.allowed().size());
  }

  private static String line(Diagnostic each) {
    return "%d:%d %s %s"
        .formatted(
            each.span().source().line(each.span().start()),
            each.span().source().column(each.span().start()),
            each.code().id(),
            each.message());
  }

  /** Each as {@code line:column code message}. */
  public List<String> told() {
    return found.stream().map(Linted::line).toList();
  }

  /** The codes alone. */
  public List<String> codes() {
    return found.stream().map(each -> each.code().id()).toList();
  }

  /** Of some codes, what is underlined, and the code: {@code slow TC703}. */
  public List<String> under(String... codes) {
    return found.stream()
        .filter(each -> List.of(codes).contains(each.code().id()))
        .map(each -> each.span().text() + " " + each.code().id())
        .toList();
  }
}
