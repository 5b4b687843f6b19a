package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Diagnostics;

/** One kind of doubt about rules. */
@FunctionalInterface
interface Doubt {

  /** Tells, as warnings, wherever there is reason for it. */
  void tell(LintedRules rules, Diagnostics diagnostics);
}
