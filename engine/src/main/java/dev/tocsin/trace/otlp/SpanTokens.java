package dev.tocsin.trace.otlp;

import dev.tocsin.api.Event;
import dev.tocsin.trace.document.TokenCounts;
import dev.tocsin.trace.document.UnfitException;

/** The tokens of a span, under the names of all generations. */
final class SpanTokens {
  private SpanTokens() {}

  static long input(Attributes span) throws UnfitException {
    return either(
        span.count(
            "gen_ai.usage.input_tokens",
            "gen_ai.usage.prompt_tokens",
            "llm.usage.prompt_tokens",
            "llm.token_count.prompt"),
        span,
        "ai.usage.inputTokens",
        "ai.usage.promptTokens",
        "ai.usage.tokens");
  }

  static long output(Attributes span) throws UnfitException {
    return either(
        span.count(
            "gen_ai.usage.output_tokens",
            "gen_ai.usage.completion_tokens",
            "llm.usage.completion_tokens",
            "llm.token_count.completion"),
        span,
        "ai.usage.outputTokens",
        "ai.usage.completionTokens");
  }

  static TokenCounts of(Attributes span) throws UnfitException {
    long cached =
        either(
            span.count(
                "gen_ai.usage.cache_read.input_tokens",
                "gen_ai.usage.cache_read_input_tokens",
                "llm.usage.cache_read_input_tokens",
                "llm.token_count.prompt_details.cache_read"),
            span,
            "ai.usage.cachedInputTokens");
    long written =
        span.count(
            "gen_ai.usage.cache_write.input_tokens",
            "gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.cache_creation_input_tokens",
            "llm.usage.cache_creation_input_tokens",
            "llm.token_count.prompt_details.cache_write");
    long reasoning =
        either(
            span.count(
                "gen_ai.usage.reasoning.output_tokens",
                "gen_ai.usage.reasoning_tokens",
                "llm.usage.reasoning_tokens",
                "llm.token_count.completion_details.reasoning"),
            span,
            "ai.usage.reasoningTokens");
    long total =
        either(
            span.count(
                "gen_ai.usage.total_tokens", "llm.usage.total_tokens", "llm.token_count.total"),
            span,
            "ai.usage.totalTokens");
    return new TokenCounts(input(span), output(span), cached, written, reasoning, total)
        .inclusive();
  }

  static long audioInput(Attributes span) throws UnfitException {
    return span.count("gen_ai.usage.audio.input_tokens", "llm.token_count.prompt_details.audio");
  }

  static long audioOutput(Attributes span) throws UnfitException {
    return span.count(
        "gen_ai.usage.audio.output_tokens", "llm.token_count.completion_details.audio");
  }

  /** The Vercel AI SDK says the same in its own words; they count where the others are silent. */
  private static long either(long count, Attributes span, String... own) throws UnfitException {
    return count == Event.UNKNOWN ? span.get(own).count() : count;
  }
}
