package dev.tocsin.trace.litellm;

import dev.tocsin.api.Event;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.TokenSums;
import dev.tocsin.trace.record.Tokens;

/**
 * The tokens of a call: its columns, and the parts of them in the usage that the provider told.
 * LiteLLM counts parts within the whole.
 */
final class LiteLlmUsage {
  private LiteLlmUsage() {}

  static Tokens of(Fields record, Fields metadata) throws BadEventException {
    Fields usage = usage(record, metadata);
    Fields more = metadata.objectIfAny("additional_usage_values");
    Fields prompt = usage.objectIfAny("prompt_tokens_details", "input_tokens_details");
    Fields completion = usage.objectIfAny("completion_tokens_details", "output_tokens_details");
    long cached =
        either(
            prompt.count("cached_tokens"),
            either(usage.count("cache_read_input_tokens"), more.count("cache_read_input_tokens")));
    long cacheWrite =
        either(
            usage.count("cache_creation_input_tokens"),
            either(
                more.count("cache_creation_input_tokens"), prompt.count("cache_creation_tokens")));
    long reasoning = completion.count("reasoning_tokens");
    long input = record.count("prompt_tokens");
    long output = record.count("completion_tokens");
    TokenSums sums =
        new TokenSums(
                either(input, usage.count("prompt_tokens", "input_tokens")),
                TokenSums.known(cached) + TokenSums.known(cacheWrite),
                either(output, usage.count("completion_tokens", "output_tokens")),
                TokenSums.known(reasoning),
                either(record.count("total_tokens"), usage.count("total_tokens")))
            .withParts(true, true);
    return new Tokens(
        sums.input(),
        sums.output(),
        cached,
        cacheWrite,
        reasoning,
        prompt.count("audio_tokens"),
        completion.count("audio_tokens"));
  }

  private static Fields usage(Fields record, Fields metadata) {
    Fields told = metadata.objectIfAny("usage_object");
    if (told.node().isEmpty()) {
      told = record.objectIfAny("hidden_params").objectIfAny("usage_object");
    }
    return told.node().isEmpty() ? record.objectIfAny("response").objectIfAny("usage") : told;
  }

  private static long either(long first, long second) {
    return first == Event.UNKNOWN ? second : first;
  }
}
