package dev.tocsin.store;

import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Silence;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.InputSink;
import dev.tocsin.plan.EngineGauge;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a journal holds, counted; each input goes on to another sink. */
public final class InputCounts implements InputSink {
  private final InputSink next;
  private long eventCount;
  private long tickCount;
  private long gaugeCount;
  private long ruleCount;
  private long deliveryCount;
  private long requestCount;
  private long gapCount;
  private long erasureCount;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  InputCounts(InputSink next) {
    this.next = next;
  }

  /** Events that were accepted. */
  public long events() {
    return eventCount;
  }

  /** Ticks, and moments between them at which messages were due. */
  public long ticks() {
    return tickCount;
  }

  /** How often the engine's own gauges were read. */
  public long gauges() {
    return gaugeCount;
  }

  /** How often rules took over, the first ones among them. */
  public long reloads() {
    return ruleCount;
  }

  /** Deliveries that were done or given up. */
  public long deliveries() {
    return deliveryCount;
  }

  /** Silences that were made or ended, and acknowledgements. */
  public long requests() {
    return requestCount;
  }

  /** Places where inputs are missing, since the disk was full or failed. */
  public long gaps() {
    return gapCount;
  }

  /** How often what was known of a user was forgotten. */
  public long erasures() {
    return erasureCount;
  }

  /** All inputs. */
  public long all() {
    return eventCount
        + tickCount
        + gaugeCount
        + ruleCount
        + deliveryCount
        + requestCount
        + gapCount
        + erasureCount;
  }

  /** The earliest stamp of an event or tick, or null without any. */
  public @Nullable Instant from() {
    return earliest > latest ? null : Instants.ofNanos(earliest);
  }

  /** The latest stamp of an event or tick, or null without any. */
  public @Nullable Instant until() {
    return earliest > latest ? null : Instants.ofNanos(latest);
  }

  @Override
  public void arrival(Event event) {
    eventCount++;
    stamp(event.timeNanos());
    next.arrival(event);
  }

  @Override
  public void tick(long nanos) {
    tickCount++;
    stamp(nanos);
    next.tick(nanos);
  }

  @Override
  public void gauges(Map<EngineGauge, Long> values) {
    gaugeCount++;
    next.gauges(values);
  }

  @Override
  public void rules(RuleTexts texts) {
    ruleCount++;
    next.rules(texts);
  }

  @Override
  public void gap() {
    gapCount++;
    next.gap();
  }

  @Override
  public void erase(String user) {
    erasureCount++;
    next.erase(user);
  }

  @Override
  public void delivered(Input.Delivered delivered) {
    deliveryCount++;
    next.delivered(delivered);
  }

  @Override
  public void silenced(Silence silence) {
    requestCount++;
    next.silenced(silence);
  }

  @Override
  public void expired(String silence, long nanos) {
    requestCount++;
    next.expired(silence, nanos);
  }

  @Override
  public void acknowledged(Input.Acknowledged acknowledged) {
    requestCount++;
    next.acknowledged(acknowledged);
  }

  @Override
  public void timer(long nanos) {
    tickCount++;
    stamp(nanos);
    next.timer(nanos);
  }

  private void stamp(long nanos) {
    earliest = Math.min(earliest, nanos);
    latest = Math.max(latest, nanos);
  }
}
