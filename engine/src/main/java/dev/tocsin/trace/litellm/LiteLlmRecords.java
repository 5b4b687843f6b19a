package dev.tocsin.trace.litellm;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.trace.document.EachRecord;
import dev.tocsin.trace.document.Findings;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.CallTimes;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.ProviderName;
import dev.tocsin.trace.record.Times;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the spend logs, or a standard logging payload: one call each. */
final class LiteLlmRecords implements EachRecord.OfRecord {
  /** Its columns have no zone and are of UTC; its payloads have seconds. */
  private static final Times TIMES = new Times(true, Times.Numbers.SECONDS);

  private static final int NANO_DOLLARS = 9;
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "completion", "chat",
          "acompletion", "chat",
          "anthropic_messages", "chat",
          "responses", "chat",
          "aresponses", "chat",
          "text_completion", "text_completion",
          "atext_completion", "text_completion",
          "embedding", "embeddings",
          "aembedding", "embeddings",
          "/embeddings", "embeddings");

  /** Other than these a call type is that of a request to a model. */
  private static final Set<String> NO_MODEL_CALLS =
      Set.of("call_mcp_tool", "list_mcp_tools", "health_check", "ahealth_check", "vector_store");

  private final boolean texts;

  LiteLlmRecords(boolean texts) {
    this.texts = texts;
  }

  @Override
  public void read(Fields record, Findings findings) throws BadEventException {
    String type = record.text("call_type");
    if (type != null && NO_MODEL_CALLS.contains(type)) {
      findings.passedOver(type);
    } else {
      findings.event(call(record, type));
    }
  }

  private Call call(Fields record, @Nullable String type) throws BadEventException {
    Fields metadata = record.objectIfAny("metadata");
    CallBuilder call = times(record).call();
    call.id(record.text("request_id", "id"))
        .operation(type == null ? null : OPERATIONS.getOrDefault(type, type))
        .model(record.text("model"))
        .provider(ProviderName.of(record.text("custom_llm_provider")))
        .user(user(record, metadata))
        .session(record.text("session_id"))
        .trace(record.text("trace_id"))
        .cacheHit(record.flag("cache_hit"))
        .costNanoDollars(cost(record, metadata))
        .finishReason(finishReason(record.objectIfAny("response")));
    LiteLlmUsage.of(record, metadata).of(call);
    status(record, metadata, call);
    long retries = metadata.count("attempted_retries");
    call.retries(retries);
    record.texts("request_tags").forEach(call::tag);
    attributes(record, metadata, call);
    if (texts) {
      call.input(text(record, "messages")).output(text(record, "response"));
    }
    return call.build();
  }

  /** LiteLLM writes 0 also where it knows no price; what it looked up in its list tells. */
  private static long cost(Fields record, Fields metadata) throws BadEventException {
    long cost = record.amount(NANO_DOLLARS, "spend", "response_cost");
    Fields looked =
        record.has("model_map_information")
            ? record.objectIfAny("model_map_information")
            : metadata.objectIfAny("model_map_information");
    boolean unpriced = !looked.node().isEmpty() && !looked.has("model_map_value");
    boolean counted = record.count("total_tokens") > 0;
    boolean fromCache = Boolean.TRUE.equals(record.flag("cache_hit"));
    return cost == 0 && counted && unpriced && !fromCache ? Event.UNKNOWN : cost;
  }

  private static CallTimes times(Fields record) throws BadEventException {
    long start = record.time(TIMES, "startTime");
    long end = record.time(TIMES, "endTime");
    long first = record.time(TIMES, "completionStartTime");
    return new CallTimes(start, first == end ? Event.UNKNOWN : first, end);
  }

  /** The one the caller named, else whoever the key belongs to. */
  private static @Nullable String user(Fields record, Fields metadata) throws BadEventException {
    String endUser = record.text("end_user");
    if (endUser != null) {
      return endUser;
    }
    String user = record.text("user");
    return user == null ? metadata.text("user_api_key_user_id") : user;
  }

  private static void status(Fields record, Fields metadata, CallBuilder call)
      throws BadEventException {
    String status = record.text("status");
    if (status == null) {
      status = metadata.text("status");
    }
    if (status == null || status.equals("success")) {
      return;
    }
    if (!status.equals("failure")) {
      throw new BadEventException("status must be success or failure, not '" + status + "'");
    }
    Fields error =
        record.has("error_information")
            ? record.objectIfAny("error_information")
            : metadata.objectIfAny("error_information");
    String kind = error.text("error_class");
    boolean timeout = kind != null && kind.toLowerCase(Locale.ROOT).contains("timeout");
    String message = record.text("error_str");
    call.status(timeout ? Status.TIMEOUT : Status.ERROR)
        .error(kind == null ? message == null ? error.text("error_message") : message : kind);
    String code = error.text("error_code");
    if (code != null) {
      call.attribute("error_code", code);
    }
  }

  private static @Nullable String finishReason(Fields response) throws BadEventException {
    for (Fields choice : response.objects("choices")) {
      return choice.text("finish_reason");
    }
    return null;
  }

  private static void attributes(Fields record, Fields metadata, CallBuilder call)
      throws BadEventException {
    metadata.objectIfAny("spend_logs_metadata").scalars(call::attribute);
    metadata.objectIfAny("requester_metadata").scalars(call::attribute);
    for (String name :
        new String[] {
          "team_id", "organization_id", "agent_id", "model_group", "model_id", "api_base"
        }) {
      String value = record.text(name);
      if (value != null) {
        call.attribute(name, value);
      }
    }
    String team = metadata.text("user_api_key_team_id");
    if (team != null && record.first("team_id") == null) {
      call.attribute("team_id", team);
    }
    String alias = metadata.text("user_api_key_alias");
    if (alias != null) {
      call.attribute("key_alias", alias);
    }
  }

  /** Where LiteLLM is not told to keep texts it writes an empty object. */
  private static @Nullable String text(Fields record, String name) {
    String text = record.content(name);
    return text == null || text.equals("{}") || text.equals("[]") ? null : text;
  }
}
