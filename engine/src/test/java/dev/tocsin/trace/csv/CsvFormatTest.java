package dev.tocsin.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import dev.tocsin.trace.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest implements TraceFormatContract {
  private static final String TABLE =
      """
      time,type,id,model,input_tokens,cost_usd,score.relevance,tenant,tags,input,context
      2026-10-03T10:00:00Z,,a,gpt-4o,812,0.0123,0.5,acme,a|b,"two
      lines, and ""quotes""\",ctx
      1791021601000,call,b,,,,,,,,
      2026-10-03T10:00:02Z,call,c,gpt-4o,many,,,,,,
      2026-10-03T10:00:03Z,call
      """;

  @Override
  public TraceFormat plugin() {
    return new CsvFormat();
  }

  @Override
  public byte[] sample() {
    return TABLE.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void nativeNamesAreReadWithoutAMapping() throws IOException {
    Read read = Read.of(plugin(), TABLE);
    Call call = read.calls().get(0);
    assertThat(call.inputTokens()).isEqualTo(812);
    assertThat(call.costNanoDollars()).isEqualTo(12_300_000);
    assertThat(call.scores()).isEqualTo(Map.of("relevance", 500_000_000L));
    assertThat(call.attributes()).isEqualTo(Map.of("tenant", "acme"));
    assertThat(call.tags()).containsExactly("a", "b");
    assertThat(call.input()).isEqualTo("two\nlines, and \"quotes\"");
    assertThat(call.context()).containsExactly("ctx");
    assertThat(read.calls().get(1).time()).hasToString("2026-10-03T10:00:01Z");
    assertThat(read.bad())
        .containsExactly(
            "5: input_tokens must be a number, not \"many\"",
            "6: 2 columns where the header has 11");
  }

  @Test
  void otherNamesAndUnitsByAMapping() throws IOException {
    TraceFormat format =
        new CsvFormat(
            Columns.of(
                List.of("start_utc=began", "latency_s=took", "attr.org=tenant", "status=ok")));
    Call call =
        Read.of(format, "began;took;tenant;ok\n2026-10-03 10:00:00;1.5;acme;error\n").call();
    assertThat(call.time()).hasToString("2026-10-03T10:00:01.500Z");
    assertThat(call.latencyMicros()).isEqualTo(1_500_000);
    assertThat(call.status()).isEqualTo(Status.ERROR);
    assertThat(call.attributes()).isEqualTo(Map.of("org", "acme"));
    Call other =
        Read.of(
                new CsvFormat(Columns.of(List.of("time_s=at", "user=id"))),
                "at\tid\n1791021601.5\tu\n")
            .call();
    assertThat(other.time()).hasToString("2026-10-03T10:00:01.500Z");
    assertThat(other.user()).isEqualTo("u");
    assertThat(other.id()).isNull();
  }

  @Test
  void everyTypeOfEvent() throws IOException {
    Read read =
        Read.of(
            plugin(),
            """
            time,type,call,name,value,prompt,version,region
            2026-10-03T10:00:00Z,score,a,tone,0.25,,,
            2026-10-03T10:00:00Z,deployment,,,,support,v8,
            2026-10-03T10:00:00Z,measure,,depth,3,,,eu
            2026-10-03T10:00:00Z,measure,,depth,,,,eu
            2026-10-03T10:00:00Z,span,,,,,,
            ,score,a,tone,1,,,
            ,,,,,,,
            2026-10-03 10:00:00,,,,,,,
            """);
    assertThat(read.scores()).hasSize(1);
    assertThat(read.events().get(1)).isInstanceOf(Deployment.class);
    assertThat(((Measure) read.events().get(2)).labels()).isEqualTo(Map.of("region", "eu"));
    assertThat(read.bad())
        .containsExactly(
            "5: no value",
            "6: unknown type 'span'; expected call, score, deployment or measure",
            "7: no time",
            "8: no time",
            "9: time has no zone: \"2026-10-03 10:00:00\"");
  }

  @Test
  void statusIsOneOfThree() throws IOException {
    assertThat(Read.of(plugin(), "time,status\n1791021601000,200\n").bad())
        .containsExactly("2: status must be ok, error or timeout, not '200'");
  }

  @Test
  void providersAreInSmallLetters() throws IOException {
    assertThat(Read.of(plugin(), "time,provider\n1791021601000,OpenAI\n").call().provider())
        .isEqualTo("openai");
  }

  @Test
  void secondsAreNotTakenForMilliseconds() throws IOException {
    assertThat(Read.of(plugin(), "time,start\n1791021601,\n1791021601000,1791021600\n").bad())
        .containsExactly(
            "2: time 1791021601 would be in 1970: epoch milliseconds are expected,"
                + " this looks like seconds",
            "3: start 1791021600 would be in 1970: epoch milliseconds are expected,"
                + " this looks like seconds");
  }

  @Test
  void anOpenQuoteEndsTheTable() throws IOException {
    Read read = Read.of(plugin(), "time,id\n1791021601000,a\n1791021602000,\"b\n");
    assertThat(read.calls()).hasSize(1);
    assertThat(read.bad()).hasSize(1);
    assertThat(read.bad().get(0)).contains("no CSV").endsWith("what follows is lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"time", "=ts", "time=", "tme=ts"})
  void aMappingNamesAFieldAndAColumn(String mapping) {
    assertThatThrownBy(() -> Columns.of(List.of(mapping)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMappedColumnMustBeThere() {
    TraceFormat format = new CsvFormat(Columns.of(List.of("time=ts")));
    assertThatThrownBy(() -> Read.of(format, "at,id\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no column 'ts'; there are at, id");
    assertThatThrownBy(() -> Columns.of(List.of("time=a", "time=b")))
        .hasMessageContaining("two columns");
  }
}
