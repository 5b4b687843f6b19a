package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names given so far in all files that are loaded together; a second time is reported. */
final class UniqueNames {
  private final Diagnostics diagnostics;
  private final Map<String, Located<String>> rules = new HashMap<>();
  private final Map<String, Located<String>> metrics = new HashMap<>();
  private final Map<String, Located<String>> groups = new HashMap<>();
  private final Map<String, Map<String, Located<String>>> others = new HashMap<>();

  UniqueNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void rule(Located<String> name) {
    add(name, rules, Code.DUPLICATE_RULE, "rule");
  }

  void metric(Located<String> name) {
    add(name, metrics, Code.DUPLICATE_METRIC, "metric");
  }

  void group(Located<String> name) {
    add(name, groups, Code.DUPLICATE_GROUP, "group");
  }

  /** Of a receiver, an interval and so on: each kind has names of its own. */
  void other(String noun, Located<String> name) {
    add(name, others.computeIfAbsent(noun, kind -> new HashMap<>()), Code.DUPLICATE_NAME, noun);
  }

  private void add(
      Located<String> name, Map<String, Located<String>> known, Code code, String noun) {
    Located<String> first = known.putIfAbsent(name.value(), name);
    if (first != null) {
      diagnostics.error(
          code,
          name.span(),
          "duplicate "
              + noun
              + " '"
              + name.value()
              + "', first in "
              + place(first.span(), name.span()),
          twice(first.span(), name.span()));
    }
  }

  private static Optional<String> twice(Span first, Span second) {
    boolean twice =
        first.source().name().equals(second.source().name())
            && !first.source().equals(second.source());
    return twice
        ? Optional.of("the file is included twice: give names a parameter, as in: $(prefix)name")
        : Optional.empty();
  }

  /** Its line, as seen from a place in the same file, or with the file from another. */
  static String place(Span span, Span from) {
    return span.source().equals(from.source())
        ? "line " + span.source().line(span.start())
        : span.toString();
  }
}
