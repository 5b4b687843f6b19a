package dev.tocsin.testkit;

import dev.tocsin.api.Call;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.testkit.contract.TraceFormatContract;
import dev.tocsin.testkit.fake.ListedTrace;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ListedTraceTest implements TraceFormatContract {
  @Override
  public TraceFormat plugin() {
    return new ListedTrace(
        "listed",
        "#listed",
        List.of(
            new TraceRecord.Good(1, Call.atNanos(1).build()), new TraceRecord.Bad(2, "broken")));
  }

  @Override
  public byte[] sample() {
    return "#listed\n".getBytes(StandardCharsets.UTF_8);
  }
}
