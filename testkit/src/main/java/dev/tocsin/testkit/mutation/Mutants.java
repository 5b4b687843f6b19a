package dev.tocsin.testkit.mutation;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.rulefile.MetricDefinition;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.rulefile.SeverityLevel;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.testkit.mutation.Mutant.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The changes of the rules of a file, one at a time: thresholds and other numbers a fifth up and
 * down, windows and durations doubled and halved, operators, severities and channels exchanged. The
 * numbers of a metric count to the first rule that uses it. What a rule has from elsewhere
 * (defaults, a group) is not changed: it would change other rules too.
 */
public final class Mutants {
  private static final Map<String, String> OTHER_SEVERITY =
      Map.of("info", "warning", "warning", "critical", "critical", "warning");

  private final List<Mutant> all = new ArrayList<>();
  private final Map<String, Expr> metrics;

  private Mutants(Map<String, Expr> metrics) {
    this.metrics = metrics;
  }

  /** All changes of the rules that are enabled; thresholds first, then by rule. */
  public static List<Mutant> of(RuleFile file) {
    Mutants mutants =
        new Mutants(
            file.metrics().stream()
                .collect(
                    Collectors.toMap(
                        metric -> metric.name().value(),
                        MetricDefinition::expression,
                        (first, second) -> first)));
    file.rules().stream().filter(RuleDefinition::enabled).forEach(mutants::rule);
    Map<List<Object>, Mutant> once = new LinkedHashMap<>();
    for (Mutant mutant : mutants.all) {
      Span place = mutant.place();
      once.putIfAbsent(
          List.of(place.source().name(), place.start(), place.end(), mutant.replacement()), mutant);
    }
    return once.values().stream().sorted(Comparator.comparing(Mutant::kind)).toList();
  }

  private void rule(RuleDefinition rule) {
    String name = rule.name().value();
    if (rule.levels().isEmpty()) {
      condition(name, rule.condition(), Kind.THRESHOLD);
    }
    rule.levels().forEach(level -> level(name, level));
    own(rule, "where", rule.where())
        .ifPresent(where -> inner(name, InnerNumbers.ofStatement(where)));
    rule.resolveWhen().ifPresent(condition -> condition(name, condition, Kind.RESOLVE));
    own(rule, "severity", rule.severity())
        .ifPresent(
            written -> {
              String other = OTHER_SEVERITY.get(written.value());
              if (other != null) {
                add(name, Kind.SEVERITY, written.span(), other);
              }
            });
    if (!rule.shared().contains("channels")) {
      channels(name, rule.channels());
    }
    duration(name, Kind.FOR, own(rule, "for", rule.forDuration()));
    duration(name, Kind.KEEP_FIRING, own(rule, "keep_firing_for", rule.keepFiringFor()));
    duration(name, Kind.WINDOW, own(rule, "window", rule.window()));
    duration(name, Kind.WINDOW, own(rule, "baseline_window", rule.baselineWindow()));
    duration(name, Kind.WINDOW, own(rule, "current_window", rule.currentWindow()));
    own(rule, "min_samples", rule.minSamples())
        .ifPresent(
            written ->
                add(name, Kind.SAMPLES, written.span(), String.valueOf(2 * written.value() + 1)));
  }

  private static <T> Optional<T> own(RuleDefinition rule, String key, Optional<T> value) {
    return rule.shared().contains(key) ? Optional.empty() : value;
  }

  private void duration(String rule, Kind kind, Optional<Located<Duration>> written) {
    written.ifPresent(
        length -> {
          for (String other : Numbers.others(length, Numbers.DOUBLE_AND_HALF)) {
            add(rule, kind, length.span(), other);
          }
        });
  }

  private void channels(String rule, List<Located<String>> channels) {
    for (int i = 0; i < channels.size() && channels.size() > 1; i++) {
      Located<String> channel = channels.get(i);
      Located<String> other = channels.get(i == 0 ? 1 : 0);
      add(
          rule,
          Kind.CHANNELS,
          channel.span(),
          channel.span().isAt(other.span())
              ? listed(channels, i, other.value())
              : other.span().written());
    }
  }

  /** A list that stands in one place, as the value of a parameter does, with one replaced. */
  private static String listed(List<Located<String>> channels, int replaced, String other) {
    List<String> names = new ArrayList<>(channels.stream().map(Located::value).toList());
    names.set(replaced, other);
    return "[" + String.join(", ", names) + "]";
  }

  private void condition(String rule, Expr condition, Kind kind) {
    if (condition instanceof Expr.And and) {
      and.operands().forEach(operand -> condition(rule, operand, kind));
      connective(rule, and.operands(), "and", "or");
    } else if (condition instanceof Expr.Or or) {
      or.operands().forEach(operand -> condition(rule, operand, kind));
      connective(rule, or.operands(), "or", "and");
    } else if (condition instanceof Expr.Not not) {
      condition(rule, not.operand(), kind);
    } else if (condition instanceof Expr.Comparison comparison) {
      comparison(rule, comparison, kind);
    } else {
      inner(rule, InnerNumbers.of(condition, metrics));
    }
  }

  private void comparison(String rule, Expr.Comparison comparison, Kind kind) {
    threshold(rule, comparison.left(), kind);
    threshold(rule, comparison.right(), kind);
    inner(rule, InnerNumbers.of(comparison.left(), metrics));
    inner(rule, InnerNumbers.of(comparison.right(), metrics));
    operator(rule, comparison.operator(), Operators.place(comparison));
  }

  /** One of several severities; what is compared is the condition of the rule. */
  private void level(String rule, SeverityLevel level) {
    Expr.Comparison comparison = level.comparison();
    threshold(rule, comparison.left(), Kind.THRESHOLD);
    threshold(rule, comparison.right(), Kind.THRESHOLD);
    inner(rule, InnerNumbers.of(comparison.left(), metrics));
    operator(rule, comparison.operator(), Operators.place(level));
  }

  private void operator(String rule, CompareOperator operator, Optional<Span> place) {
    Operators.other(operator)
        .ifPresent(other -> place.ifPresent(at -> add(rule, Kind.OPERATOR, at, other)));
  }

  private void threshold(String rule, Expr side, Kind kind) {
    if (side instanceof Expr.NumberLiteral number) {
      for (String other : Numbers.others(number.value(), number.unit(), Numbers.A_FIFTH)) {
        add(rule, kind, number.span(), other);
      }
    } else if (side instanceof Expr.Arithmetic sum) {
      threshold(rule, sum.left(), kind);
      threshold(rule, sum.right(), kind);
    } else if (side instanceof Expr.Negation negation) {
      threshold(rule, negation.operand(), kind);
    }
  }

  private void inner(String rule, InnerNumbers numbers) {
    for (Expr.NumberLiteral length : numbers.windows()) {
      for (String other : Numbers.others(length.value(), length.unit(), Numbers.DOUBLE_AND_HALF)) {
        add(rule, Kind.WINDOW, length.span(), other);
      }
    }
    numbers.others().forEach(number -> threshold(rule, number, Kind.NUMBER));
  }

  private void connective(String rule, List<Expr> operands, String word, String other) {
    for (int i = 1; i < operands.size(); i++) {
      Operators.between(operands.get(i - 1), operands.get(i), word)
          .ifPresent(place -> add(rule, Kind.OPERATOR, place, other));
    }
  }

  private void add(String rule, Kind kind, Span place, String replacement) {
    if (!place.written().equals(replacement)) {
      all.add(new Mutant(rule, kind, place, replacement));
    }
  }
}
