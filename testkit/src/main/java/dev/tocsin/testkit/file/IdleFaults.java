package dev.tocsin.testkit.file;

import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.fault.Idle;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Faults that changed nothing, as misses: a test with them says less than it seems to. */
final class IdleFaults {
  private IdleFaults() {}

  static List<Miss> of(List<Idle> idle, Replay replay) {
    return idle.stream().map(each -> miss(each, replay)).toList();
  }

  private static Miss miss(Idle idle, Replay replay) {
    return new Miss(
        idle.place(),
        "the fault changes events",
        found(idle, replay),
        Optional.empty(),
        replay.start(),
        replay.end(),
        true);
  }

  private static String found(Idle idle, Replay replay) {
    long met = idle.calls() > 0 ? idle.calls() : idle.others();
    if (met == 0) {
      return "it met none" + outside(idle, replay);
    }
    String what = idle.calls() > 0 ? "call" : "event";
    return met == 1
        ? "it met 1 " + what + " and did not change it"
        : "it met %,d %ss and changed none of them".formatted(met, what);
  }

  private static String outside(Idle idle, Replay replay) {
    ReplayTimes times = ReplayTimes.of(replay);
    Instant last = Objects.requireNonNullElse(replay.summary().until(), replay.end());
    if (idle.from().isAfter(last)) {
      return ": the last event is at " + times.text(last) + ", before it";
    }
    return idle.until().isAfter(replay.start())
        ? ""
        : ": the first event is at " + times.text(replay.start()) + ", after it";
  }
}
