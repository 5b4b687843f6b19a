package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.EventWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a fault does in one run. Confined to the thread that reads the trace. */
final class Work {
  private static final int CAPACITY = 512;

  private final Fault fault;
  private final EventWriter writer = new EventWriter(true);
  private long calls;
  private long others;
  private boolean changed;

  Work(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }

  /**
   * Takes note of one event that the fault was done to.
   *
   * @param made what became of it
   */
  void did(Passing event, List<Passing> made) {
    if (event.event() instanceof Call) {
      calls++;
    } else {
      others++;
    }
    changed = changed || made.size() != 1 || isOther(event, made.get(0));
  }

  /** Empty where it changed, took or added anything. */
  Optional<Idle> idle() {
    return changed
        ? Optional.empty()
        : Optional.of(new Idle(fault.place(), fault.from(), fault.until(), calls, others));
  }

  private boolean isOther(Passing before, Passing after) {
    return before.arrival() != after.arrival()
        || (before.event() != after.event()
            && !Arrays.equals(bytes(before.event()), bytes(after.event())));
  }

  private byte[] bytes(Event event) {
    ByteOutput out = new ByteOutput(CAPACITY);
    writer.write(event, out);
    return Arrays.copyOf(out.array(), out.size());
  }
}
