package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.price.PriceList;
import dev.tocsin.testkit.field.Turn;
import dev.tocsin.trace.EventSource;
import dev.tocsin.trace.TraceLine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A trace with faults in it. What is recorded decides which faults an event is in; then these are
 * done to it in their order. What comes later than it was recorded waits in a queue.
 */
final class FaultySource implements EventSource {
  private static final Comparator<Waiting> ORDER =
      Comparator.comparingLong((Waiting one) -> one.event.arrival())
          .thenComparingLong(one -> one.order);

  private static final long JUMP = Duration.ofDays(1).toNanos();

  private final EventSource source;
  private final List<Work> works;
  private final PriceList prices = PriceList.builtIn();
  private final SeenCalls seen = new SeenCalls();
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(ORDER);
  private final Deque<TraceLine> ready = new ArrayDeque<>();
  private @Nullable TraceLine read;
  private long before = Long.MIN_VALUE;
  private boolean ended;
  private long order;

  private record Waiting(Passing event, long order) {}

  /**
   * @param inserted events that are put in when their time comes
   */
  FaultySource(EventSource source, List<Work> works, List<Event> inserted) {
    this.source = source;
    this.works = works;
    inserted.forEach(event -> await(new Passing(1, event.timeNanos(), Hits.NONE, event)));
  }

  private void await(Passing event) {
    waiting.add(new Waiting(event, order++));
  }

  @Override
  public @Nullable TraceLine next() throws IOException {
    while (ready.isEmpty()) {
      TraceLine line = peek();
      if (isDue(line)) {
        return waiting.remove().event.line();
      }
      if (line == null) {
        return null;
      }
      read = null;
      before = line.event().timeNanos();
      Hits hits = hits(line);
      if (hits == Hits.NONE) {
        return line;
      }
      through(0, new Passing(line.number(), before, hits, line.event()), before);
    }
    return ready.remove();
  }

  /** A stamp far ahead, which may be a wrong one, makes nothing due before a second agrees. */
  private boolean isDue(@Nullable TraceLine line) {
    Waiting first = waiting.peek();
    if (first == null || line == null) {
      return first != null;
    }
    long stamp = line.event().timeNanos();
    boolean jump = before != Long.MIN_VALUE && stamp - before > JUMP;
    return !jump && first.event.arrival() <= stamp;
  }

  private @Nullable TraceLine peek() throws IOException {
    if (read == null && !ended) {
      read = source.next();
      ended = read == null;
    }
    return read;
  }

  private Hits hits(TraceLine line) {
    Event event = line.event();
    Hits ofCall = event instanceof Score score ? seen.of(score.call()) : null;
    if (ofCall != null) {
      return ofCall;
    }
    BitSet places = new BitSet(works.size());
    for (int i = 0; i < works.size(); i++) {
      Reach reach = works.get(i).fault().reach();
      boolean taken =
          event instanceof Call call
              ? reach.takes(call, line.number(), prices)
              : reach.isWhole() && reach.isIn(event.timeNanos());
      places.set(i, taken);
    }
    Hits hits = Hits.of(places);
    if (event instanceof Call call) {
      seen.add(call.id(), hits);
    }
    return hits;
  }

  private void through(int place, Passing event, long stamp) {
    int at = place;
    while (at < works.size() && !event.hits().contains(at)) {
      at++;
    }
    if (at == works.size()) {
      if (event.arrival() == stamp) {
        ready.add(event.line());
      } else {
        await(event);
      }
      return;
    }
    Work work = works.get(at);
    Fault fault = work.fault();
    Turn turn = new Turn(event.number(), fault.reach().progress(stamp), fault.reach().seed());
    List<Passing> made = new ArrayList<>();
    effects(fault.effects(), 0, event, turn, made::add);
    work.did(event, made);
    int following = at + 1;
    made.forEach(each -> through(following, each, stamp));
  }

  private static void effects(
      List<Effect> effects, int place, Passing event, Turn turn, Consumer<Passing> next) {
    if (place == effects.size()) {
      next.accept(event);
    } else {
      effects
          .get(place)
          .on(event, turn, changed -> effects(effects, place + 1, changed, turn, next));
    }
  }

  @Override
  public String format() {
    return source.format();
  }

  @Override
  public Map<String, Long> passedOver() {
    return source.passedOver();
  }

  @Override
  public long linesRead() {
    return source.linesRead();
  }

  @Override
  public long bytesRead() {
    return source.bytesRead();
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
