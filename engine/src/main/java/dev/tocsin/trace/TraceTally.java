package dev.tocsin.trace;

import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Counts what is read of a trace: events by type, what they leave unknown, and what was skipped.
 */
public final class TraceTally {
  private static final Pattern VALUES =
      Pattern.compile("'[^']*'|\"[^\"]*\"?|[0-9][0-9.:TZ,+-]*|, not .*|must not be negative: .*");
  private static final long LATENESS = Duration.ofSeconds(30).toNanos();

  private final Map<String, Skipped> skipped = new LinkedHashMap<>();
  private long calls;
  private long scores;
  private long deployments;
  private long measures;
  private long withoutCost;
  private long withoutTokens;
  private long newest = Long.MIN_VALUE;
  private long behind;

  /**
   * Lines that were skipped for one reason.
   *
   * @param count how many
   * @param line the first of them
   * @param reason what is wrong with it, with its value
   */
  public record Skipped(long count, long line, String reason) {}

  /** It was read. */
  public void add(Event event) {
    if (event instanceof Call call) {
      calls++;
      withoutCost += call.costNanoDollars() == Event.UNKNOWN ? 1 : 0;
      withoutTokens +=
          call.inputTokens() == Event.UNKNOWN && call.outputTokens() == Event.UNKNOWN ? 1 : 0;
    } else if (event instanceof Score) {
      scores++;
    } else if (event instanceof Deployment) {
      deployments++;
    } else {
      measures++;
    }
    behind += newest != Long.MIN_VALUE && event.timeNanos() < newest - LATENESS ? 1 : 0;
    newest = Math.max(newest, event.timeNanos());
  }

  /** It could not be used. */
  public void badLine(long number, String reason) {
    skipped.merge(
        VALUES.matcher(reason).replaceAll("?"),
        new Skipped(1, number, reason),
        (first, more) -> new Skipped(first.count + 1, first.line, first.reason));
  }

  /** How many events, by type, without those of which there are none. */
  public Map<String, Long> events() {
    Map<String, Long> events = new LinkedHashMap<>();
    put(events, "call", calls);
    put(events, "score", scores);
    put(events, "deployment", deployments);
    put(events, "measure", measures);
    return events;
  }

  private static void put(Map<String, Long> events, String type, long count) {
    if (count > 0) {
      events.put(type, count);
    }
  }

  /** What was skipped, each reason once, in the order of their first lines. */
  public List<Skipped> skipped() {
    return new ArrayList<>(skipped.values());
  }

  /** Calls that do not say what they cost. */
  public long withoutCost() {
    return withoutCost;
  }

  /** Calls that say neither input nor output tokens. */
  public long withoutTokens() {
    return withoutTokens;
  }

  /** Events more than the allowed lateness of a replay (30 s) behind one before them. */
  public long behind() {
    return behind;
  }
}
