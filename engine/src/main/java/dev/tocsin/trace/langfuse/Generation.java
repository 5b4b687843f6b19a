package dev.tocsin.trace.langfuse;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.CallTimes;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.ProviderName;
import dev.tocsin.trace.record.Times;
import org.jspecify.annotations.Nullable;

/** An observation that is a model call. */
final class Generation {
  /** Langfuse keeps its times in UTC; exports from its database leave the zone out. */
  static final Times TIMES = new Times(true, Times.Numbers.NONE);

  private final boolean texts;

  Generation(boolean texts) {
    this.texts = texts;
  }

  boolean hasEnded(Fields observation) {
    return observation.first("endTime", "end_time") != null;
  }

  Call call(Fields observation, Fields trace) throws BadEventException {
    Fields metadata = observation.objectIfAny("metadata");
    Fields spanAttributes = metadata.objectIfAny("attributes");
    CallBuilder call = times(observation).call();
    call.id(observation.text("id"))
        .trace(observation.text("traceId", "trace_id"))
        .parent(observation.text("parentObservationId", "parent_observation_id"))
        .operation(
            "EMBEDDING".equals(observation.text("type"))
                ? "embeddings"
                : spanAttributes.text("gen_ai.operation.name"))
        .model(observation.text("model", "providedModelName", "provided_model_name"))
        .provider(provider(metadata, spanAttributes))
        .user(either(observation, trace, "userId", "user_id"))
        .session(either(observation, trace, "sessionId", "session_id"))
        .environment(either(observation, trace, "environment"))
        .feature(metadata.text("feature"))
        .prompt(observation.text("promptName", "prompt_name"))
        .promptVersion(observation.text("promptVersion", "prompt_version"))
        .finishReason(observation.objectIfAny("modelParameters").text("finishReason"));
    Usage.of(observation).of(call);
    call.costNanoDollars(Costs.nanoDollars(observation));
    level(observation, call);
    tags(observation, trace, call);
    attributes(observation, trace, metadata, call);
    if (texts) {
      call.input(observation.content("input")).output(observation.content("output"));
    }
    return call.build();
  }

  private static CallTimes times(Fields observation) throws BadEventException {
    long start = observation.time(TIMES, "startTime", "start_time");
    return new CallTimes(
        start,
        observation.time(TIMES, "completionStartTime", "completion_start_time"),
        observation.time(TIMES, "endTime", "end_time"));
  }

  private static @Nullable String provider(Fields metadata, Fields spanAttributes)
      throws BadEventException {
    String provider =
        spanAttributes.text("gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system");
    return ProviderName.of(provider == null ? metadata.text("ls_provider") : provider);
  }

  private static @Nullable String either(Fields observation, Fields trace, String... names)
      throws BadEventException {
    String own = observation.text(names);
    return own == null ? trace.text(names) : own;
  }

  private static void level(Fields observation, CallBuilder call) throws BadEventException {
    String level = observation.text("level");
    String message = observation.text("statusMessage", "status_message");
    if ("ERROR".equals(level)) {
      call.status(Status.ERROR).error(message);
    } else if (message != null) {
      call.attribute("status_message", message);
    }
    if (level != null && !level.equals("DEFAULT")) {
      call.attribute("level", level);
    }
  }

  private static void tags(Fields observation, Fields trace, CallBuilder call)
      throws BadEventException {
    Fields from = observation.has("tags") ? observation : trace;
    from.texts("tags").forEach(call::tag);
  }

  private static void attributes(
      Fields observation, Fields trace, Fields metadata, CallBuilder call)
      throws BadEventException {
    trace.objectIfAny("metadata").scalars(call::attribute);
    metadata.scalars(call::attribute);
    attribute(call, "name", observation.text("name"));
    attribute(call, "version", either(observation, trace, "version"));
    attribute(call, "release", either(observation, trace, "release"));
    String traceName = observation.text("traceName", "trace_name");
    attribute(call, "trace_name", traceName == null ? trace.text("name") : traceName);
    long total = Usage.total(observation);
    if (total != Event.UNKNOWN && total != sum(call)) {
      call.attribute("total_tokens", total);
    }
  }

  private static long sum(CallBuilder call) {
    Call made = call.build();
    return made.inputTokens() == Event.UNKNOWN || made.outputTokens() == Event.UNKNOWN
        ? Event.UNKNOWN
        : made.inputTokens() + made.outputTokens();
  }

  private static void attribute(CallBuilder call, String name, @Nullable String value) {
    if (value != null) {
      call.attribute(name, value);
    }
  }
}
