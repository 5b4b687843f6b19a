package dev.tocsin.trace.record;

import dev.tocsin.api.Event;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one JSON record says: any number of events, and what is none. Events of one record are given
 * in the order of their stamps, after what is no event.
 */
public final class Findings {
  private final List<TraceRecord.Good> events = new ArrayList<>();
  private final Deque<TraceRecord> waiting = new ArrayDeque<>();
  private long line;

  Findings() {}

  /** It says that this happened. */
  public void event(Event event) {
    events.add(new TraceRecord.Good(line, event));
  }

  /**
   * Part of it is no event.
   *
   * @param kind what it is instead, in the words of its format
   */
  public void passedOver(String kind) {
    waiting.add(new TraceRecord.PassedOver(line, kind));
  }

  /** Part of it cannot be used. */
  public void bad(BadEventException problem) {
    waiting.add(new TraceRecord.Bad(line, String.valueOf(problem.getMessage())));
  }

  void begin(long number) {
    line = number;
  }

  void end() {
    events.sort(Comparator.comparingLong((TraceRecord.Good good) -> good.event().timeNanos()));
    waiting.addAll(events);
    events.clear();
  }

  @Nullable TraceRecord next() {
    return waiting.poll();
  }
}
