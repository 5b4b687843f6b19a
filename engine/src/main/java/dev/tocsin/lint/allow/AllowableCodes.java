package dev.tocsin.lint.allow;

import dev.tocsin.dsl.diagnostic.Code;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The codes of warnings. Errors cannot be allowed, nor what is wrong with allowances. */
final class AllowableCodes {
  static final Set<Code> ALL =
      EnumSet.of(
          Code.UNUSED_PARAMETER,
          Code.NEVER_TRUE,
          Code.ALWAYS_TRUE,
          Code.HOLDS_WIDELY,
          Code.UNREACHABLE_ROUTE,
          Code.UNUSED_NAME,
          Code.INHIBITS_ITSELF,
          Code.SAME_RULE,
          Code.SHADOWED_RULE,
          Code.FLAP_PRONE,
          Code.NO_DATA_UNSET,
          Code.THIN_PERCENTILE,
          Code.UNBOUNDED_GROUPS,
          Code.UNUSED_METRIC,
          Code.SAMPLED_CALLS,
          Code.TOTAL_OF_ONE_PROCESS,
          Code.EXACT_EQUALITY,
          Code.NEVER_FIRED,
          Code.ALWAYS_FIRED,
          Code.HAD_NO_DATA);

  private AllowableCodes() {}

  /** Any code, also that of an error. */
  static Optional<Code> named(String id) {
    return Arrays.stream(Code.values()).filter(code -> code.id().equals(id)).findFirst();
  }

  /** As comments write them. */
  static List<String> ids() {
    return ALL.stream().map(Code::id).toList();
  }
}
