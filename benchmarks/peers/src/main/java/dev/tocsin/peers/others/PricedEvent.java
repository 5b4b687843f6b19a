package dev.tocsin.peers.others;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.peers.tight.NanoPrices;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/** A call with its cost, as a bean: the form in which other engines take events. */
@Role(Role.Type.EVENT)
@Timestamp("time")
public final class PricedEvent {
  private static final long HALF = 500_000_000;

  private final Call call;
  private final long cost;

  private PricedEvent(Call call, long cost) {
    this.call = call;
    this.cost = cost;
  }

  /** Of a call. */
  public static PricedEvent of(Call call) {
    long cost = NanoPrices.cost(call);
    return new PricedEvent(call, cost == Event.UNKNOWN ? 0 : cost);
  }

  /** Milliseconds since the epoch. */
  public long getTime() {
    return TimeUnit.NANOSECONDS.toMillis(call.timeNanos());
  }

  /** Nano-dollars. */
  public long getCost() {
    return cost;
  }

  /** 1 for a call that went wrong, 0 for one that went well. */
  public int getFailed() {
    return call.status() == Status.OK ? 0 : 1;
  }

  /** Whether it went well. */
  public boolean isOk() {
    return call.status() == Status.OK;
  }

  /** Microseconds. */
  public long getLatency() {
    return call.latencyMicros();
  }

  /** Whether it carries scores. */
  public boolean isScored() {
    return call.scoreCount() > 0;
  }

  /** Billionths, or null where it was not scored. */
  public @Nullable Long getRelevance() {
    long relevance = call.scoreBillionths("answer_relevance");
    return relevance == Event.UNKNOWN ? null : relevance;
  }

  /** 1 where it was judged to hallucinate, 0 where not, or null. */
  public @Nullable Integer getHallucinated() {
    long score = call.scoreBillionths("hallucination");
    return score == Event.UNKNOWN ? null : (Integer) (score >= HALF ? 1 : 0);
  }
}
