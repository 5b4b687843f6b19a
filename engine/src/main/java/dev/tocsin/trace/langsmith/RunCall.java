package dev.tocsin.trace.langsmith;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.trace.document.Messages;
import dev.tocsin.trace.document.Moments;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import dev.tocsin.trace.record.ProviderName;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The call that a run is. */
final class RunCall {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final int LONGEST_ERROR = 200;
  private static final Set<String> WITH_FIELDS =
      Set.of(
          "usage_metadata",
          "session_id",
          "thread_id",
          "conversation_id",
          "user_id",
          "ls_provider",
          "ls_model_type",
          "lc_hub_repo",
          "lc_hub_commit_hash");

  private RunCall() {}

  static Call of(Value run, String id, boolean texts) throws UnfitException {
    long start = Moments.ofIsoOrMillis(run.get("start_time"));
    long end = Moments.ofIsoOrMillis(run.get("end_time"));
    if (start != Event.UNKNOWN && start > end) {
      throw new UnfitException(
          "start_time %s is after end_time %s"
              .formatted(run.get("start_time").text(), run.get("end_time").text()));
    }
    Value outputs = run.get("outputs").parsed();
    Value metadata = run.get("extra").parsed().get("metadata").parsed();
    CallBuilder call =
        Call.atNanos(end)
            .id(id)
            .trace(run.get("trace_id").text())
            .parent(run.get("parent_run_id").text())
            .startNanos(start)
            .ttftMicros(ttft(run, start))
            .model(model(run, outputs, metadata))
            .provider(ProviderName.of(metadata.get("ls_provider").text()))
            .operation(operation(run, metadata))
            .serviceTier(outputs.get("service_tier").text())
            .finishReason(finishReason(outputs))
            .session(metadata.get("session_id", "thread_id", "conversation_id").text())
            .user(metadata.get("user_id").text())
            .prompt(metadata.get("lc_hub_repo").text())
            .promptVersion(metadata.get("lc_hub_commit_hash").text());
    if (start != Event.UNKNOWN) {
      call.latencyMicros((end - start) / NANOS_PER_MICRO);
    }
    RunTokens.to(call, run);
    outcome(call, run);
    kept(call, run, metadata);
    if (texts) {
      call.input(Messages.text(run.get("inputs"))).output(output(outputs));
    }
    return call.build();
  }

  /** The first of the answers, as LangChain lists them: by prompt, then by choice. */
  static Value firstGeneration(Value outputs) {
    Value list = outputs.get("generations");
    for (int deep = 0; deep < 2 && !list.items().isEmpty(); deep++) {
      list = list.items().get(0);
    }
    return list;
  }

  private static @Nullable String output(Value outputs) {
    Value generation = firstGeneration(outputs);
    return Messages.text(generation.get("text").absent() ? outputs : generation.get("text"));
  }

  /** What answered comes before what was asked for. */
  private static @Nullable String model(Value run, Value outputs, Value metadata)
      throws UnfitException {
    Value kwargs = firstGeneration(outputs).get("message").get("kwargs");
    Value[] places = {
      outputs.get("model"),
      outputs.get("llm_output").get("model_name", "model"),
      kwargs.get("response_metadata").get("model_name", "model"),
      metadata.get("ls_model_name"),
      run.get("extra").parsed().get("invocation_params").get("model", "model_name"),
      run.get("inputs").get("model")
    };
    for (Value place : places) {
      if (!place.absent()) {
        return place.text();
      }
    }
    return null;
  }

  private static @Nullable String operation(Value run, Value metadata) throws UnfitException {
    if ("embedding".equals(run.get("run_type").text())) {
      return "embeddings";
    }
    String type = metadata.get("ls_model_type").text();
    return "llm".equals(type) ? "text_completion" : type;
  }

  private static @Nullable String finishReason(Value outputs) throws UnfitException {
    Value generation = firstGeneration(outputs);
    Value choice = outputs.get("choices").items().stream().findFirst().orElse(generation);
    Value reason = choice.get("finish_reason");
    if (reason.absent()) {
      reason = generation.get("generation_info").get("finish_reason");
    }
    if (reason.absent()) {
      Value kwargs = generation.get("message").get("kwargs");
      reason = kwargs.get("response_metadata").get("finish_reason", "stop_reason");
    }
    if (reason.absent()) {
      reason = outputs.get("stop_reason");
    }
    return reason.isObject() ? reason.get("finish_reason").text() : reason.text();
  }

  private static long ttft(Value run, long start) throws UnfitException {
    long first = Moments.ofIsoOrMillis(run.get("first_token_time"));
    for (Value event : run.get("events").items()) {
      boolean token = "new_token".equals(event.get("name").text());
      first = token && first == Event.UNKNOWN ? Moments.ofIsoOrMillis(event.get("time")) : first;
    }
    if (first == Event.UNKNOWN || start == Event.UNKNOWN) {
      return Event.UNKNOWN;
    }
    if (first < start) {
      throw new UnfitException("the first token came before start_time");
    }
    return (first - start) / NANOS_PER_MICRO;
  }

  private static void outcome(CallBuilder call, Value run) throws UnfitException {
    String error = run.get("error").textOrJson();
    if (error != null && error.isEmpty()) {
      error = null;
    }
    if (error != null || "error".equals(run.get("status").text())) {
      String first = error == null ? "" : error.lines().findFirst().orElse("");
      boolean late = first.toLowerCase(Locale.ROOT).contains("timeout");
      String kept = first.length() <= LONGEST_ERROR ? first : first.substring(0, LONGEST_ERROR);
      call.status(late ? Status.TIMEOUT : Status.ERROR).error(kept.isEmpty() ? null : kept);
    }
  }

  private static void kept(CallBuilder call, Value run, Value metadata) throws UnfitException {
    for (Value tag : run.get("tags").items()) {
      String text = tag.text();
      if (text != null) {
        call.tag(text);
      }
    }
    metadata
        .fields()
        .forEach(
            (name, value) -> {
              if (!WITH_FIELDS.contains(name)) {
                attribute(call, name, value);
              }
            });
    attribute(call, "name", run.get("name"));
    attribute(call, "project", run.get("session_name"));
  }

  private static void attribute(CallBuilder call, String name, Value value) {
    Object scalar = value.scalar();
    if (scalar != null) {
      call.attribute(name, scalar);
    }
  }
}
