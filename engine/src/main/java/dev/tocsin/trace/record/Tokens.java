package dev.tocsin.trace.record;

import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;

/**
 * The tokens of a call as Tocsin counts them: input includes what was cached and written to a
 * cache, output includes reasoning. What is not known is {@link Event#UNKNOWN}.
 */
public record Tokens(
    long input,
    long output,
    long cached,
    long cacheWrite,
    long reasoning,
    long audioInput,
    long audioOutput) {

  /** Nothing is known. */
  public static final Tokens UNKNOWN =
      new Tokens(
          Event.UNKNOWN,
          Event.UNKNOWN,
          Event.UNKNOWN,
          Event.UNKNOWN,
          Event.UNKNOWN,
          Event.UNKNOWN,
          Event.UNKNOWN);

  /** Sets them. */
  public void of(CallBuilder call) {
    call.inputTokens(input)
        .outputTokens(output)
        .cachedTokens(cached)
        .cacheWriteTokens(cacheWrite)
        .reasoningTokens(reasoning)
        .audioInputTokens(audioInput)
        .audioOutputTokens(audioOutput);
  }
}
