package dev.tocsin.trace.document;

import dev.tocsin.api.Event;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the records of a batch are, gathered in the order of the file and given in the order of
 * time: what has no time stays behind what it followed.
 */
public final class Gathering {
  private static final int LONGEST_KIND = 100;

  private final List<Timed> gathered = new ArrayList<>();
  private long latest = Long.MIN_VALUE;

  private record Timed(long nanos, TraceRecord record) {}

  Gathering() {}

  /** It says what happened. */
  public void event(long line, Event event) {
    latest = event.timeNanos();
    gathered.add(new Timed(latest, new TraceRecord.Good(line, event)));
  }

  /** It cannot be used. */
  public void bad(long line, String reason) {
    add(new TraceRecord.Bad(line, reason));
  }

  /** It is well, but no call. */
  public void passedOver(long line, String kind) {
    add(new TraceRecord.PassedOver(line, shortened(kind)));
  }

  private static String shortened(String kind) {
    return kind.length() <= LONGEST_KIND ? kind : kind.substring(0, LONGEST_KIND - 3) + "...";
  }

  void add(TraceRecord record) {
    gathered.add(new Timed(latest, record));
  }

  List<TraceRecord> inOrder() {
    gathered.sort(Comparator.comparingLong(Timed::nanos));
    return gathered.stream().map(Timed::record).toList();
  }
}
