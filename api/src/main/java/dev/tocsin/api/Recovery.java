package dev.tocsin.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an engine with a store found when it started.
 *
 * @param found whether there was any state
 * @param closed whether the last process had closed the store; false after a kill
 * @param snapshot the tick of the snapshot it began with, or null without one
 * @param inputs of the journal that were replayed on top
 * @param events among them
 * @param lastTick the last tick before it was closed or killed, or null before the first
 * @param pending alerts that were pending
 * @param firing alerts that were firing
 * @param deliveries messages and actions whose outcome was not known: they are tried again, with
 *     their old keys
 * @param took how long it took
 * @param findings what was wrong and what became of it, for people; empty when nothing was
 */
public record Recovery(
    boolean found,
    boolean closed,
    @Nullable Instant snapshot,
    long inputs,
    long events,
    @Nullable Instant lastTick,
    int pending,
    int firing,
    int deliveries,
    Duration took,
    List<String> findings) {
  public Recovery {
    findings = List.copyOf(findings);
  }

  /** For people, in one line, and a line for each finding. */
  @Override
  public String toString() {
    String what =
        !found
            ? "nothing was stored yet"
            : "after a "
                + (closed ? "clean stop" : "kill")
                + ": "
                + (snapshot == null ? "no snapshot" : "snapshot of " + snapshot)
                + ", "
                + inputs
                + " inputs replayed ("
                + events
                + " events) up to "
                + (lastTick == null ? "before the first tick" : lastTick)
                + "; "
                + pending
                + " pending, "
                + firing
                + " firing, "
                + deliveries
                + " to be delivered; took "
                + took.toMillis()
                + " ms";
    return findings.stream()
        .map(finding -> "\n  " + finding)
        .collect(Collectors.joining("", what, ""));
  }
}
