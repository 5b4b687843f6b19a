package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The functions of the condition language: the one table that typing, suggestions, documentation
 * and the tools read. What is told to people of each stands in {@link FunctionText}.
 */
public enum Function {
  COUNT("count", Argument.NONE, Result.COUNT, Family.TOTAL, 0, Double.POSITIVE_INFINITY),
  SUM("sum", Argument.NUMBER, Result.FIELD, Family.TOTAL),
  AVG("avg", Argument.NUMBER, Result.FIELD, Family.STATISTIC),
  MIN("min", Argument.NUMBER, Result.FIELD, Family.STATISTIC),
  MAX("max", Argument.NUMBER, Result.FIELD, Family.STATISTIC),
  STDDEV("stddev", Argument.NUMBER, Result.FIELD, Family.STATISTIC, 0, Double.POSITIVE_INFINITY),
  /** All percentiles: {@code p95}, {@code p99.9}. */
  PERCENTILE("pNN", Argument.NUMBER, Result.FIELD, Family.STATISTIC),
  RATE("rate", Argument.NONE, Result.RATE, Family.STATISTIC, 0, Double.POSITIVE_INFINITY),
  RATIO("ratio", Argument.STATEMENT, Result.FRACTION, Family.STATISTIC, 0, 1),
  DISTINCT("distinct", Argument.FIELD, Result.COUNT, Family.TOTAL, 0, Double.POSITIVE_INFINITY),
  LAST("last", Argument.NUMBER, Result.FIELD, Family.STATISTIC),

  KS("ks", Argument.NUMBER_OR_ALL, Result.NUMBER, Family.DRIFT, 0, 1),
  PSI("psi", Argument.FIELD_OR_ALL, Result.NUMBER, Family.DRIFT, 0, Double.POSITIVE_INFINITY),
  JS("js", Argument.FIELD_OR_ALL, Result.NUMBER, Family.DRIFT, 0, 1),
  CHI2("chi2", Argument.FIELD_OR_ALL, Result.NUMBER, Family.DRIFT, 0, 1),
  WASSERSTEIN(
      "wasserstein", Argument.NUMBER, Result.FIELD, Family.DRIFT, 0, Double.POSITIVE_INFINITY),
  MEAN_SHIFT("mean_shift", Argument.NUMBER, Result.FIELD, Family.DRIFT),
  CLIFFS_DELTA("cliffs_delta", Argument.NUMBER_OR_ALL, Result.NUMBER, Family.DRIFT, -1, 1),
  MANN_WHITNEY("mann_whitney", Argument.NUMBER_OR_ALL, Result.NUMBER, Family.DRIFT, 0, 1),

  FORECAST("forecast", Argument.NUMBER, Result.FIELD, Family.STATISTIC),
  CHANGES("changes", Argument.FIELD, Result.COUNT, Family.STATISTIC, 0, Double.POSITIVE_INFINITY);

  /** Fewer samples than this in a baseline are no data. */
  public static final long MIN_BASELINE_SAMPLES = 30;

  private static final Pattern PERCENTILES = Pattern.compile("p\\d{1,2}(\\.\\d{1,4})?");
  private static final List<String> COMMON_PERCENTILES =
      List.of("p50", "p90", "p95", "p99", "p99.9");

  /** What stands between the parentheses. */
  public enum Argument {
    /** Nothing. */
    NONE,
    /** A field that is a number. */
    NUMBER,
    /** Any field. */
    FIELD,
    /** A statement about one event, as after {@code where}. */
    STATEMENT,
    /** A field that is a number, or {@code *} for each tracked number by itself. */
    NUMBER_OR_ALL,
    /** Any field, or {@code *} for each tracked number by itself. */
    FIELD_OR_ALL
  }

  /** In which unit the value is. */
  public enum Result {
    /** That of the field. */
    FIELD,
    COUNT,
    RATE,
    FRACTION,
    NUMBER
  }

  /** What decides how much data a function needs. */
  private enum Family {
    TOTAL(0),
    STATISTIC(1),
    DRIFT(10);

    private final long minSamples;

    Family(long minSamples) {
      this.minSamples = minSamples;
    }
  }

  private final String label;
  private final Argument argument;
  private final Result result;
  private final Family family;
  private final double least;
  private final double greatest;

  Function(String label, Argument argument, Result result, Family family) {
    this(label, argument, result, family, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  Function(
      String label,
      Argument argument,
      Result result,
      Family family,
      double least,
      double greatest) {
    this.label = label;
    this.argument = argument;
    this.result = result;
    this.family = family;
    this.least = least;
    this.greatest = greatest;
  }

  /** As conditions write it; {@code pNN} for the percentiles. */
  public String label() {
    return label;
  }

  /** What it takes. */
  public Argument argument() {
    return argument;
  }

  /** What unit it gives. */
  public Result result() {
    return result;
  }

  /** The unit of its value for a field of a unit. */
  public Unit unit(Unit ofField) {
    return switch (result) {
      case FIELD -> ofField;
      case COUNT -> Unit.COUNT;
      case RATE -> Unit.RATE;
      case FRACTION -> Unit.FRACTION;
      case NUMBER -> Unit.NUMBER;
    };
  }

  /** Fewer samples than this are no data where a rule does not say otherwise. */
  public long minSamples() {
    return family.minSamples;
  }

  /** Whether it reads 0, not "no data", where nothing was folded and there is no {@code by}. */
  public boolean zeroWhenEmpty() {
    return family == Family.TOTAL;
  }

  /** Whether it compares the window with a baseline: takes {@code vs} or {@code of}. */
  public boolean comparesWithBaseline() {
    return family == Family.DRIFT;
  }

  /** Whether the engine computes it; what it does not is typed, and refused at load. */
  public boolean computed() {
    return this != FORECAST && this != CHANGES;
  }

  /** No value is less, whatever the data; negative infinity where any may be. */
  public double least() {
    return least;
  }

  /** No value is greater, whatever the data; positive infinity where any may be. */
  public double greatest() {
    return greatest;
  }

  /** The function of a name as written, percentiles included, if there is one. */
  public static Optional<Function> named(String name) {
    if (PERCENTILES.matcher(name).matches()) {
      return quantile(name) > 0 ? Optional.of(PERCENTILE) : Optional.empty();
    }
    return Arrays.stream(values())
        .filter(function -> function != PERCENTILE && function.label.equals(name))
        .findFirst();
  }

  /** Names to suggest, with some percentiles, in alphabetical order. */
  public static List<String> names() {
    return Stream.concat(
            Arrays.stream(values()).filter(function -> function != PERCENTILE).map(Function::label),
            COMMON_PERCENTILES.stream())
        .sorted()
        .toList();
  }

  /** The quantile, 0 to 1, that a percentile such as {@code p99.9} names. */
  static double quantile(String percentile) {
    return new BigDecimal(percentile.substring(1)).movePointLeft(2).doubleValue();
  }
}
