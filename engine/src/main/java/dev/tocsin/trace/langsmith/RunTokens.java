package dev.tocsin.trace.langsmith;

import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.trace.document.TokenCounts;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import java.util.List;

/** The tokens and costs of a run, wherever its tracer or the server put them. */
final class RunTokens {
  private static final int NANO_DIGITS = 9;

  private RunTokens() {}

  /** A total of the server, which writes 0 where it counted nothing. */
  static long total(Value value) throws UnfitException {
    long count = value.count();
    return count == 0 ? Event.UNKNOWN : count;
  }

  static void to(CallBuilder call, Value run) throws UnfitException {
    Value usage = usage(run);
    Value sent =
        usage.get(
            "input_token_details",
            "input_tokens_details",
            "prompt_tokens_details",
            "prompt_token_details");
    Value received =
        usage.get(
            "output_token_details",
            "output_tokens_details",
            "completion_tokens_details",
            "completion_token_details");
    call.audioInputTokens(sent.get("audio", "audio_tokens").count())
        .audioOutputTokens(received.get("audio", "audio_tokens").count())
        .costNanoDollars(cost(usage, run));
    if (!usage.get("cache_read_input_tokens", "cache_creation_input_tokens").absent()) {
      ofAnthropic(usage).to(call);
      return;
    }
    new TokenCounts(
            agreed(usage.get("input_tokens", "prompt_tokens"), run.get("prompt_tokens")),
            agreed(usage.get("output_tokens", "completion_tokens"), run.get("completion_tokens")),
            sent.get("cache_read", "cached_tokens").count(),
            sent.get("cache_creation", "cache_write").count(),
            received.get("reasoning", "reasoning_tokens").count(),
            agreed(usage.get("total_tokens"), run.get("total_tokens")))
        .inclusive()
        .to(call);
  }

  /** Usage as Anthropic itself writes it. */
  private static TokenCounts ofAnthropic(Value usage) throws UnfitException {
    return new TokenCounts(
            usage.get("input_tokens").count(),
            usage.get("output_tokens").count(),
            usage.get("cache_read_input_tokens").count(),
            usage.get("cache_creation_input_tokens").count(),
            Event.UNKNOWN,
            Event.UNKNOWN)
        .cachedBeside();
  }

  private static Value usage(Value run) {
    Value outputs = run.get("outputs").parsed();
    Value message = RunCall.firstGeneration(outputs).get("message");
    List<Value> places =
        List.of(
            outputs.get("usage_metadata"),
            run.get("extra").parsed().get("metadata").parsed().get("usage_metadata"),
            message.get("kwargs").get("usage_metadata"),
            message.get("usage_metadata"),
            outputs.get("usage"),
            outputs.get("llm_output").get("token_usage", "usage"));
    for (Value place : places) {
      if (place.isObject()) {
        return place;
      }
    }
    return run;
  }

  /** What the tracer counted; what the server made of it must be the same. */
  private static long agreed(Value own, Value server) throws UnfitException {
    long counted = own.equals(server) ? total(own) : own.count();
    long served = total(server);
    if (counted != Event.UNKNOWN && served != Event.UNKNOWN && counted != served) {
      throw new UnfitException(
          "%s is %d, but %s is %d".formatted(own.field(), counted, server.field(), served));
    }
    return counted == Event.UNKNOWN ? served : counted;
  }

  private static long cost(Value usage, Value run) throws UnfitException {
    long own = usage.get("total_cost").amount(NANO_DIGITS);
    long served = run.get("total_cost").amount(NANO_DIGITS);
    boolean counted = total(run.get("total_tokens")) != Event.UNKNOWN;
    if (own != Event.UNKNOWN && (own != 0 || counted)) {
      return own;
    }
    return served == 0 && !counted ? Event.UNKNOWN : served;
  }
}
