package dev.tocsin.api;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A measurement with labels that is not about one call, such as the depth of a queue.
 *
 * @param timeNanos when, nanoseconds since the epoch
 * @param name which measurement, as in {@code measure.queue_depth}
 * @param value in billionths
 * @param labels dimensions of the measurement; copied
 */
public record Measure(long timeNanos, String name, long value, Map<String, String> labels)
    implements Event {
  public Measure {
    requireNonNull(name, "name");
    labels = Map.copyOf(labels);
  }
}
