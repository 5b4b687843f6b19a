package dev.tocsin.testkit.field;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/**
 * Reads {@code normal(mean deviation)} and its like. What is drawn is the quantile of a uniform
 * chance, so that an event draws the same whichever are drawn before it.
 */
final class DistributionNotation {
  private static final Map<String, String> EXAMPLES =
      new TreeMap<>(
          Map.of(
              "normal", "normal(mean deviation)",
              "lognormal", "lognormal(median sigma)",
              "uniform", "uniform(least most)",
              "exponential", "exponential(mean)"));

  private final NumberNotation numbers;
  private final long purpose;
  private final Diagnostics diagnostics;

  DistributionNotation(NumberNotation numbers, long purpose, Diagnostics diagnostics) {
    this.numbers = numbers;
    this.purpose = purpose;
    this.diagnostics = diagnostics;
  }

  Optional<Value<Double>> read(String name, String written, Span span) {
    String example = EXAMPLES.get(name);
    if (example == null) {
      diagnostics.error(
          Code.UNKNOWN_FUNCTION,
          span,
          "no distribution '" + name + "'",
          Suggestions.nearest(name, EXAMPLES.keySet())
              .orElse("there are " + String.join(", ", EXAMPLES.keySet())));
      return Optional.empty();
    }
    List<String> arguments =
        written.isBlank() ? List.of() : Arrays.asList(written.strip().split("\\s*,\\s*|\\s+", -1));
    int wanted = name.equals("exponential") ? 1 : 2;
    if (arguments.size() != wanted) {
      return wrong(span, "'" + name + "' takes " + wanted + ": " + example);
    }
    OptionalDouble first = numbers.number(arguments.get(0), span);
    OptionalDouble second =
        wanted == 1
            ? OptionalDouble.of(0)
            : name.equals("lognormal")
                ? numbers.plain(arguments.get(1), span)
                : numbers.number(arguments.get(1), span);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return distribution(name, first.getAsDouble(), second.getAsDouble(), span)
        .map(drawn -> turn -> drawn.inverseCumulativeProbability(turn.chance(purpose)));
  }

  private Optional<ContinuousDistribution> distribution(
      String name, double first, double second, Span span) {
    return switch (name) {
      case "normal" ->
          second > 0
              ? Optional.of(NormalDistribution.of(first, second))
              : wrong(span, "the deviation must be more than 0");
      case "lognormal" ->
          first > 0 && second > 0
              ? Optional.of(LogNormalDistribution.of(Math.log(first), second))
              : wrong(span, "the median and sigma must be more than 0");
      case "uniform" ->
          first < second
              ? Optional.of(UniformContinuousDistribution.of(first, second))
              : wrong(span, "the least must be less than the most");
      default ->
          first > 0
              ? Optional.of(ExponentialDistribution.of(first))
              : wrong(span, "the mean must be more than 0");
    };
  }

  private <T> Optional<T> wrong(Span span, String message) {
    diagnostics.error(Code.WRONG_ARGUMENTS, span, message);
    return Optional.empty();
  }
}
