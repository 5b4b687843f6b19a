package dev.tocsin.core;

import dev.tocsin.api.Event;
import dev.tocsin.journal.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a live feed of a trace: events come early and late, ticks come every second. */
final class OutOfOrder {
  private static final long SECOND = 1_000_000_000L;

  private OutOfOrder() {}

  private record Arriving(long at, Event event) {}

  /** Inputs in which every event arrives up to two minutes after its stamp or one before. */
  static List<Input> feed(List<Event> events, Random random) {
    List<Arriving> arriving = new ArrayList<>();
    for (Event event : events) {
      long delay =
          switch (random.nextInt(4)) {
            case 0 -> -random.nextLong(60 * SECOND);
            case 1 -> random.nextLong(25 * SECOND);
            case 2 -> random.nextLong(120 * SECOND);
            default -> 0;
          };
      arriving.add(new Arriving(event.timeNanos() + delay, event));
    }
    arriving.sort(java.util.Comparator.comparingLong(Arriving::at));
    List<Input> inputs = new ArrayList<>();
    long tick = 0;
    for (Arriving one : arriving) {
      long last = Math.floorDiv(one.at(), SECOND) * SECOND;
      for (tick = tick == 0 ? last : tick; tick <= last; tick += SECOND) {
        inputs.add(new Input.Tick(tick));
      }
      inputs.add(new Input.Arrival(one.event()));
    }
    for (long end = tick + 130 * SECOND; tick <= end; tick += SECOND) {
      inputs.add(new Input.Tick(tick));
    }
    return inputs;
  }
}
