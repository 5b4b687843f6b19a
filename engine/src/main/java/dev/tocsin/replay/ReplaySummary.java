package dev.tocsin.replay;

import dev.tocsin.api.Transition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to.
 *
 * @param events accepted calls, scores, deployments and measures
 * @param calls those of them that are calls
 * @param skipped broken lines
 * @param late events older than the allowed lateness
 * @param duplicates repeated calls and scores, counted and ignored
 * @param orphanScores scores whose call is not known
 * @param from the first stamp, or null without events
 * @param until the last stamp, or null without events
 * @param costUsd exact sum of all priced calls
 * @param unpriced calls whose price is unknown
 * @param evaluatorFailures evaluations that threw
 * @param models calls and cost by model, most expensive first, then by name; calls without a model
 *     stand under {@code (none)}
 * @param firings how often each rule began to fire, in the order of the rule file; 0 included
 * @param withoutData rules that could not fire, because no event carried what they look at
 * @param stillFiring the transitions to firing of the alerts that still fire at the end
 * @param took wall-clock time of the replay
 * @param format in which the trace was read
 * @param passedOver records of the trace that are well but no events, by what they are
 */
public record ReplaySummary(
    long events,
    long calls,
    long skipped,
    long late,
    long duplicates,
    long orphanScores,
    @Nullable Instant from,
    @Nullable Instant until,
    BigDecimal costUsd,
    long unpriced,
    long evaluatorFailures,
    List<ModelTotal> models,
    Map<String, Long> firings,
    List<String> withoutData,
    List<Transition> stillFiring,
    Duration took,
    String format,
    Map<String, Long> passedOver) {
  private static final String NATIVE = "native";

  /** Whether the trace was in the native format, with nothing passed over. */
  public boolean isNative() {
    return format.equals(NATIVE) && passedOver.isEmpty();
  }

  /**
   * The calls of one model.
   *
   * @param model its name
   * @param calls how many
   * @param costUsd exact sum of the priced ones
   * @param unpriced calls whose price is unknown
   */
  public record ModelTotal(String model, long calls, BigDecimal costUsd, long unpriced) {}
}
