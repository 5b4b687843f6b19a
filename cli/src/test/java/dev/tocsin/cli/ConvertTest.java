package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertTest {
  private static final String OBSERVATIONS =
      """
      {"data":[
       {"id":"b","traceId":"t","type":"GENERATION","startTime":"2026-10-03T10:01:00Z","endTime":"2026-10-03T10:02:00Z","model":"m","usageDetails":{"input":1,"output":2}},
       {"id":"s","traceId":"t","type":"SPAN","startTime":"2026-10-03T10:00:00Z"},
       {"id":"a","traceId":"t","type":"GENERATION","startTime":"2026-10-03T10:00:00Z","endTime":"2026-10-03T10:00:01Z","userId":"u","input":"mail a@b.example"},
       {"id":"x","traceId":"t","type":"GENERATION","startTime":"2026-10-03T10:00:00Z","endTime":"noon"},
       {"id":"y","traceId":"t","type":"GENERATION","startTime":"2026-10-03T10:00:00Z","endTime":"midnight"}
      ]}
      """;
  private static final String VERSION = "{\"type\":\"trace\",\"version\":1}\n";
  private static final String A =
      """
      {"time":"2026-10-03T10:00:01Z","type":"call","id":"a","start":"2026-10-03T10:00:00Z","user":"u","trace":"t","latency_ms":1000,"status":"ok","input":"mail a@b.example"}
      """;
  private static final String B =
      """
      {"time":"2026-10-03T10:02:00Z","type":"call","id":"b","start":"2026-10-03T10:01:00Z","model":"m","trace":"t","input_tokens":1,"output_tokens":2,"latency_ms":60000,"status":"ok"}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void anyFormatBecomesNativeLinesWithAWordOnWhatWasRead() throws IOException {
    Run run = Run.of("convert", observations()).without(folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(VERSION + A + B);
    assertThat(run.err())
        .isEqualTo(
            """
            tocsin: page.json: langfuse, 2 calls
            tocsin: passed over: 1 SPAN
            tocsin: skipped: page.json:5: endTime must be a time, as 2026-10-03T10:15:00.250Z, \
            not "noon" (and 1 alike)
            tocsin: unknown: 2 calls without a cost, 1 call without tokens
            """);
  }

  @Test
  void whatIsNotInOrderIsSaid() throws IOException {
    Path trace = Files.writeString(folder.resolve("trace.jsonl"), B + A);
    Run run = Run.of("convert", trace);
    assertThat(run.out()).isEqualTo(VERSION + B + A);
    assertThat(run.err())
        .endsWith("tocsin: 1 event more than 30 s behind one before; --sort puts them in order\n");
    assertThat(Run.of("convert", "--sort", trace).out()).isEqualTo(VERSION + A + B);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sorted.jsonl", "sorted.jsonl.gz", "sorted.jsonl.zst"})
  void sortedIntoAFile(String name) throws IOException {
    Path sorted = folder.resolve(name);
    Run run = Run.on(new Screen(true, 80), "convert", "--sort", observations(), "-o", sorted);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Run.of("convert", sorted).out()).isEqualTo(VERSION + A + B);
  }

  @Test
  void aTableByItsColumns() throws IOException {
    Path table = Files.writeString(folder.resolve("calls.csv"), "ts,m\n2026-10-03T10:00:00Z,gpt\n");
    Run run = Run.of("convert", "--columns", "time=ts,model=m", table).without(folder);
    assertThat(run.out())
        .isEqualTo(
            """
            {"type":"trace","version":1}
            {"time":"2026-10-03T10:00:00Z","type":"call","model":"gpt","status":"ok"}
            """);
    assertThat(Run.of("convert", "--columns", "tim=ts", table).err())
        .contains("--columns: there is no field 'tim'");
    assertThat(Run.of("convert", "--from", "cvs", table).err())
        .contains(
            "--from: no trace format 'cvs'; there are csv, datadog, helicone, langfuse, langsmith");
    assertThat(Run.of("convert", "--columns", "time=at", table).err())
        .contains("no column 'at'; there are ts, m");
  }

  @Test
  void whatCannotBeDone() throws IOException {
    Path page = observations();
    assertThat(Run.of("convert", page, "-o", page).exitCode()).isEqualTo(2);
    assertThat(Files.readString(page)).isEqualTo(OBSERVATIONS);
    assertThat(Run.of("convert", folder.resolve("none.json")).exitCode()).isEqualTo(2);
    Path cut = Files.write(folder.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(Run.of("convert", cut).exitCode()).isEqualTo(2);
  }

  @Test
  void aReplaySaysTheFormatAndWhatWasPassedOver() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules: []\n");
    Run json = Run.of("replay", "--json", "--allowed-lateness", "10m", rules, observations());
    assertThat(json.out())
        .endsWith("\"still_firing\":[],\"format\":\"langfuse\",\"passed_over\":{\"SPAN\":1}}\n");
    assertThat(Run.of("replay", rules, observations()).out())
        .containsPattern("Format +langfuse")
        .containsPattern("Passed over +1 SPAN");
    Path spans =
        Files.writeString(
            folder.resolve("spans.json"),
            "{\"id\":\"s\",\"traceId\":\"t\",\"type\":\"SPAN\",\"startTime\":\"2026-10-03T10:00:00Z\"}");
    assertThat(Run.of("replay", rules, spans).err())
        .contains("there is no call in it, only 1 SPAN");
  }

  @Test
  void withoutPeople() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef\n");
    Path out = folder.resolve("out.jsonl");
    Run run = Run.of("anonymize", observations(), "-o", out, "--key-file", key);
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(out)).doesNotContain("mail").doesNotContain("\"u\"");
    Run.of("anonymize", "--redact", observations(), "-o", out, "--key-file", key);
    assertThat(Files.readString(out)).contains("mail [email]");
    Run.of("anonymize", "--keep-texts", observations(), "-o", out, "--key-file", key);
    assertThat(Files.readString(out)).contains("mail a@b.example");
    Path weak = Files.writeString(folder.resolve("weak"), "123456789012345\n");
    assertThat(Run.of("anonymize", observations(), "-o", out, "--key-file", weak).err())
        .contains("a key has at least 16 bytes");
  }

  private Path observations() throws IOException {
    return Files.writeString(folder.resolve("page.json"), OBSERVATIONS);
  }
}
