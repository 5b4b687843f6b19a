package dev.tocsin.trace.otlp;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;

/** The call that a span is. */
final class SpanCall {
  private static final int NANO_DIGITS = 9;
  private static final long NANOS_PER_MICRO = 1_000;

  private SpanCall() {}

  static Call of(Span span, boolean texts) throws UnfitException {
    if (span.end() == Event.UNKNOWN) {
      throw new UnfitException("no end time");
    }
    if (span.start() != Event.UNKNOWN && span.start() > span.end()) {
      throw new UnfitException("start %d is after end %d".formatted(span.start(), span.end()));
    }
    Attributes attributes = span.attributes();
    CallBuilder call =
        Call.atNanos(span.end())
            .id(span.id())
            .trace(span.trace())
            .parent(span.parent())
            .startNanos(span.start())
            .operation(SpanKind.operation(attributes))
            .costNanoDollars(cost(attributes))
            .audioInputTokens(SpanTokens.audioInput(attributes))
            .audioOutputTokens(SpanTokens.audioOutput(attributes));
    if (span.start() != Event.UNKNOWN) {
      call.latencyMicros((span.end() - span.start()) / NANOS_PER_MICRO);
    }
    SpanModel.to(call, attributes);
    SpanTokens.of(attributes).to(call);
    SpanOutcome.to(call, span);
    dimensions(call, span);
    kept(call, span);
    if (texts) {
      call.input(SpanTexts.input(span)).output(SpanTexts.output(span));
    }
    return call.build();
  }

  private static void dimensions(CallBuilder call, Span span) throws UnfitException {
    Attributes own = span.attributes();
    String environment = own.text("deployment.environment.name", "deployment.environment");
    call.user(
            own.text(
                "user.id",
                "enduser.id",
                "enduser.pseudo.id",
                "langfuse.user.id",
                "traceloop.association.properties.user_id"))
        .session(
            own.text(
                "session.id",
                "gen_ai.conversation.id",
                "langfuse.session.id",
                "traceloop.association.properties.session_id"))
        .environment(
            environment == null
                ? span.resource().text("deployment.environment.name", "deployment.environment")
                : environment)
        .prompt(own.text("gen_ai.prompt.name", "prompt.name", "prompt.id"))
        .promptVersion(own.text("gen_ai.prompt.version", "llm.prompt_template.version"));
    for (Value tag : own.get("tag.tags").parsed().items()) {
      String text = tag.text();
      if (text != null) {
        call.tag(text);
      }
    }
  }

  /** The scalars that have no field of their own. */
  private static void kept(CallBuilder call, Span span) {
    for (Value each : span.attributes().all()) {
      Object scalar = each.scalar();
      if (scalar != null && isKept(span, each.field())) {
        call.attribute(each.field(), scalar);
      }
    }
    for (Value each : span.attributes().all()) {
      if (each.field().equals("metadata")) {
        each.parsed().fields().forEach((name, value) -> attribute(call, name, value));
      } else if (each.field().startsWith("metadata.")) {
        attribute(call, each.field().substring("metadata.".length()), each);
      }
    }
    for (Value each : span.resource().all()) {
      if (each.field().equals("service.name") || each.field().equals("service.version")) {
        attribute(call, each.field(), each);
      }
    }
  }

  private static boolean isKept(Span span, String name) {
    return !span.attributes().isTaken(name) && SpanTexts.isKept(name);
  }

  private static void attribute(CallBuilder call, String name, Value value) {
    Object scalar = value.scalar();
    if (scalar != null) {
      call.attribute(name, scalar);
    }
  }

  private static long cost(Attributes span) throws UnfitException {
    long total =
        span.get("llm.cost.total", "gen_ai.usage.cost", "gen_ai.cost.total_cost")
            .amount(NANO_DIGITS);
    long sent = span.get("llm.cost.prompt").amount(NANO_DIGITS);
    long received = span.get("llm.cost.completion").amount(NANO_DIGITS);
    boolean parts = sent != Event.UNKNOWN && received != Event.UNKNOWN;
    return total == Event.UNKNOWN && parts ? sent + received : total;
  }
}
