package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that every call may have, with what an author needs to know of them. */
final class BuiltInFields {
  static final Map<String, Field> BY_NAME = new LinkedHashMap<>();
  static final List<FieldDescription> DESCRIPTIONS = new ArrayList<>();

  static {
    text("id", CallText.ID, "identifies the call; scores refer to it", "id == \"c-1\"");
    text("operation", CallText.OPERATION, "what was asked for", "operation == \"embeddings\"");
    text("model", CallText.MODEL, "the model as the provider names it", "model like \"gpt-4*\"");
    text(
        "provider",
        CallText.PROVIDER,
        "who served the call",
        "provider in (\"openai\", \"azure\")");
    text("user", CallText.USER, "on whose behalf", "user != \"load-test\"");
    text("feature", CallText.FEATURE, "which part of the product", "feature == \"search\"");
    text("environment", CallText.ENVIRONMENT, "where it ran", "environment == \"prod\"");
    text("session", CallText.SESSION, "the conversation", "session like \"demo-*\"");
    text("trace", CallText.TRACE, "the trace that the call is part of", "trace == \"t-1\"");
    text("parent", CallText.PARENT, "the span or call above it", "parent == \"c-0\"");
    text("prompt", CallText.PROMPT, "the name of the prompt template", "prompt == \"support\"");
    text(
        "prompt_version",
        CallText.PROMPT_VERSION,
        "the version of the prompt template",
        "prompt_version =~ \"v[78]\"");
    text(
        "prompt_label",
        CallText.PROMPT_LABEL,
        "the label of the prompt template",
        "prompt_label == \"production\"");
    text(
        "service_tier",
        CallText.SERVICE_TIER,
        "the provider's service tier",
        "service_tier == \"flex\"");
    text("status", CallText.STATUS, "how it ended: ok, error or timeout", "status != \"ok\"");
    text(
        "error",
        CallText.ERROR,
        "what went wrong, in words or a code",
        "error =~ \"(?i).*quota.*\"");
    text(
        "finish_reason",
        CallText.FINISH_REASON,
        "why the model stopped",
        "finish_reason == \"length\"");
    text(
        "feedback",
        CallText.FEEDBACK,
        "what the user said of it: up, down",
        "feedback == \"down\"");
    number(
        "latency",
        Unit.DURATION,
        CallNumber.LATENCY,
        "from request to the last byte",
        "latency > 2s");
    number("ttft", Unit.DURATION, CallNumber.TTFT, "time to the first token", "ttft > 500ms");
    number(
        "input_tokens",
        Unit.TOKENS,
        CallNumber.INPUT_TOKENS,
        "tokens sent, cached ones included",
        "input_tokens + output_tokens > 10k");
    number(
        "output_tokens",
        Unit.TOKENS,
        CallNumber.OUTPUT_TOKENS,
        "tokens received, reasoning included",
        "output_tokens > input_tokens");
    number(
        "cached_tokens",
        Unit.TOKENS,
        CallNumber.CACHED_TOKENS,
        "input tokens read from the provider's cache",
        "cached_tokens / input_tokens < 10%");
    number(
        "cache_write_tokens",
        Unit.TOKENS,
        CallNumber.CACHE_WRITE_TOKENS,
        "input tokens written to the provider's cache",
        "cache_write_tokens > 0");
    number(
        "reasoning_tokens",
        Unit.TOKENS,
        CallNumber.REASONING_TOKENS,
        "output tokens that were reasoning",
        "reasoning_tokens > 0.5 * output_tokens");
    number(
        "audio_input_tokens",
        Unit.TOKENS,
        CallNumber.AUDIO_INPUT_TOKENS,
        "input tokens that were audio",
        "audio_input_tokens > 0");
    number(
        "audio_output_tokens",
        Unit.TOKENS,
        CallNumber.AUDIO_OUTPUT_TOKENS,
        "output tokens that were audio",
        "audio_output_tokens > 0");
    number(
        "retries", Unit.COUNT, CallNumber.RETRIES, "attempts after the first", "retries in (2, 3)");
    BY_NAME.put("cost", new Field.Number("cost", Unit.MONEY, false, CallNumber.COST));
    describe(
        "cost",
        FieldKind.NUMBER,
        Optional.of(Unit.MONEY),
        "what it cost: as recorded, else by the price list",
        "cost > $0.50");
    flag("batch", Call::batch, "whether it went through a batch interface", "batch");
    flag("cache_hit", Call::cacheHit, "whether a response cache answered", "not cache_hit");
    flag(
        "task_completed",
        Call::taskCompleted,
        "whether the call did what it was for",
        "task_completed == false");
    describe(
        Fields.SCORE + "NAME",
        FieldKind.NUMBER,
        Optional.of(Unit.NUMBER),
        "a score of the call, usually between 0 and 1",
        "score.answer_relevance < 70%");
    describe(
        Fields.ATTRIBUTE + "NAME",
        FieldKind.ANY,
        Optional.empty(),
        "an attribute of the call, or a label of the measure",
        "attr.region in (\"eu\", \"us\")");
    describe(
        Fields.MEASURE + "NAME",
        FieldKind.NUMBER,
        Optional.of(Unit.NUMBER),
        "a measure; an aggregate that names one sees only measures of this name",
        "measure.queue_depth > 10");
  }

  private BuiltInFields() {}

  private static void text(String name, CallText reader, String meaning, String example) {
    BY_NAME.put(name, new Field.Text(name, reader));
    describe(name, FieldKind.TEXT, Optional.empty(), meaning, example);
  }

  private static void number(
      String name, Unit unit, CallNumber reader, String meaning, String example) {
    BY_NAME.put(name, new Field.Number(name, unit, false, reader));
    describe(name, FieldKind.NUMBER, Optional.of(unit), meaning, example);
  }

  private static void flag(
      String name, Function<Call, @Nullable Boolean> reader, String meaning, String example) {
    BY_NAME.put(
        name,
        new Field.Flag(
            name,
            event -> {
              Call call = event.call();
              return call == null ? null : reader.apply(call);
            }));
    describe(name, FieldKind.FLAG, Optional.empty(), meaning, example);
  }

  private static void describe(
      String name, FieldKind kind, Optional<Unit> unit, String meaning, String example) {
    DESCRIPTIONS.add(new FieldDescription(name, kind, unit, meaning, example));
  }
}
