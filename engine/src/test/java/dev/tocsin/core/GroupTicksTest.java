package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Event;
import dev.tocsin.api.Transition;
import dev.tocsin.journal.Input;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A group's own {@code evaluate_every}: its rules are decided as in a file of that tick alone. */
class GroupTicksTest {
  private static final String RULES =
      """
            - {name: calls, condition: count() by user over 1m > 2, for: 15s}
            - {name: dear, condition: sum(cost) over 20s > 0.5 * sum(cost) over 2m, keep_firing_for: 5s}
            - {name: minute, condition: count() per minute >= 3}
            - {name: failing, condition: ratio(status != "ok") over 1m > 20%}
      """;
  private static final String FAST =
      """
        - name: fast
          rules:
            - {name: fast_calls, condition: count() by user over 1m > 2}
        - name: slow absence
          evaluate_every: 20s
          rules:
            - {name: fast_absence, condition: absent(count() by user over 1m), for: 30s}
      """;

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void decidedAtItsOwnTicks(@ForAll("streams") List<Event> events) {
    Runs.Run both = Runs.ofTrace(Rules.parse("both.yaml", both()), events, true);
    Runs.Run alone = Runs.ofTrace(Rules.parse("slow.yaml", alone()), events, true);
    // a replay ends at the first tick of the engine behind the last event
    Instant end = events.isEmpty() ? Instant.MAX : events.get(events.size() - 1).time();
    assertThat(until(end, both)).isEqualTo(until(end, alone));
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void skippedTicksAndCutsChangeNothing(
      @ForAll("streams") List<Event> events, @ForAll @IntRange(min = 0, max = 1000) int cut)
      throws IOException {
    var plan = Rules.parse("both.yaml", both());
    Runs.Run every = Runs.ofTrace(plan, events, true);
    assertThat(Runs.ofTrace(plan, events, false).transitions()).isEqualTo(every.transitions());
    List<Input> inputs = every.inputs();
    assertThat(Runs.cutAt(plan, inputs, cut * inputs.size() / 1000).transitions())
        .isEqualTo(every.transitions());
  }

  private static List<Transition> until(Instant end, Runs.Run run) {
    return run.transitions().stream()
        .filter(t -> !t.rule().startsWith("fast") && !t.time().isAfter(end))
        .toList();
  }

  private static String both() {
    return "groups:\n" + FAST + "  - name: slow\n    evaluate_every: 10s\n    rules:\n" + RULES;
  }

  private static String alone() {
    return "evaluate_every: 10s\ngroups:\n  - name: slow\n    rules:\n" + RULES;
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(80, 400);
  }
}
