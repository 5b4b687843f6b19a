package dev.tocsin.api;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is known of one {@link Call}. Every setter may be left out and takes null as "not
 * known" unless it says otherwise. Numbers that count must not be negative. Not thread-safe; used
 * up by {@link #build}.
 */
public final class CallBuilder {
  final long timeNanos;
  Status status = Status.OK;
  @Nullable String id;
  long startNanos = Event.UNKNOWN;
  @Nullable String operation;
  @Nullable String model;
  @Nullable String provider;
  @Nullable String user;
  @Nullable String feature;
  @Nullable String environment;
  @Nullable String session;
  @Nullable String trace;
  @Nullable String parent;
  @Nullable String prompt;
  @Nullable String promptVersion;
  @Nullable String promptLabel;
  long inputTokens = Event.UNKNOWN;
  long outputTokens = Event.UNKNOWN;
  long cachedTokens = Event.UNKNOWN;
  long cacheWriteTokens = Event.UNKNOWN;
  long reasoningTokens = Event.UNKNOWN;
  long audioInputTokens = Event.UNKNOWN;
  long audioOutputTokens = Event.UNKNOWN;
  @Nullable String serviceTier;
  @Nullable Boolean batch;
  long latencyMicros = Event.UNKNOWN;
  long ttftMicros = Event.UNKNOWN;
  @Nullable String error;
  @Nullable String finishReason;
  long retries = Event.UNKNOWN;
  @Nullable Boolean cacheHit;
  long costNanoDollars = Event.UNKNOWN;
  @Nullable String feedback;
  @Nullable Boolean taskCompleted;
  @Nullable String input;
  @Nullable String output;
  @Nullable String reference;
  List<String> tags = List.of();
  List<String> context = List.of();
  Scores scores = Scores.NONE;
  Map<String, Object> attributes = Map.of();

  // Most calls have none of these, so each is made when the first is set.
  private @Nullable List<String> addedTags;
  private @Nullable List<String> addedContext;
  private @Nullable Map<String, Long> addedScores;
  private @Nullable TreeMap<String, Object> addedAttributes;

  CallBuilder(long timeNanos) {
    this.timeNanos = timeNanos;
  }

  /** How the call ended. */
  public CallBuilder status(Status value) {
    status = requireNonNull(value, "status");
    return this;
  }

  /**
   * Identifies the call; scores refer to it. A second call with the same id is a repeat and not
   * counted.
   */
  public CallBuilder id(@Nullable String value) {
    id = value;
    return this;
  }

  /** When the call began, nanoseconds since the epoch. */
  public CallBuilder startNanos(long value) {
    startNanos = value;
    return this;
  }

  /** What was asked for: chat, embeddings, .... */
  public CallBuilder operation(@Nullable String value) {
    operation = value;
    return this;
  }

  /** The model as the provider names it. */
  public CallBuilder model(@Nullable String value) {
    model = value;
    return this;
  }

  /** Who served the call. */
  public CallBuilder provider(@Nullable String value) {
    provider = value;
    return this;
  }

  /** On whose behalf. */
  public CallBuilder user(@Nullable String value) {
    user = value;
    return this;
  }

  /** Which part of the product. */
  public CallBuilder feature(@Nullable String value) {
    feature = value;
    return this;
  }

  /** Prod, staging, .... */
  public CallBuilder environment(@Nullable String value) {
    environment = value;
    return this;
  }

  /** The conversation. */
  public CallBuilder session(@Nullable String value) {
    session = value;
    return this;
  }

  /** The trace that the call is part of. */
  public CallBuilder trace(@Nullable String value) {
    trace = value;
    return this;
  }

  /** The span or call above it. */
  public CallBuilder parent(@Nullable String value) {
    parent = value;
    return this;
  }

  /** The name of the prompt template. */
  public CallBuilder prompt(@Nullable String value) {
    prompt = value;
    return this;
  }

  /** The version of the prompt template. */
  public CallBuilder promptVersion(@Nullable String value) {
    promptVersion = value;
    return this;
  }

  /** The label of the prompt template, as production. */
  public CallBuilder promptLabel(@Nullable String value) {
    promptLabel = value;
    return this;
  }

  /** Tokens sent, cached ones included. */
  public CallBuilder inputTokens(long value) {
    inputTokens = notNegative("inputTokens", value);
    return this;
  }

  /** Tokens received, reasoning included. */
  public CallBuilder outputTokens(long value) {
    outputTokens = notNegative("outputTokens", value);
    return this;
  }

  /** Those of the input tokens that were read from a cache. */
  public CallBuilder cachedTokens(long value) {
    cachedTokens = notNegative("cachedTokens", value);
    return this;
  }

  /** Tokens written to a cache. */
  public CallBuilder cacheWriteTokens(long value) {
    cacheWriteTokens = notNegative("cacheWriteTokens", value);
    return this;
  }

  /** Those of the output tokens that were reasoning. */
  public CallBuilder reasoningTokens(long value) {
    reasoningTokens = notNegative("reasoningTokens", value);
    return this;
  }

  /** Those of the input tokens that were audio. */
  public CallBuilder audioInputTokens(long value) {
    audioInputTokens = notNegative("audioInputTokens", value);
    return this;
  }

  /** Those of the output tokens that were audio. */
  public CallBuilder audioOutputTokens(long value) {
    audioOutputTokens = notNegative("audioOutputTokens", value);
    return this;
  }

  /** The provider's service tier. */
  public CallBuilder serviceTier(@Nullable String value) {
    serviceTier = value;
    return this;
  }

  /** Whether it went through a batch interface. */
  public CallBuilder batch(@Nullable Boolean value) {
    batch = value;
    return this;
  }

  /** From request to the last byte, microseconds. */
  public CallBuilder latencyMicros(long value) {
    latencyMicros = notNegative("latency", value);
    return this;
  }

  /** From request to the last byte; cut to whole microseconds. */
  public CallBuilder latency(Duration value) {
    return latencyMicros(Math.floorDiv(value.toNanos(), 1_000L));
  }

  /** Time to first token, microseconds. */
  public CallBuilder ttftMicros(long value) {
    ttftMicros = notNegative("ttft", value);
    return this;
  }

  /** Time to first token; cut to whole microseconds. */
  public CallBuilder ttft(Duration value) {
    return ttftMicros(Math.floorDiv(value.toNanos(), 1_000L));
  }

  /** What went wrong, in words or a code. */
  public CallBuilder error(@Nullable String value) {
    error = value;
    return this;
  }

  /** Why the model stopped. */
  public CallBuilder finishReason(@Nullable String value) {
    finishReason = value;
    return this;
  }

  /** Attempts after the first. */
  public CallBuilder retries(long value) {
    retries = notNegative("retries", value);
    return this;
  }

  /** Whether a response cache answered. */
  public CallBuilder cacheHit(@Nullable Boolean value) {
    cacheHit = value;
    return this;
  }

  /** What the call cost, in nano-dollars (1e-9 USD). */
  public CallBuilder costNanoDollars(long value) {
    costNanoDollars = notNegative("cost", value);
    return this;
  }

  /** What the call cost, rounded half-even to whole nano-dollars. */
  public CallBuilder costUsd(BigDecimal dollars) {
    return costNanoDollars(Decimals.scaled(dollars, 9));
  }

  /** What the user said of it: up, down. */
  public CallBuilder feedback(@Nullable String value) {
    feedback = value;
    return this;
  }

  /** Whether the call did what it was for. */
  public CallBuilder taskCompleted(@Nullable Boolean value) {
    taskCompleted = value;
    return this;
  }

  /** The text sent. */
  public CallBuilder input(@Nullable String value) {
    input = value;
    return this;
  }

  /** The text received. */
  public CallBuilder output(@Nullable String value) {
    output = value;
    return this;
  }

  /** The right answer, where one is known. */
  public CallBuilder reference(@Nullable String value) {
    reference = value;
    return this;
  }

  /** Adds a free label. */
  public CallBuilder tag(String tag) {
    addedTags = added(addedTags, tags);
    addedTags.add(tag);
    return this;
  }

  /** Adds a text that was retrieved for the call. */
  public CallBuilder context(String text) {
    addedContext = added(addedContext, context);
    addedContext.add(text);
    return this;
  }

  /** Sets a score by name; rounded half-even to billionths. */
  public CallBuilder score(String name, BigDecimal value) {
    return scoreBillionths(name, Decimals.scaled(value, 9));
  }

  /** Sets a score by name; rounded half-even to billionths. Must be finite. */
  public CallBuilder score(String name, double value) {
    return score(name, BigDecimal.valueOf(value));
  }

  /** Sets a score by name, in billionths. */
  public CallBuilder scoreBillionths(String name, long value) {
    if (addedScores == null) {
      addedScores = new HashMap<>();
    }
    addedScores.put(name, value);
    return this;
  }

  /** Takes a score away, where there is one. */
  public CallBuilder withoutScore(String name) {
    if (addedScores != null) {
      addedScores.remove(name);
    }
    scores = scores.without(name);
    return this;
  }

  /**
   * Sets an attribute: a string, a boolean or a number. Numbers of every kind are kept as {@link
   * BigDecimal}, so that equal numbers are equal attributes; a number that is not finite is left
   * out, anything else is kept as its text.
   */
  public CallBuilder attribute(String name, Object value) {
    if (value instanceof BigDecimal || value instanceof String || value instanceof Boolean) {
      put(name, value);
    } else if (value instanceof Double || value instanceof Float) {
      if (Double.isFinite(((Number) value).doubleValue())) {
        put(name, new BigDecimal(value.toString()));
      }
    } else if (value instanceof BigInteger
        || value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      put(name, new BigDecimal(value.toString()));
    } else {
      put(name, value.toString());
    }
    return this;
  }

  /** The call. */
  public Call build() {
    if (addedTags != null) {
      tags = List.copyOf(addedTags);
    }
    if (addedContext != null) {
      context = List.copyOf(addedContext);
    }
    if (addedScores != null) {
      scores = scores.with(addedScores);
      addedScores = null;
    }
    if (addedAttributes != null) {
      attributes = Collections.unmodifiableMap(addedAttributes);
      addedAttributes = null; // it is the call's now; what is set from here on goes into a copy
    }
    return new Call(this);
  }

  private void put(String name, Object value) {
    if (addedAttributes == null) {
      addedAttributes = new TreeMap<>(attributes);
    }
    addedAttributes.put(name, value);
  }

  private static List<String> added(@Nullable List<String> list, List<String> before) {
    return list == null ? new ArrayList<>(before) : list;
  }

  private static long notNegative(String what, long value) {
    if (value < 0 && value != Event.UNKNOWN) {
      throw new IllegalArgumentException(what + " must not be negative: " + value);
    }
    return value;
  }
}
