package dev.tocsin.testkit.field;

import dev.tocsin.api.CallBuilder;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the fields of calls that a test names, or says what may have been meant. */
public final class CallFields {
  private static final String STATUS = "status";
  private static final String SCORE = "score.";
  private static final String MEASURE = "measure.";

  private final Map<String, CallField> known = new HashMap<>();
  private final Set<String> scores;
  private final Diagnostics diagnostics;

  /**
   * @param scores names that need no {@code score.} before them
   * @param diagnostics takes the problems
   */
  public CallFields(Set<String> scores, Diagnostics diagnostics) {
    this.scores = Set.copyOf(scores);
    this.diagnostics = diagnostics;
    texts();
    numbers();
    Stream.of(
            new CallField.Flag("batch", CallBuilder::batch),
            new CallField.Flag("cache_hit", CallBuilder::cacheHit),
            new CallField.Flag("task_completed", CallBuilder::taskCompleted),
            new CallField.Ended(STATUS))
        .forEach(field -> known.put(field.name(), field));
  }

  private void texts() {
    text("id", CallBuilder::id);
    text("operation", CallBuilder::operation);
    text("model", CallBuilder::model);
    text("provider", CallBuilder::provider);
    text("user", CallBuilder::user);
    text("feature", CallBuilder::feature);
    text("environment", CallBuilder::environment);
    text("session", CallBuilder::session);
    text("trace", CallBuilder::trace);
    text("parent", CallBuilder::parent);
    text("prompt", CallBuilder::prompt);
    text("prompt_version", CallBuilder::promptVersion);
    text("prompt_label", CallBuilder::promptLabel);
    text("service_tier", CallBuilder::serviceTier);
    text("error", CallBuilder::error);
    text("finish_reason", CallBuilder::finishReason);
    text("feedback", CallBuilder::feedback);
    text("input", CallBuilder::input);
    text("output", CallBuilder::output);
    text("reference", CallBuilder::reference);
  }

  private void numbers() {
    number("latency", CallBuilder::latencyMicros);
    number("ttft", CallBuilder::ttftMicros);
    number("input_tokens", CallBuilder::inputTokens);
    number("output_tokens", CallBuilder::outputTokens);
    number("cached_tokens", CallBuilder::cachedTokens);
    number("cache_write_tokens", CallBuilder::cacheWriteTokens);
    number("reasoning_tokens", CallBuilder::reasoningTokens);
    number("audio_input_tokens", CallBuilder::audioInputTokens);
    number("audio_output_tokens", CallBuilder::audioOutputTokens);
    number("retries", CallBuilder::retries);
    number("cost", CallBuilder::costNanoDollars);
  }

  private void text(String name, CallField.Setter<String> setter) {
    known.put(name, new CallField.Text(name, setter));
  }

  private void number(String name, CallField.Setter<Long> setter) {
    if (Fields.named(name).orElseThrow() instanceof Field.Number field) {
      known.put(name, new CallField.OfNumber(field, setter));
    }
  }

  /** The field of a name; empty where there is none, which is reported. */
  public Optional<CallField> named(Located<String> name, List<String> besides) {
    Optional<CallField> field = find(name.value());
    if (field.isEmpty()) {
      Set<String> names = new TreeSet<>(known.keySet());
      names.addAll(scores);
      names.addAll(besides);
      diagnostics.error(
          Code.UNKNOWN_FIELD,
          name.span(),
          "no field '" + name.value() + "' in a call",
          name.value().startsWith(MEASURE)
              ? Optional.of("measures are events of their own: measure: {name: ..., value: ...}")
              : Suggestions.nearest(name.value(), names)
                  .or(
                      () ->
                          Optional.of(
                              "scores are 'score.%s', attributes 'attr.%s'"
                                  .formatted(name.value(), name.value()))));
    }
    return field;
  }

  /** The field of a name, if there is one. */
  public Optional<CallField> find(String name) {
    CallField field = known.get(name);
    if (field != null) {
      return Optional.of(field);
    }
    Optional<Field> other = Fields.named(name);
    if (other.isPresent()) {
      return other.flatMap(CallFields::free);
    }
    return scores.contains(name)
        ? Optional.of(new CallField.OfScore(name, name))
        : Optional.empty();
  }

  private static Optional<CallField> free(Field field) {
    if (field instanceof Field.Attribute attribute) {
      return Optional.of(new CallField.Attribute(attribute.name(), attribute.key()));
    }
    return field.name().startsWith(SCORE)
        ? Optional.of(new CallField.OfScore(field.name(), field.name().substring(SCORE.length())))
        : Optional.empty();
  }
}
