package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Status;
import dev.tocsin.api.Transition;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a new JVM does until its first verdict, as {@link ColdStart} forks it: a rule file in, a few
 * failed calls in, a tick, a transition out. Prints when each part was done, in microseconds since
 * 1970, then the processor time of the whole process in microseconds.
 */
final class FirstVerdict implements EngineOutput {
  private static final int CALLS = 60;

  private final long[] done = new long[ColdStart.PARTS.size()];
  private int parts;
  private int transitions;

  private FirstVerdict() {}

  /** Takes the rule file. */
  public static void main(String[] arguments) throws IOException {
    FirstVerdict verdict = new FirstVerdict();
    verdict.done();
    verdict.run(Path.of(arguments[0]));
    long processor =
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1_000;
    StringBuilder line = new StringBuilder();
    for (long at : verdict.done) {
      line.append(at).append(' ');
    }
    System.out.println(line.append(processor));
  }

  private void run(Path rules) throws IOException {
    Plan plan = Rules.load(rules);
    done();
    try (Engine engine =
        new Engine(
            plan, this::matcher, PriceList.builtIn(), EngineLimits.DEFAULT, Journal.NONE, this)) {
      done();
      long start = Instants.toNanos(Traffic.START);
      for (int number = 0; number < CALLS; number++) {
        engine.arrive(call(start + number * 10_000_000L));
      }
      done();
      engine.apply(new Input.Tick(start + engine.tickNanos()));
      done();
    }
    if (transitions == 0) {
      throw new IllegalStateException("no verdict");
    }
  }

  private ConditionMatcher matcher(Plan plan) {
    ConditionMatcher matcher = new DroolsMatcher(plan);
    done();
    return matcher;
  }

  private static Call call(long nanos) {
    return Call.atNanos(nanos)
        .id("call-" + nanos)
        .model("gpt-4o")
        .user("user-1")
        .feature("chat")
        .inputTokens(1_000)
        .outputTokens(200)
        .latencyMicros(3_000_000)
        .status(Status.ERROR)
        .scoreBillionths("answer_relevance", 100_000_000)
        .build();
  }

  @Override
  public void transition(Transition transition) {
    transitions++;
  }

  private void done() {
    done[parts++] = ColdStart.microsNow();
  }
}
