package dev.tocsin.cli.check;

import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.lint.LintContext;
import dev.tocsin.lint.allow.Allowance;
import dev.tocsin.lint.allow.Allowances;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which allowances of all files nothing needs. One in a file that others include is needed where
 * any of them needs it.
 */
final class AllowanceNeeds {
  private final LintContext context;
  private final Set<String> needed = new HashSet<>();
  private final Map<String, Allowance> unneeded = new LinkedHashMap<>();

  /**
   * @param context says what was looked for
   */
  AllowanceNeeds(LintContext context) {
    this.context = context;
  }

  /**
   * Takes what became of a file and all it includes.
   *
   * @param whole whether all was looked for, which it is not in a file with errors
   */
  void add(Allowances.Sifted sifted, boolean whole) {
    sifted.needed().forEach(each -> needed.add(place(each)));
    if (whole) {
      sifted.unneeded().stream()
          .filter(each -> context.looksFor(each.code()))
          .forEach(each -> unneeded.put(place(each), each));
    }
  }

  /** As warnings, by file and place. */
  List<Diagnostic> unneeded() {
    Diagnostics warnings = new Diagnostics();
    unneeded.forEach(
        (place, each) -> {
          if (!needed.contains(place)) {
            warnings.add(each.unneeded());
          }
        });
    return warnings.all();
  }

  private static String place(Allowance allowance) {
    return allowance.span() + " " + allowance.code().id();
  }
}
