package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.journal.Input;
import dev.tocsin.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tick sees an event first. */
class TickBoundariesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Plan ANY =
      Rules.parse("any.yaml", "rules: [{name: any, condition: count() over 10s >= 2}]");

  @Test
  void aStampOnATickBelongsToTheNext() {
    assertThat(firedAt(call(100 * SECOND), call(101 * SECOND))).containsExactly(102 * SECOND);
    assertThat(firedAt(call(100 * SECOND), call(101 * SECOND - 1))).containsExactly(101 * SECOND);
  }

  @Test
  void theFirstTickIsTheFirstBoundaryBehindTheFirstStamp() {
    Runs.Run run = Runs.ofTrace(ANY, List.of(call(100 * SECOND)), true);
    assertThat(run.inputs()).endsWith(new Input.Tick(101 * SECOND)).hasSize(2);
    run = Runs.ofTrace(ANY, List.of(call(100 * SECOND + 1)), false);
    assertThat(run.inputs()).endsWith(new Input.Tick(101 * SECOND)).hasSize(2);
  }

  @Test
  void anEarlyEventWaitsForItsTick() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.Arrival(call(100 * SECOND)));
    inputs.add(new Input.Arrival(call(105 * SECOND)));
    for (long tick = 101; tick <= 110; tick++) {
      inputs.add(new Input.Tick(tick * SECOND));
    }
    assertThat(times(Runs.ofInputs(ANY, inputs))).containsExactly(106 * SECOND);
  }

  @Test
  void lateUpToThirtySecondsIsTakenAndLaterIsCounted() {
    Plan minute = Rules.parse("m.yaml", "rules: [{name: m, condition: count() over 1m >= 2}]");
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.Arrival(call(100 * SECOND)));
    inputs.add(new Input.Tick(140 * SECOND));
    inputs.add(new Input.Arrival(call(110 * SECOND - 1)));
    inputs.add(new Input.Tick(141 * SECOND));
    Runs.Run tooLate = Runs.ofInputs(minute, inputs);
    assertThat(tooLate.transitions()).isEmpty();
    assertThat(tooLate.counters().late()).isEqualTo(1);
    assertThat(tooLate.counters().accepted()).isEqualTo(1);
    inputs.set(2, new Input.Arrival(call(110 * SECOND)));
    Runs.Run inTime = Runs.ofInputs(minute, inputs);
    assertThat(times(inTime)).containsExactly(141 * SECOND);
    assertThat(inTime.counters().late()).isZero();
  }

  private static List<Long> firedAt(Call... calls) {
    return times(Runs.ofTrace(ANY, List.of(calls), true));
  }

  private static List<Long> times(Runs.Run run) {
    return run.transitions().stream()
        .map(Transition::time)
        .map(time -> time.getEpochSecond() * SECOND)
        .toList();
  }

  private static Call call(long stamp) {
    return Call.atNanos(stamp).build();
  }
}
