package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;

/**
 * The numbers that every call may have. A loop for each, rather than one loop that is handed a
 * method, lets the compiler make each a few instructions a call.
 */
enum CallNumber implements Field.NumberReader {
  LATENCY,
  TTFT,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  CACHED_TOKENS,
  CACHE_WRITE_TOKENS,
  REASONING_TOKENS,
  AUDIO_INPUT_TOKENS,
  AUDIO_OUTPUT_TOKENS,
  RETRIES,
  COST;

  @Override
  public long read(Observation event) {
    Call call = event.call();
    return call == null ? Event.UNKNOWN : of(call, event.costNanoDollars());
  }

  private long of(Call call, long cost) {
    return switch (this) {
      case LATENCY -> call.latencyMicros();
      case TTFT -> call.ttftMicros();
      case INPUT_TOKENS -> call.inputTokens();
      case OUTPUT_TOKENS -> call.outputTokens();
      case CACHED_TOKENS -> call.cachedTokens();
      case CACHE_WRITE_TOKENS -> call.cacheWriteTokens();
      case REASONING_TOKENS -> call.reasoningTokens();
      case AUDIO_INPUT_TOKENS -> call.audioInputTokens();
      case AUDIO_OUTPUT_TOKENS -> call.audioOutputTokens();
      case RETRIES -> call.retries();
      case COST -> cost;
    };
  }

  @Override
  public void readAll(CallBatch batch, long[] into) {
    Call[] calls = batch.calls;
    int size = batch.size();
    switch (this) {
      case LATENCY -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].latencyMicros();
        }
      }
      case TTFT -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].ttftMicros();
        }
      }
      case INPUT_TOKENS -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].inputTokens();
        }
      }
      case OUTPUT_TOKENS -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].outputTokens();
        }
      }
      case CACHED_TOKENS -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].cachedTokens();
        }
      }
      case CACHE_WRITE_TOKENS -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].cacheWriteTokens();
        }
      }
      case REASONING_TOKENS -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].reasoningTokens();
        }
      }
      case AUDIO_INPUT_TOKENS -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].audioInputTokens();
        }
      }
      case AUDIO_OUTPUT_TOKENS -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].audioOutputTokens();
        }
      }
      case RETRIES -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].retries();
        }
      }
      case COST -> System.arraycopy(batch.costs, 0, into, 0, size);
    }
  }
}
