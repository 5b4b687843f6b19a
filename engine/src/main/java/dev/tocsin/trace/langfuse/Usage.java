package dev.tocsin.trace.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.Event;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.TokenSums;
import dev.tocsin.trace.record.Tokens;
import java.util.Map;

/**
 * The tokens of an observation. What writes to Langfuse names them each in its own way: parts
 * beside the input ({@code input_cached_tokens}, {@code cache_read_input_tokens}) or within it
 * ({@code prompt_details.cache_read}), which {@link TokenSums} finds out from the total.
 */
final class Usage {
  private static final String TOKENS = "TOKENS";
  private static final String[] INPUT = {"input", "prompt_tokens", "input_tokens", "promptTokens"};
  private static final String[] OUTPUT = {
    "output", "completion_tokens", "output_tokens", "completionTokens"
  };
  private static final String[] TOTAL = {"total", "total_tokens", "totalTokens"};
  private static final String[] CACHED = {
    "input_cached_tokens",
    "input_cache_read",
    "cache_read_input_tokens",
    "input_cache_read_tokens",
    "prompt_details.cache_read",
    "prompt_tokens_details.cached_tokens",
    "input_token_details.cache_read",
  };
  private static final String[] CACHE_WRITE = {
    "cache_creation_input_tokens",
    "input_cache_creation",
    "input_cache_write",
    "input_cache_creation_tokens",
    "prompt_details.cache_write",
    "input_token_details.cache_creation",
  };
  private static final String[] REASONING = {
    "output_reasoning_tokens",
    "output_reasoning",
    "completion_details.reasoning",
    "completion_tokens_details.reasoning_tokens",
    "output_token_details.reasoning",
  };
  private static final String[] AUDIO_INPUT = {
    "input_audio_tokens", "input_audio", "prompt_details.audio", "input_token_details.audio",
  };
  private static final String[] AUDIO_OUTPUT = {
    "output_audio_tokens", "output_audio", "completion_details.audio", "output_token_details.audio",
  };

  private Usage() {}

  static Tokens of(Fields observation) throws BadEventException {
    Fields usage = usage(observation);
    if (usage.node().isEmpty()) {
      return Tokens.UNKNOWN;
    }
    boolean within = isWithin(usage);
    long cached = usage.count(CACHED);
    long cacheWrite = cacheWrite(usage);
    long reasoning = usage.count(REASONING);
    long audioInput = usage.count(AUDIO_INPUT);
    long audioOutput = usage.count(AUDIO_OUTPUT);
    TokenSums sums =
        new TokenSums(
                usage.count(INPUT),
                TokenSums.known(cached) + TokenSums.known(cacheWrite) + TokenSums.known(audioInput),
                usage.count(OUTPUT),
                TokenSums.known(reasoning) + TokenSums.known(audioOutput),
                usage.count(TOTAL))
            .withParts(within, within);
    return new Tokens(
        sums.input(), sums.output(), cached, cacheWrite, reasoning, audioInput, audioOutput);
  }

  static long total(Fields observation) throws BadEventException {
    return usage(observation).count(TOTAL);
  }

  private static Fields usage(Fields observation) throws BadEventException {
    Fields details = observation.object("usageDetails", "usage_details").flat();
    if (!details.node().isEmpty()) {
      return details;
    }
    Fields usage = observation.object("usage").flat();
    String unit = usage.text("unit");
    return unit == null || unit.equals(TOKENS) ? usage : Fields.none();
  }

  /** OpenInference and OpenAI count parts within the whole; their names have a dot. */
  private static boolean isWithin(Fields usage) {
    for (Map.Entry<String, JsonNode> each : usage.node().properties()) {
      if (each.getKey().contains("_details.")) {
        return true;
      }
    }
    return false;
  }

  private static long cacheWrite(Fields usage) throws BadEventException {
    long all = usage.count(CACHE_WRITE);
    long fiveMinutes = usage.count("input_cache_creation_5m", "cache_creation_5m_input_tokens");
    long anHour = usage.count("input_cache_creation_1h", "cache_creation_1h_input_tokens");
    return all != Event.UNKNOWN || (fiveMinutes == Event.UNKNOWN && anHour == Event.UNKNOWN)
        ? all
        : TokenSums.known(fiveMinutes) + TokenSums.known(anHour);
  }
}
