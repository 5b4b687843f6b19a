package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a reload costs by the number of rules, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class ManyRulesBenchmark {

  /** How many. */
  @Param({"10", "100", "1000"})
  public int rules;

  /** Whether they share seven aggregates or have one each. */
  @Param({"shared", "different"})
  public String aggregates;

  private String text;
  private Plan plan;

  /** Writes the rule file. */
  @Setup
  public void text() {
    text = aggregates.equals("shared") ? RuleText.shared(rules) : RuleText.different(rules);
    plan = parse();
  }

  /** Text to plan. */
  @Benchmark
  public Plan parse() {
    return Rules.parse("benchmark", text);
  }

  /** Plan to Drools. */
  @Benchmark
  public ConditionMatcher compile() {
    ConditionMatcher matcher = new DroolsMatcher(plan);
    matcher.close();
    return matcher;
  }
}
