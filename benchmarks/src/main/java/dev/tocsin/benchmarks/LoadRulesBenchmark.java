package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.drools.DroolsMatcher;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** From the seven rules as text to a matcher that can decide, warm and in a new JVM. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadRulesBenchmark {

  /** Text to plan. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 1)
  @Fork(1)
  public Object load() throws IOException {
    return Rules.load(Checkout.SEVEN_RULES);
  }

  /** Text to plan to Drools. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 1)
  @Fork(1)
  public Object loadAndCompile() throws IOException {
    return compiled();
  }

  /** The same, once, with all classes to be loaded. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(5)
  public Object loadAndCompileCold() throws IOException {
    return compiled();
  }

  private static ConditionMatcher compiled() throws IOException {
    ConditionMatcher matcher = new DroolsMatcher(Rules.load(Checkout.SEVEN_RULES));
    matcher.close();
    return matcher;
  }
}
