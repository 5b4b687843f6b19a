package dev.tocsin.testkit.fault;

import dev.tocsin.api.Event;
import dev.tocsin.trace.EventSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts faults into the trace of one run, and knows afterwards which of them did nothing. */
public final class Edits implements UnaryOperator<EventSource> {
  private final List<Work> works;
  private final List<Event> inserted;

  Edits(List<Fault> faults, List<Event> inserted) {
    this.works = faults.stream().map(Work::new).toList();
    this.inserted = List.copyOf(inserted);
  }

  /** The same trace with the faults in it; without faults the trace itself. */
  @Override
  public EventSource apply(EventSource source) {
    return works.isEmpty() && inserted.isEmpty()
        ? source
        : new FaultySource(source, works, inserted);
  }

  /**
   * Faults that changed, took and added nothing, in the order of the file. All of them before the
   * trace was read.
   */
  public List<Idle> idle() {
    return works.stream().map(Work::idle).flatMap(Optional::stream).toList();
  }
}
