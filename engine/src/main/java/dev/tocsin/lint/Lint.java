package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.plan.Plan;
import java.util.List;

/** Looks for what is doubtful in rules that are right. */
public final class Lint {
  private static final List<Doubt> DOUBTS =
      List.of(
          new NeedlessRule(),
          new FlapProne(),
          new StoppingData(),
          new ThinPercentile(),
          new UnboundedGroups(),
          new UnusedMetric(),
          new SampledCalls(),
          new TotalOfOneProcess(),
          new ExactEquality());

  private Lint() {}

  /**
   * Warnings in the order of the file.
   *
   * @param builtIn the built-in metrics
   * @param file the rules as written
   * @param plan the same rules, planned without errors
   * @param context where they will run
   */
  public static List<Diagnostic> of(
      RuleFile builtIn, RuleFile file, Plan plan, LintContext context) {
    LintedRules rules = LintedRules.of(builtIn, file, plan, context);
    Diagnostics diagnostics = new Diagnostics();
    DOUBTS.forEach(doubt -> doubt.tell(rules, diagnostics));
    return diagnostics.all();
  }
}
