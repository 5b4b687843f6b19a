package dev.tocsin.trace.helicone;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.trace.document.EachRecord;
import dev.tocsin.trace.document.Findings;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.CallTimes;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.ProviderName;
import dev.tocsin.trace.record.Times;
import dev.tocsin.trace.record.TokenSums;
import dev.tocsin.trace.record.Tokens;
import org.jspecify.annotations.Nullable;

/** A request and what was answered: one call each. */
final class HeliconeRequests implements EachRecord.OfRecord {
  /** Its database keeps UTC, and leaves the zone out. */
  private static final Times TIMES = new Times(true, Times.Numbers.MILLISECONDS);

  private static final int NANO_DOLLARS = 9;
  private static final int MICROS_OF_MILLIS = 3;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final int FIRST_ERROR = 400;

  /** Helicone's own, below 0. */
  private static final int CANCELLED = -3;

  private static final int NOT_ANSWERED_IN_TIME = -1;
  private static final int PENDING = -2;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int GATEWAY_TIMEOUT = 504;

  private final boolean texts;

  HeliconeRequests(boolean texts) {
    this.texts = texts;
  }

  @Override
  public void read(Fields record, Findings findings) throws BadEventException {
    long status = status(record);
    String model = record.text("response_model", "model", "request_model", "model_override");
    if (status == PENDING) {
      findings.passedOver("request without a response yet");
    } else if (model != null && (model.startsWith("tool:") || model.startsWith("vector_db"))) {
      findings.passedOver(model.startsWith("tool:") ? "tool" : "vector_db");
    } else {
      findings.event(call(record, model, status));
    }
  }

  private Call call(Fields record, @Nullable String model, long status) throws BadEventException {
    CallTimes times = times(record);
    CallBuilder call = times.call();
    long latency = record.amount(MICROS_OF_MILLIS, "delay_ms");
    if (latency != Event.UNKNOWN) {
      call.latencyMicros(latency);
    }
    call.id(record.text("request_id"))
        .model(model)
        .provider(provider(record))
        .user(record.text("request_user_id", "helicone_user", "user_id"))
        .prompt(record.text("prompt_id"))
        .promptVersion(record.text("prompt_version"))
        .ttftMicros(record.amount(MICROS_OF_MILLIS, "time_to_first_token"))
        .costNanoDollars(cost(record))
        .feedback(feedback(record));
    tokens(record).of(call);
    ended(status, record, call);
    scores(record, call);
    properties(record, call);
    if (texts) {
      call.input(record.content("request_body")).output(record.content("response_body"));
    }
    return call.build();
  }

  private static long status(Fields record) throws BadEventException {
    String status = record.text("response_status", "status");
    if (status == null) {
      return Event.UNKNOWN;
    }
    try {
      return Long.parseLong(status);
    } catch (NumberFormatException e) {
      throw new BadEventException("response_status must be a number, not '" + status + "'");
    }
  }

  /**
   * With a delay the end follows from the start: the response is written down later than it came.
   */
  private static CallTimes times(Fields record) throws BadEventException {
    long start = record.time(TIMES, "request_created_at");
    long latency = record.amount(MICROS_OF_MILLIS, "delay_ms");
    long end =
        latency == Event.UNKNOWN || start == Event.UNKNOWN
            ? record.time(TIMES, "response_created_at")
            : start + latency * NANOS_PER_MICRO;
    return new CallTimes(start, Event.UNKNOWN, end);
  }

  private static @Nullable String provider(Fields record) throws BadEventException {
    String provider = record.text("provider");
    return "CUSTOM".equals(provider) ? null : ProviderName.of(provider);
  }

  /** Helicone writes 0 where it knows no price, also for calls with tokens. */
  private static long cost(Fields record) throws BadEventException {
    long cost = record.amount(NANO_DOLLARS, "costUSD", "cost", "cost_usd");
    return cost == 0 && record.count("total_tokens", "completion_tokens") != 0
        ? Event.UNKNOWN
        : cost;
  }

  private static @Nullable String feedback(Fields record) throws BadEventException {
    Boolean up = record.flag("feedback_rating");
    return up == null ? null : up ? "up" : "down";
  }

  /** Anthropic counts what is cached beside its input, the others within it. */
  private static Tokens tokens(Fields record) throws BadEventException {
    long cached = record.count("prompt_cache_read_tokens");
    long cacheWrite = record.count("prompt_cache_write_tokens");
    boolean within = !"ANTHROPIC".equalsIgnoreCase(record.text("provider"));
    TokenSums sums =
        new TokenSums(
                record.count("prompt_tokens"),
                TokenSums.known(cached) + TokenSums.known(cacheWrite),
                record.count("completion_tokens"),
                0,
                record.count("total_tokens"))
            .withParts(within, true);
    return new Tokens(
        sums.input(),
        sums.output(),
        cached,
        cacheWrite,
        record.count("reasoning_tokens"),
        record.count("prompt_audio_tokens"),
        record.count("completion_audio_tokens"));
  }

  private static void ended(long status, Fields record, CallBuilder call) {
    if (status == NOT_ANSWERED_IN_TIME) {
      call.status(Status.TIMEOUT);
    } else if (status == REQUEST_TIMEOUT || status == GATEWAY_TIMEOUT) {
      call.status(Status.TIMEOUT).error("HTTP " + status);
    } else if (status == CANCELLED) {
      call.status(Status.ERROR).error("cancelled");
    } else if (status >= FIRST_ERROR || (status < 0 && status != Event.UNKNOWN)) {
      call.status(Status.ERROR).error("HTTP " + status);
    }
    if (record.first("cache_reference_id") != null) {
      call.cacheHit(!record.node().path("cache_reference_id").asText().matches("[0-]*"));
    }
  }

  /** Numbers by name, or objects with a value. */
  private static void scores(Fields record, CallBuilder call) throws BadEventException {
    Fields scores = record.objectIfAny("scores");
    for (String name : scores.names()) {
      long value =
          scores.node().path(name).isObject()
              ? scores.object(name).billionths("value")
              : scores.billionths(name);
      if (value != Event.UNKNOWN) {
        call.scoreBillionths(name.replaceFirst("-hcone-bool$", ""), value);
      }
    }
  }

  private static void properties(Fields record, CallBuilder call) throws BadEventException {
    Fields properties = record.objectIfAny("request_properties", "properties");
    properties.scalars(call::attribute);
    call.session(properties.text("Helicone-Session-Id"))
        .feature(properties.text("feature", "Feature"))
        .environment(properties.text("environment", "Environment"));
    for (String name : new String[] {"country_code", "request_path", "target_url"}) {
      String value = record.text(name);
      if (value != null) {
        call.attribute(name, value);
      }
    }
  }
}
