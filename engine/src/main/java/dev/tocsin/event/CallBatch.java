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
  private int size;
  private long version;

  /** Adds a call; there must be a place. */
  public void add(Call call, long costNanoDollars) {
    calls[size] = call;
    stamps[size] = call.timeNanos();
    costs[size++] = costNanoDollars;
  }

  /** Forgets all calls. */
  public void clear() {
    Arrays.fill(calls, 0, size, null);
    size = 0;
    version++;
  }

  /** How many calls there are. */
  public int size() {
    return size;
  }

  /** Whether there is no place left. */
  public boolean isFull() {
    return size == CAPACITY;
  }

  /** One of the calls. */
  public Call call(int at) {
    return calls[at];
  }

  /** Its stamp. */
  public long stamp(int at) {
    return stamps[at];
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
