package dev.tocsin.peers.drools;

import static org.drools.model.DSL.accFunction;
import static org.drools.model.DSL.accumulate;
import static org.drools.model.DSL.window;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.tocsin.peers.others.PricedEvent;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.drools.core.base.accumulators.AverageAccumulateFunction;
import org.drools.core.base.accumulators.CountAccumulateFunction;
import org.drools.core.base.accumulators.LongSumAccumulateFunction;
import org.drools.model.Drools;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.WindowDefinition;
import org.drools.model.functions.Function1;

/** A rule as an accumulate over a sliding window, as it is written in DRL. */
final class WindowRules {
  private static final String PACKAGE = "dev.tocsin.peers";

  private WindowRules() {}

  static org.drools.model.Rule of(Rule rule) {
    return switch (rule.metric()) {
      case DAILY_COST -> ofTheDay(rule);
      case HOURLY_COST ->
          of(rule, LongSumAccumulateFunction::new, Long.class, e -> true, PricedEvent::getCost);
      case ERROR_RATE ->
          of(rule, AverageAccumulateFunction::new, Double.class, e -> true, PricedEvent::getFailed);
      case P95_LATENCY ->
          of(
              rule,
              Percentile95Function::new,
              Double.class,
              PricedEvent::isOk,
              PricedEvent::getLatency);
      case ANSWER_RELEVANCE ->
          of(
              rule,
              AverageAccumulateFunction::new,
              Double.class,
              PricedEvent::isScored,
              PricedEvent::getRelevance);
      case HALLUCINATION_RATE ->
          of(
              rule,
              AverageAccumulateFunction::new,
              Double.class,
              PricedEvent::isScored,
              PricedEvent::getHallucinated);
      case DRIFT -> throw new IllegalArgumentException("drift");
    };
  }

  private static org.drools.model.Rule ofTheDay(Rule rule) {
    Variable<DaySpend> spend = declarationOf(DaySpend.class, "spend");
    double constant = rule.inBaseUnits();
    return rule(PACKAGE, rule.name())
        .build(
            pattern(spend).expr("spend > " + constant, s -> s.nanoDollars() > constant),
            holds(rule, spend));
  }

  private static <R extends Number> org.drools.model.Rule of(
      Rule rule,
      Supplier<?> function,
      Class<R> type,
      Predicate<PricedEvent> filter,
      Function1<PricedEvent, Number> number) {
    Metric metric = rule.metric();
    Variable<Number> taken = declarationOf(Number.class, "number");
    Variable<R> result = declarationOf(type, "result");
    Variable<Long> samples = declarationOf(Long.class, "samples");
    PatternDef<PricedEvent> events =
        pattern(
            declarationOf(
                PricedEvent.class,
                "event",
                window(WindowDefinition.Type.TIME, metric.windowSeconds(), TimeUnit.SECONDS)));
    events.expr("of " + metric, filter::test).bind(taken, number);
    double constant = rule.inBaseUnits();
    boolean below = metric.below();
    return rule(PACKAGE, rule.name())
        .build(
            accumulate(
                events,
                accFunction(function, taken).as(result),
                accFunction(CountAccumulateFunction::new, taken).as(samples)),
            pattern(samples).expr("at least " + metric.minSamples(), n -> n >= metric.minSamples()),
            pattern(result)
                .expr(
                    "beyond " + constant,
                    r -> below ? r.doubleValue() < constant : r.doubleValue() > constant),
            holds(rule, result));
  }

  private static <T> RuleItemBuilder<?> holds(Rule rule, Variable<T> because) {
    int index = rule.index();
    return on(because).execute((Drools drools, T value) -> drools.logicalInsert(new Held(index)));
  }
}
