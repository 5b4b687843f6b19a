package dev.tocsin.trace;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import java.nio.charset.StandardCharsets;

class NativeFormatTest implements TraceFormatContract {
  @Override
  public TraceFormat plugin() {
    return new NativeFormat();
  }

  @Override
  public byte[] sample() {
    return """

        {"time":"2026-10-03T10:15:00Z","id":"a"}
        no event
        {"time":"2026-10-03T10:15:01Z","id":"b"}
        """
        .getBytes(StandardCharsets.UTF_8);
  }
}
