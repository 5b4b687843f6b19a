package dev.tocsin.trace.otlp;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import java.nio.charset.StandardCharsets;

class OtlpFormatTest implements TraceFormatContract {
  @Override
  public TraceFormat plugin() {
    return new OtlpFormat();
  }

  @Override
  public byte[] sample() {
    String span =
        Spans.otlp("a1", null, 5, "gen_ai.operation.name", "chat", "gen_ai.request.model", "m");
    return (Spans.request(span) + "\nno span\n" + Spans.request(span))
        .getBytes(StandardCharsets.UTF_8);
  }
}
