package dev.tocsin.core;

import dev.tocsin.aggregate.CallIndex;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.event.CallBatch;
import dev.tocsin.price.PriceList;
import dev.tocsin.sample.RecentCalls;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * Calls on their way into the folds: gathered in batches of a tick, priced, without repeats. What
 * scores and evidence may need of them is remembered.
 */
final class CallIntake {
  private final CallBatch batch;
  private final CallIndex index;
  private final RecentCalls recent = new RecentCalls();
  private final PriceList prices;
  private final EngineOutput output;
  private long duplicates;
  private long unpriced;
  private long unfolded;

  CallIntake(long tickNanos, PriceList prices, EngineLimits limits, EngineOutput output) {
    this.batch = new CallBatch(tickNanos);
    this.index = new CallIndex(limits.scoreLateness().toNanos(), limits.rememberedCalls());
    this.prices = prices;
    this.output = output;
  }

  /** Calls that are not folded yet. */
  CallBatch batch() {
    return batch;
  }

  /** Calls for which scores may come. */
  CallIndex index() {
    return index;
  }

  /** A sample of calls. */
  RecentCalls recent() {
    return recent;
  }

  boolean isEmpty() {
    return batch.isEmpty();
  }

  /** Calls with an id that was there before. */
  long duplicates() {
    return duplicates;
  }

  /** Calls of which nobody knows the price. */
  long unpriced() {
    return unpriced;
  }

  /** Calls that windows may miss, since folding their batch ended in an error. */
  long unfolded() {
    return unfolded;
  }

  /**
   * Prices what waits, drops repeats, and folds the rest.
   *
   * @param remembered what is kept of a call
   * @param folds takes the batch
   */
  void flush(UnaryOperator<Call> remembered, Runnable folds) {
    int whole = batch.size();
    unfolded += whole; // unless all goes well
    try {
      prices.price(batch);
      accept(remembered);
      folds.run();
      unfolded -= whole;
    } finally {
      batch.clear();
    }
  }

  private void accept(UnaryOperator<Call> remembered) {
    int kept = 0;
    for (int i = 0; i < batch.size(); i++) {
      Call call = batch.call(i);
      long cost = batch.costNanoDollars(i);
      if (call.id() != null && !index.add(remembered.apply(call), cost)) {
        duplicates++;
        continue;
      }
      unpriced += cost == Event.UNKNOWN ? 1 : 0;
      output.accepted(call, cost);
      if (kept < i) {
        batch.move(i, kept);
      }
      kept++;
    }
    batch.keep(kept);
    recent.take(batch, remembered);
  }

  /** Forgets what is remembered of a user's calls. */
  void erase(String user) {
    index.erase(user);
    recent.erase(user);
  }

  void writeTo(ByteOutput out) throws IOException {
    out.writeLong(duplicates);
    out.writeLong(unpriced);
    out.writeLong(unfolded);
    index.writeTo(out);
    recent.writeTo(out);
  }

  void readFrom(ByteInput in) throws IOException {
    duplicates = in.readLong();
    unpriced = in.readLong();
    unfolded = in.readLong();
    index.readFrom(in);
    recent.readFrom(in);
  }
}
