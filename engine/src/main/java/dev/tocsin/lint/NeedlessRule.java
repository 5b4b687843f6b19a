package dev.tocsin.lint;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.plan.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rule that says nothing which another does not say: equal to it, or shadowed by it. */
final class NeedlessRule implements Doubt {
  /** Of the rules that compare one reading, so many are held against each other. */
  private static final int MOST_COMPARED = 1_000;

  private record Candidate(LintedRule rule, Coverage coverage) {
    int index() {
      return rule.plan().index();
    }
  }

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    List<Candidate> all =
        rules.rules().stream().map(rule -> new Candidate(rule, new Coverage(rule.plan()))).toList();
    Map<Quantity, List<Candidate>> about = new HashMap<>();
    for (Candidate each : all) {
      for (Quantity quantity : each.coverage.quantities()) {
        List<Candidate> same = about.computeIfAbsent(quantity, key -> new ArrayList<>());
        if (same.size() < MOST_COMPARED) {
          same.add(each);
        }
      }
    }
    for (Candidate each : all) {
      SortedMap<Integer, Candidate> others = new TreeMap<>();
      each.coverage.quantities().stream()
          .flatMap(quantity -> about.getOrDefault(quantity, List.of()).stream())
          .forEach(other -> others.put(other.index(), other));
      others.values().stream()
          .filter(other -> isNeedless(each, other))
          .findFirst()
          .ifPresent(other -> tell(each, other, diagnostics));
    }
  }

  /** Of equal ones all but the first. */
  private static boolean isNeedless(Candidate one, Candidate other) {
    return one.index() != other.index()
        && one.coverage.isWithin(other.coverage)
        && (other.index() < one.index() || !other.coverage.isWithin(one.coverage));
  }

  private static void tell(Candidate one, Candidate other, Diagnostics diagnostics) {
    boolean same = other.coverage.isWithin(one.coverage);
    String name = other.coverage.rule().name();
    String place = place(other.rule.name(), one.rule.name());
    diagnostics.warning(
        same ? Code.SAME_RULE : Code.SHADOWED_RULE,
        one.rule.name(),
        same
            ? "this is the same rule as '%s' in %s".formatted(name, place)
            : "whenever this fires, '%s' in %s does too, and no milder".formatted(name, place),
        Optional.of(
            same
                ? "remove one of them"
                : "remove it, or give it a severity or channels that the other has not"));
  }

  /** The line, with the file where it is another. */
  private static String place(Span span, Span from) {
    return span.source().equals(from.source())
        ? "line " + span.source().line(span.start())
        : span.toString();
  }
}
