package dev.tocsin.core;

import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.aggregate.CallIndex;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.event.PricedCall;
import dev.tocsin.sample.RecentCalls;
import java.io.IOException;

/** Folds scores at the time and in the groups of their calls. Confined to one thread. */
final class ScoreFolds {
  private final CallIndex calls;
  private final RecentCalls recent;
  private long duplicates;
  private long orphans;

  /**
   * @param calls that are remembered; a score is added to its call there
   * @param recent the sample, where it is added too
   */
  ScoreFolds(CallIndex calls, RecentCalls recent) {
    this.calls = calls;
    this.recent = recent;
  }

  void fold(Score score, Aggregates aggregates) {
    PricedCall judged = calls.find(score.call());
    if (judged == null) {
      orphan(score, aggregates);
      return;
    }
    if (score.value() == Event.UNKNOWN) {
      return; // a label alone: nothing to fold, and a number may still come
    }
    if (judged.call().scoreBillionths(score.name()) != Event.UNKNOWN) {
      duplicates++;
      return;
    }
    Call scored = judged.call().toBuilder().scoreBillionths(score.name(), score.value()).build();
    PricedCall after = new PricedCall(scored, judged.costNanoDollars());
    aggregates.foldScore(judged, after, score.name());
    calls.update(after);
    recent.scored(after);
  }

  /** Second scores of a name for a call. */
  long duplicates() {
    return duplicates;
  }

  /** Scores whose call is not remembered. */
  long orphans() {
    return orphans;
  }

  void writeTo(ByteOutput out) {
    out.writeLong(duplicates);
    out.writeLong(orphans);
  }

  void readFrom(ByteInput in) throws IOException {
    duplicates = in.readLong();
    orphans = in.readLong();
  }

  private void orphan(Score score, Aggregates aggregates) {
    if (!calls.addOrphan(score.call(), score.name(), score.timeNanos())) {
      duplicates++;
      return;
    }
    orphans++;
    if (score.value() != Event.UNKNOWN) {
      Call alone =
          Call.atNanos(score.timeNanos()).scoreBillionths(score.name(), score.value()).build();
      aggregates.foldOrphan(new PricedCall(alone, Event.UNKNOWN), score.name());
    }
  }
}
