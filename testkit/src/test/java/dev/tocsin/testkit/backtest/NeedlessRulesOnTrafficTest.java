package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.lint.LintContext;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.TraceRun;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * Where check says that a rule is the same as another or shadowed by one, the engine itself agrees
 * on an hour of traffic with waves, gaps and errors: at each moment at which the one fires, the
 * other does too, and no milder.
 */
class NeedlessRulesOnTrafficTest {
  private static final Instant START = Instant.parse("2026-10-01T10:00:00Z");
  private static final int KEYS = 7;
  private static Path trace = Path.of("");

  @BeforeContainer
  static void anHour() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    double latency = 1500;
    for (int second = 0; second < 3600; second += 5) {
      latency = Math.min(4000, Math.max(300, latency + random.nextGaussian() * 400));
      boolean gap = second / 300 % 4 == 3;
      if (!gap) {
        lines.add(
            "{\"type\":\"call\",\"time\":\"%s\",\"id\":\"c%d\",\"model\":\"m%d\",\"status\":\"%s\",\"latency_ms\":%d}"
                .formatted(
                    START.plusSeconds(second),
                    second,
                    random.nextInt(2),
                    random.nextInt(5) == 0 ? "error" : "ok",
                    (int) latency));
      }
    }
    trace = Files.write(Files.createTempFile("hour", ".jsonl"), lines);
  }

  @AfterContainer
  static void remove() throws IOException {
    Files.delete(trace);
  }

  /** The keys of a rule, in a fixed order; empty for one that is left out. */
  record Keys(List<String> lines) {
    String text(String name) {
      StringBuilder text = new StringBuilder("  - name: " + name + "\n");
      lines.stream()
          .filter(line -> !line.isEmpty())
          .forEach(line -> text.append("    " + line + "\n"));
      return text.toString();
    }

    Keys mixedWith(Keys other, List<Boolean> own) {
      List<String> mixed = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        mixed.add(own.get(i) ? lines.get(i) : other.lines.get(i));
      }
      return new Keys(mixed);
    }
  }

  @Property(tries = 500)
  void theOtherFiresToo(
      @ForAll("keys") Keys a, @ForAll("keys") Keys mutant, @ForAll("choices") List<Boolean> own) {
    String file = "rules:\n" + a.text("a") + a.mixedWith(mutant, own).text("b");
    CheckedRules checked = Rules.check("rules.yaml", file);
    for (Diagnostic each : Rules.lint(checked, LintContext.WHOLE)) {
      if (each.code() == Code.SAME_RULE || each.code() == Code.SHADOWED_RULE) {
        String one = each.span().text();
        boolean fired = agrees(checked, one, one.equals("a") ? "b" : "a");
        Statistics.label("told").collect(each.code(), fired ? "fired" : "never fired");
      }
    }
  }

  /** Whether the one fired at all; fails where the other does not. */
  private static boolean agrees(CheckedRules checked, String one, String other) {
    Map<String, Severity> firing = new HashMap<>();
    boolean fired = false;
    List<Transition> all =
        TraceRun.of(checked.orThrow(), new FileTrace(trace, TraceFormats.discovered()))
            .run()
            .transitions();
    for (int i = 0; i < all.size(); i++) {
      Transition each = all.get(i);
      String key = each.rule() + each.group();
      if (each.to() == AlertState.FIRING) {
        firing.put(key, each.severity());
      } else {
        firing.remove(key);
      }
      boolean endsTick = i + 1 == all.size() || !all.get(i + 1).time().equals(each.time());
      if (endsTick) {
        for (Map.Entry<String, Severity> alert : firing.entrySet()) {
          if (alert.getKey().startsWith(one)) {
            fired = true;
            String its = other + alert.getKey().substring(one.length());
            assertThat(firing).as("at %s", each.time()).containsKey(its);
            assertThat(firing.get(its)).isGreaterThanOrEqualTo(alert.getValue());
          }
        }
      }
    }
    return fired;
  }

  @Provide
  Arbitrary<List<Boolean>> choices() {
    return Arbitraries.of(true, true, false).list().ofSize(KEYS);
  }

  @Provide
  Arbitrary<Keys> keys() {
    Arbitrary<String> condition =
        Arbitraries.of(
            "condition: avg(latency) over 1m > 1s",
            "condition: avg(latency) over 1m > 2s",
            "condition: avg(latency) over 1m > 2s and error_rate over 1m > 10%",
            "condition: avg(latency) over 1m > 2s or error_rate over 1m > 30%",
            "condition: error_rate over 1m > 10%",
            "condition: not (avg(latency) over 1m <= 2s)",
            "{condition: avg(latency) over 1m, warning: '> 1s', critical: '> 2s'}",
            "{condition: avg(latency) over 1m, warning: '> 1500ms', critical: '> 2500ms'}");
    return Combinators.combine(
            condition,
            Arbitraries.of("", "for: 30s", "for: 90s"),
            Arbitraries.of("", "keep_firing_for: 1m", "keep_firing_for: 3m"),
            Arbitraries.of("", "", "resolve_when: avg(latency) over 1m < 900ms"),
            Arbitraries.of("", "", "no_data: keep", "no_data: fire", "min_samples: 5"),
            Arbitraries.of("", "", "flapping: {changes: 4, within: 20m}"),
            Arbitraries.of("", "by: [model]"))
        .as(
            (when, wait, keep, resolve, unknown, flapping, by) ->
                new Keys(
                    List.of(
                        when.startsWith("{")
                            ? when.substring(1, when.length() - 1).replace(", ", "\n    ")
                            : when,
                        wait,
                        keep,
                        by.isEmpty() ? resolve : "",
                        unknown,
                        flapping,
                        by)));
  }
}
