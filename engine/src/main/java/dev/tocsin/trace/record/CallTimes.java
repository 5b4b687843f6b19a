package dev.tocsin.trace.record;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;

/**
 * When a call began, said its first token, and ended; nanoseconds since 1970 or {@link
 * Event#UNKNOWN}.
 */
public record CallTimes(long start, long firstToken, long end) {
  private static final long NANOS_PER_MICRO = 1_000;

  /**
   * A call with these times and what follows from them: latency and time to first token.
   *
   * @throws BadEventException when the end is not known, or not after the start
   */
  public CallBuilder call() throws BadEventException {
    if (end == Event.UNKNOWN) {
      throw new BadEventException("no time at which it ended");
    }
    CallBuilder call = Call.atNanos(end).startNanos(start);
    if (start == Event.UNKNOWN) {
      return call;
    }
    check("end", end);
    call.latencyMicros((end - start) / NANOS_PER_MICRO);
    if (firstToken != Event.UNKNOWN) {
      check("first token", firstToken);
      if (firstToken > end) {
        throw new BadEventException(
            "first token %s is after the end %s"
                .formatted(Instants.ofNanos(firstToken), Instants.ofNanos(end)));
      }
      call.ttftMicros((firstToken - start) / NANOS_PER_MICRO);
    }
    return call;
  }

  private void check(String what, long nanos) throws BadEventException {
    if (nanos < start) {
      throw new BadEventException(
          "%s %s is before the start %s"
              .formatted(what, Instants.ofNanos(nanos), Instants.ofNanos(start)));
    }
  }
}
