package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;

/** Reads a score that calls carry. */
record ScoreReader(String score) implements Field.NumberReader {
  @Override
  public long read(Observation event) {
    Call call = event.call();
    return call == null ? Event.UNKNOWN : call.scoreBillionths(score);
  }

  @Override
  public void readAll(CallBatch batch, long[] into) {
    for (int i = 0; i < batch.size(); i++) {
      into[i] = batch.calls[i].scoreBillionths(score);
    }
  }
}
