package dev.tocsin.api;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A judgement of an earlier call. It is folded at the time and in the groups of that call while the
 * call is still remembered, else at its own time without dimensions.
 *
 * @param timeNanos when the judgement was made, nanoseconds since the epoch
 * @param call the {@link Call#id()} of the judged call
 * @param name which score, as in {@code score.answer_relevance}
 * @param value in billionths (0.83 is 830,000,000), or {@link #UNKNOWN} where there is only a label
 * @param label a verdict in words, or null
 * @param reason why, in words, or null
 * @param source who judged, as {@code judge:gpt-4o}, or null
 */
public record Score(
    long timeNanos,
    String call,
    String name,
    long value,
    @Nullable String label,
    @Nullable String reason,
    @Nullable String source)
    implements Event {

  public Score {
    requireNonNull(call, "call");
    requireNonNull(name, "name");
  }
}
