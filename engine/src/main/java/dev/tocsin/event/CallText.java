package dev.tocsin.event;

import dev.tocsin.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * The texts that every call may have; a loop for each of the usual dimensions, as in {@link
 * CallNumber}.
 */
enum CallText implements Field.TextReader {
  ID,
  OPERATION,
  MODEL,
  PROVIDER,
  USER,
  FEATURE,
  ENVIRONMENT,
  SESSION,
  TRACE,
  PARENT,
  PROMPT,
  PROMPT_VERSION,
  PROMPT_LABEL,
  SERVICE_TIER,
  ERROR,
  FINISH_REASON,
  FEEDBACK,
  STATUS;

  @Override
  public @Nullable String read(Observation event) {
    Call call = event.call();
    return call == null ? null : of(call);
  }

  private @Nullable String of(Call call) {
    return switch (this) {
      case ID -> call.id();
      case OPERATION -> call.operation();
      case MODEL -> call.model();
      case PROVIDER -> call.provider();
      case USER -> call.user();
      case FEATURE -> call.feature();
      case ENVIRONMENT -> call.environment();
      case SESSION -> call.session();
      case TRACE -> call.trace();
      case PARENT -> call.parent();
      case PROMPT -> call.prompt();
      case PROMPT_VERSION -> call.promptVersion();
      case PROMPT_LABEL -> call.promptLabel();
      case SERVICE_TIER -> call.serviceTier();
      case ERROR -> call.error();
      case FINISH_REASON -> call.finishReason();
      case FEEDBACK -> call.feedback();
      case STATUS -> call.status().label();
    };
  }

  @Override
  public void readAll(CallBatch batch, @Nullable String[] into) {
    Call[] calls = batch.calls;
    int size = batch.size();
    switch (this) {
      case MODEL -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].model();
        }
      }
      case PROVIDER -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].provider();
        }
      }
      case USER -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].user();
        }
      }
      case FEATURE -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].feature();
        }
      }
      case SESSION -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].session();
        }
      }
      case PROMPT_VERSION -> {
        for (int i = 0; i < size; i++) {
          into[i] = calls[i].promptVersion();
        }
      }
      default -> {
        for (int i = 0; i < size; i++) {
          into[i] = of(calls[i]);
        }
      }
    }
  }
}
