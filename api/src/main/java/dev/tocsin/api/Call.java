package dev.tocsin.api;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call of a language model, as it ended. What is not known is absent: null, or {@link #UNKNOWN}
 * for numbers. Immutable; built by {@link #at}.
 */
public final class Call implements Event {
  private final long timeNanos;
  private final Status status;
  private final @Nullable String id;
  private final long startNanos;
  private final @Nullable String operation;
  private final @Nullable String model;
  private final @Nullable String provider;
  private final @Nullable String user;
  private final @Nullable String feature;
  private final @Nullable String environment;
  private final @Nullable String session;
  private final @Nullable String trace;
  private final @Nullable String parent;
  private final @Nullable String prompt;
  private final @Nullable String promptVersion;
  private final @Nullable String promptLabel;
  private final long inputTokens;
  private final long outputTokens;
  private final long cachedTokens;
  private final long cacheWriteTokens;
  private final long reasoningTokens;
  private final long audioInputTokens;
  private final long audioOutputTokens;
  private final @Nullable String serviceTier;
  private final @Nullable Boolean batch;
  private final long latencyMicros;
  private final long ttftMicros;
  private final @Nullable String error;
  private final @Nullable String finishReason;
  private final long retries;
  private final @Nullable Boolean cacheHit;
  private final long costNanoDollars;
  private final @Nullable String feedback;
  private final @Nullable Boolean taskCompleted;
  private final @Nullable String input;
  private final @Nullable String output;
  private final @Nullable String reference;
  private final List<String> tags;
  private final List<String> context;
  private final Scores scores;
  private final Map<String, Object> attributes;

  Call(CallBuilder b) {
    timeNanos = b.timeNanos;
    status = b.status;
    id = b.id;
    startNanos = b.startNanos;
    operation = b.operation;
    model = b.model;
    provider = b.provider;
    user = b.user;
    feature = b.feature;
    environment = b.environment;
    session = b.session;
    trace = b.trace;
    parent = b.parent;
    prompt = b.prompt;
    promptVersion = b.promptVersion;
    promptLabel = b.promptLabel;
    inputTokens = b.inputTokens;
    outputTokens = b.outputTokens;
    cachedTokens = b.cachedTokens;
    cacheWriteTokens = b.cacheWriteTokens;
    reasoningTokens = b.reasoningTokens;
    audioInputTokens = b.audioInputTokens;
    audioOutputTokens = b.audioOutputTokens;
    serviceTier = b.serviceTier;
    batch = b.batch;
    latencyMicros = b.latencyMicros;
    ttftMicros = b.ttftMicros;
    error = b.error;
    finishReason = b.finishReason;
    retries = b.retries;
    cacheHit = b.cacheHit;
    costNanoDollars = b.costNanoDollars;
    feedback = b.feedback;
    taskCompleted = b.taskCompleted;
    input = b.input;
    output = b.output;
    reference = b.reference;
    tags = b.tags;
    context = b.context;
    scores = b.scores;
    attributes = b.attributes;
  }

  /** Starts a call that ended at the given instant. */
  public static CallBuilder at(Instant end) {
    return new CallBuilder(Instants.toNanos(end));
  }

  /** Starts a call that ended the given number of nanoseconds after the epoch. */
  public static CallBuilder atNanos(long end) {
    return new CallBuilder(end);
  }

  /** A builder that holds all that this call holds. */
  public CallBuilder toBuilder() {
    return toBuilder(timeNanos);
  }

  /** A builder that holds all that this call holds, but ended at another time. */
  public CallBuilder toBuilder(long end) {
    CallBuilder b = new CallBuilder(end);
    b.status = status;
    b.id = id;
    b.startNanos = startNanos;
    b.operation = operation;
    b.model = model;
    b.provider = provider;
    b.user = user;
    b.feature = feature;
    b.environment = environment;
    b.session = session;
    b.trace = trace;
    b.parent = parent;
    b.prompt = prompt;
    b.promptVersion = promptVersion;
    b.promptLabel = promptLabel;
    b.inputTokens = inputTokens;
    b.outputTokens = outputTokens;
    b.cachedTokens = cachedTokens;
    b.cacheWriteTokens = cacheWriteTokens;
    b.reasoningTokens = reasoningTokens;
    b.audioInputTokens = audioInputTokens;
    b.audioOutputTokens = audioOutputTokens;
    b.serviceTier = serviceTier;
    b.batch = batch;
    b.latencyMicros = latencyMicros;
    b.ttftMicros = ttftMicros;
    b.error = error;
    b.finishReason = finishReason;
    b.retries = retries;
    b.cacheHit = cacheHit;
    b.costNanoDollars = costNanoDollars;
    b.feedback = feedback;
    b.taskCompleted = taskCompleted;
    b.input = input;
    b.output = output;
    b.reference = reference;
    b.tags = tags;
    b.context = context;
    b.scores = scores;
    b.attributes = attributes;
    return b;
  }

  /** This call without the texts that were sent, received, retrieved and expected. */
  public Call withoutTexts() {
    if (input == null && output == null && reference == null && context.isEmpty()) {
      return this;
    }
    CallBuilder b = toBuilder().input(null).output(null).reference(null);
    b.context = List.of();
    return b.build();
  }

  /** This call with only those of its attributes that are named. */
  public Call withAttributes(Set<String> kept) {
    if (attributes.isEmpty() || kept.containsAll(attributes.keySet())) {
      return this;
    }
    Map<String, Object> left = new TreeMap<>(attributes);
    left.keySet().retainAll(kept);
    CallBuilder b = toBuilder();
    b.attributes = left.isEmpty() ? Map.of() : Collections.unmodifiableMap(left);
    return b.build();
  }

  @Override
  public long timeNanos() {
    return timeNanos;
  }

  /** How it ended; {@link Status#OK} unless said otherwise. */
  public Status status() {
    return status;
  }

  /**
   * Identifies the call; scores refer to it. A second call with the same id is a repeat and not
   * counted; or null if unknown.
   */
  public @Nullable String id() {
    return id;
  }

  /** When the call began, nanoseconds since the epoch; or {@link #UNKNOWN}. */
  public long startNanos() {
    return startNanos;
  }

  /** What was asked for: chat, embeddings, ...; or null if unknown. */
  public @Nullable String operation() {
    return operation;
  }

  /** The model as the provider names it; or null if unknown. */
  public @Nullable String model() {
    return model;
  }

  /** Who served the call; or null if unknown. */
  public @Nullable String provider() {
    return provider;
  }

  /** On whose behalf; or null if unknown. */
  public @Nullable String user() {
    return user;
  }

  /** Which part of the product; or null if unknown. */
  public @Nullable String feature() {
    return feature;
  }

  /** Prod, staging, ...; or null if unknown. */
  public @Nullable String environment() {
    return environment;
  }

  /** The conversation; or null if unknown. */
  public @Nullable String session() {
    return session;
  }

  /** The trace that the call is part of; or null if unknown. */
  public @Nullable String trace() {
    return trace;
  }

  /** The span or call above it; or null if unknown. */
  public @Nullable String parent() {
    return parent;
  }

  /** The name of the prompt template; or null if unknown. */
  public @Nullable String prompt() {
    return prompt;
  }

  /** The version of the prompt template; or null if unknown. */
  public @Nullable String promptVersion() {
    return promptVersion;
  }

  /** The label of the prompt template, as production; or null if unknown. */
  public @Nullable String promptLabel() {
    return promptLabel;
  }

  /** Tokens sent, cached ones included; or {@link #UNKNOWN}. */
  public long inputTokens() {
    return inputTokens;
  }

  /** Tokens received, reasoning included; or {@link #UNKNOWN}. */
  public long outputTokens() {
    return outputTokens;
  }

  /** Those of the input tokens that were read from a cache; or {@link #UNKNOWN}. */
  public long cachedTokens() {
    return cachedTokens;
  }

  /** Tokens written to a cache; or {@link #UNKNOWN}. */
  public long cacheWriteTokens() {
    return cacheWriteTokens;
  }

  /** Those of the output tokens that were reasoning; or {@link #UNKNOWN}. */
  public long reasoningTokens() {
    return reasoningTokens;
  }

  /** Those of the input tokens that were audio; or {@link #UNKNOWN}. */
  public long audioInputTokens() {
    return audioInputTokens;
  }

  /** Those of the output tokens that were audio; or {@link #UNKNOWN}. */
  public long audioOutputTokens() {
    return audioOutputTokens;
  }

  /** The provider's service tier; or null if unknown. */
  public @Nullable String serviceTier() {
    return serviceTier;
  }

  /** Whether it went through a batch interface; or null if unknown. */
  public @Nullable Boolean batch() {
    return batch;
  }

  /** From request to the last byte, microseconds; or {@link #UNKNOWN}. */
  public long latencyMicros() {
    return latencyMicros;
  }

  /** Time to first token, microseconds; or {@link #UNKNOWN}. */
  public long ttftMicros() {
    return ttftMicros;
  }

  /** What went wrong, in words or a code; or null if unknown. */
  public @Nullable String error() {
    return error;
  }

  /** Why the model stopped; or null if unknown. */
  public @Nullable String finishReason() {
    return finishReason;
  }

  /** Attempts after the first; or {@link #UNKNOWN}. */
  public long retries() {
    return retries;
  }

  /** Whether a response cache answered; or null if unknown. */
  public @Nullable Boolean cacheHit() {
    return cacheHit;
  }

  /** What the call cost, in nano-dollars (1e-9 USD); or {@link #UNKNOWN}. */
  public long costNanoDollars() {
    return costNanoDollars;
  }

  /** What the user said of it: up, down; or null if unknown. */
  public @Nullable String feedback() {
    return feedback;
  }

  /** Whether the call did what it was for; or null if unknown. */
  public @Nullable Boolean taskCompleted() {
    return taskCompleted;
  }

  /** The text sent; or null if unknown. */
  public @Nullable String input() {
    return input;
  }

  /** The text received; or null if unknown. */
  public @Nullable String output() {
    return output;
  }

  /** The right answer, where one is known; or null if unknown. */
  public @Nullable String reference() {
    return reference;
  }

  /** Free labels; empty if none. */
  public List<String> tags() {
    return tags;
  }

  /** The texts that were retrieved for the call; empty if none. */
  public List<String> context() {
    return context;
  }

  /** Scores that came with the call, in billionths, in the order of their names; empty if none. */
  public Map<String, Long> scores() {
    return scores.asMap();
  }

  /** The score of a name in billionths, or {@link #UNKNOWN}. Allocates nothing. */
  public long scoreBillionths(String name) {
    return scores.value(name);
  }

  /** How many scores came with the call. */
  public int scoreCount() {
    return scores.size();
  }

  /** The name of one of them, in alphabetical order from 0 to {@link #scoreCount} - 1. */
  public String scoreName(int at) {
    return scores.name(at);
  }

  /** The value of one of them, in billionths; as {@link #scoreName}. */
  public long scoreBillionths(int at) {
    return scores.value(at);
  }

  /**
   * Everything else that the host or the trace said of the call: strings, booleans, numbers
   * (BigDecimal), by name; empty if none.
   */
  public Map<String, Object> attributes() {
    return attributes;
  }

  @Override
  public String toString() {
    return "Call[" + time() + ", id=" + id + ", model=" + model + ", " + status + "]";
  }
}
