package dev.tocsin.trace.otlp;

import dev.tocsin.api.CallBuilder;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.record.ProviderName;

/** Which model a span called, and who served it. */
final class SpanModel {
  /** What answered comes before what was asked for. */
  private static final String[] MODELS = {
    "gen_ai.response.model",
    "llm.response.model_name",
    "ai.response.model",
    "gen_ai.request.model",
    "llm.model_name",
    "llm.request.model_name",
    "llm.request.model",
    "embedding.model_name",
    "ai.model.id"
  };

  private SpanModel() {}

  static boolean isNamed(Attributes span) {
    return !span.get(MODELS).absent();
  }

  static void to(CallBuilder call, Attributes span) throws UnfitException {
    call.model(span.text(MODELS))
        .provider(
            ProviderName.of(
                span.text(
                    "gen_ai.provider.name",
                    "gen_ai.system",
                    "llm.provider",
                    "llm.system",
                    "ai.model.provider")))
        .serviceTier(
            span.text("openai.response.service_tier", "gen_ai.openai.response.service_tier"));
  }
}
