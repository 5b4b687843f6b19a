package dev.tocsin.trace.otlp;

import dev.tocsin.trace.document.UnfitException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a span is.
 *
 * @param call whether it looks like a call of a model
 * @param name in the words of its instrumentation
 */
record SpanKind(boolean call, String name) {
  private static final Set<String> CALLS =
      Set.of(
          "chat", "completion", "text_completion", "generate_content", "embedding", "embeddings");
  private static final Set<String> AROUND_CALLS =
      Set.of(
          "create_agent",
          "execute_tool",
          "invoke_agent",
          "invoke_workflow",
          "plan",
          "rerank",
          "retrieval");
  private static final String[] KINDS = {
    "openinference.span.kind", "langsmith.span.kind", "langfuse.observation.type"
  };
  private static final Set<String> CALL_KINDS = Set.of("llm", "embedding", "generation");
  private static final Set<String> VERCEL_CALLS = Set.of("doGenerate", "doStream", "doEmbed");

  static SpanKind of(Attributes span) throws UnfitException {
    String operation = span.text("gen_ai.operation.name");
    if (operation != null && (CALLS.contains(operation) || AROUND_CALLS.contains(operation))) {
      return new SpanKind(CALLS.contains(operation), operation);
    }
    String kind = span.text(KINDS);
    if (kind != null) {
      return new SpanKind(CALL_KINDS.contains(kind.toLowerCase(Locale.ROOT)), kind);
    }
    String vercel = span.text("ai.operationId");
    if (vercel != null) {
      return new SpanKind(
          VERCEL_CALLS.contains(vercel.substring(vercel.lastIndexOf('.') + 1)), vercel);
    }
    String request = span.text("llm.request.type");
    if (request != null && CALLS.contains(request)) {
      return new SpanKind(true, request);
    }
    String loop = span.text("traceloop.span.kind");
    if (loop != null) {
      return new SpanKind(false, loop);
    }
    return new SpanKind(hasUsage(span), operation == null ? "span" : operation);
  }

  /** What was asked for, where an attribute says so. */
  static @Nullable String operation(Attributes span) throws UnfitException {
    String operation = span.text("gen_ai.operation.name", "llm.request.type");
    if (operation != null) {
      return operation.equals("embedding") ? "embeddings" : operation;
    }
    String embedding = span.text("openinference.span.kind", "ai.operationId");
    boolean embeds =
        embedding != null && (embedding.equals("EMBEDDING") || embedding.endsWith(".doEmbed"));
    return embeds ? "embeddings" : null;
  }

  private static boolean hasUsage(Attributes span) {
    return SpanModel.isNamed(span)
        && !span.get(
                "gen_ai.usage.input_tokens",
                "gen_ai.usage.output_tokens",
                "gen_ai.usage.prompt_tokens",
                "gen_ai.usage.completion_tokens",
                "llm.usage.prompt_tokens",
                "llm.usage.total_tokens",
                "llm.token_count.prompt",
                "llm.token_count.total")
            .absent();
  }
}
