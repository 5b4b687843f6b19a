package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import java.util.Arrays;

/** Reads a score that calls carry. */
record ScoreReader(String score) implements Field.NumberReader {
  @Override
  public long read(Observation event) {
    Call call = event.call();
    return call == null ? Event.UNKNOWN : call.scoreBillionths(score);
  }

  @Override
  public void readAll(CallBatch batch, long[] into) {
    Arrays.fill(into, 0, batch.size(), Event.UNKNOWN);
    int size = batch.scoredSize();
    int[] scored = batch.scored();
    for (int i = 0; i < size; i++) {
      into[scored[i]] = batch.calls[scored[i]].scoreBillionths(score);
    }
  }
}
