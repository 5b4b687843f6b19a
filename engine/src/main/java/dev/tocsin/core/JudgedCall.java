package dev.tocsin.core;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.event.PricedCall;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A call as a late score sees it: its stamp and dimensions, and of scores this one alone. */
final class JudgedCall {
  private JudgedCall() {}

  static PricedCall of(@Nullable PricedCall judged, Score score) {
    BigDecimal value = BigDecimal.valueOf(score.value(), 9);
    if (judged == null) {
      Call unknown = Call.atNanos(score.timeNanos()).score(score.name(), value).build();
      return new PricedCall(unknown, Event.UNKNOWN);
    }
    CallBuilder call = judged.call().toBuilder().withoutScores();
    return new PricedCall(call.score(score.name(), value).build(), judged.costNanoDollars());
  }
}
