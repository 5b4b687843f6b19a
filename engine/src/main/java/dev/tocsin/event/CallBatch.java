package dev.tocsin.event;

import dev.tocsin.api.Call;
import java.util.Arrays;

/**
 * Calls of one tick with their costs, looked at column by column. Used again and again; allocates
 * nothing once made. Not thread-safe.
 */
public final class CallBatch {
  /** How many calls it holds at most. */
  public static final int CAPACITY = 256;

  final Call[] calls = new Call[CAPACITY];
  final long[] costs = new long[CAPACITY];
  private final long[] stamps = new long[CAPACITY];
  private final CallRow row = new CallRow();
  private final long tickNanos;
  private final int[] scored = new int[CAPACITY];
  private int scoredSize;
  private long scoredVersion = -1;
  private int size;
  private long version;
  private long from;
  private long until;

  /**
   * @param tickNanos the length of a tick
   */
  public CallBatch(long tickNanos) {
    this.tickNanos = tickNanos;
  }

  /** Whether there is a place for a call of a stamp: all are of one tick. */
  public boolean takes(long stampNanos) {
    return size == 0 || (size < CAPACITY && stampNanos >= from && stampNanos < until);
  }

  /** Adds a call that it takes. */
  public void add(Call call) {
    add(call, call.timeNanos());
  }

  /** Adds a call that it takes, whose stamp the caller has read already. */
  public void add(Call call, long stamp) {
    if (size == 0) {
      from = Math.floorDiv(stamp, tickNanos) * tickNanos;
      until = from + tickNanos;
    }
    calls[size] = call;
    stamps[size++] = stamp;
  }

  /** The first instant of the tick that the calls belong to. */
  public long from() {
    return from;
  }

  /** The first instant behind it. */
  public long until() {
    return until;
  }

  /** Forgets all calls: they may hold texts, of which nothing is to stay. */
  public void clear() {
    Arrays.fill(calls, 0, size, null);
    size = 0;
    version++;
  }

  /** How many of the calls carry scores; their places are in {@link #scored}. */
  public int scoredSize() {
    if (scoredVersion != version) {
      scoredSize = 0;
      for (int i = 0; i < size; i++) {
        scored[scoredSize] = i;
        scoredSize += calls[i].scoreCount() > 0 ? 1 : 0;
      }
      scoredVersion = version;
    }
    return scoredSize;
  }

  /** The places of the calls that carry scores; ask for {@link #scoredSize} first. */
  public int[] scored() {
    return scored;
  }

  /** How many calls there are. */
  public int size() {
    return size;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** One of the calls. */
  public Call call(int at) {
    return calls[at];
  }

  /** Its stamp. */
  public long stamp(int at) {
    return stamps[at];
  }

  /** Its cost in nano-dollars, or {@link dev.tocsin.api.Event#UNKNOWN}. */
  public long costNanoDollars(int at) {
    return costs[at];
  }

  /** The cost of each, to be written to; the array may be longer. */
  public long[] costs() {
    return costs;
  }

  /** The calls, not to be written to; the array may be longer. */
  public Call[] calls() {
    return calls;
  }

  /** Puts a call in the place of one before it that is not wanted. */
  public void move(int at, int to) {
    calls[to] = calls[at];
    stamps[to] = stamps[at];
    costs[to] = costs[at];
  }

  /** Drops all but the first so many. */
  public void keep(int kept) {
    if (kept < size) {
      Arrays.fill(calls, kept, size, null);
      size = kept;
    }
  }

  /** One of them with its cost; good until the next call of this method. */
  public Observation row(int at) {
    return row.at(calls[at], costs[at]);
  }

  /** Changes with what it holds, once it is cleared. */
  public long version() {
    return version;
  }
}
