package dev.tocsin.trace.langsmith;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import dev.tocsin.trace.document.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class LangSmithFormatTest implements TraceFormatContract {
  private static final String RUN =
      """
      {"id":"a","trace_id":"a","run_type":"llm","start_time":"2026-10-03T10:15:00",\
      "end_time":"2026-10-03T10:15:01"}""";

  @Override
  public TraceFormat plugin() {
    return new LangSmithFormat();
  }

  @Override
  public byte[] sample() {
    return ("{\"post\":[" + RUN + "]}\n{\"post\":[]}\nno run\n").getBytes(StandardCharsets.UTF_8);
  }

  private List<String> read(String content) throws IOException {
    return Recorded.texts(plugin(), content);
  }

  private String one(String... changes) throws IOException {
    String run = RUN;
    for (int i = 0; i < changes.length; i += 2) {
      run = run.replace(changes[i], changes[i + 1]);
    }
    return String.join("\n", read(run));
  }

  @Test
  void aPatchMayComeBeforeItsRun() throws IOException {
    assertThat(
            read(
                """
                {"patch":[{"id":"a","end_time":"2026-10-03T10:15:01Z","outputs":{"model":"m"}}]}
                {"post":[{"id":"a","run_type":"llm","start_time":1791022500000,"outputs":{},"tags":["x"]}]}
                """))
        .singleElement()
        .asString()
        .contains("\"model\":\"m\"", "\"tags\":[\"x\"]", "\"latency_ms\":1000");
  }

  @Test
  void whatIsJsonInATextIsReadAsThat() throws IOException {
    assertThat(
            one(
                "\"run_type\"",
                "\"extra\":\"{\\\"metadata\\\":{\\\"ls_model_name\\\":\\\"m\\\",\\\"ls_provider\\\":\\\"Anthropic\\\"}}\",\"run_type\""))
        .contains("\"model\":\"m\",\"provider\":\"anthropic\"");
  }

  @Test
  void runsWithinRunsAreRunsToo() throws IOException {
    assertThat(
            read(
                "[{\"id\":\"c\",\"run_type\":\"chain\",\"prompt_tokens\":7,\"start_time\":1790000000001,\"end_time\":1790000000005,\"child_runs\":["
                    + RUN.replace(
                        "\"run_type\"", "\"prompt_tokens\":8,\"parent_run_id\":\"c\",\"run_type\"")
                    + ",7]}]"))
        .hasSize(3)
        .anyMatch(text -> text.contains("\"id\":\"a\""))
        .contains("1 bad: run c: input tokens 7 of chain are fewer than the 8 of its calls")
        .contains("1 bad: child_runs.1 must be a run, not 7");
  }

  @Test
  void whatIsSaidTwiceMustBeTheSame() throws IOException {
    assertThat(
            one(
                "\"run_type\"",
                "\"prompt_tokens\":5,\"outputs\":{\"usage_metadata\":{\"input_tokens\":4}},\"run_type\""))
        .isEqualTo(
            "1 bad: run a: outputs.usage_metadata.input_tokens is 4, but prompt_tokens is 5");
  }

  @Test
  void valuesThatCannotBe() throws IOException {
    assertThat(one("10:15:01", "10:14:59"))
        .isEqualTo(
            "1 bad: run a: start_time 2026-10-03T10:15:00 is after end_time 2026-10-03T10:14:59");
    assertThat(one("2026-10-03T10:15:01", "noon"))
        .isEqualTo("1 bad: run a: end_time must be ISO-8601 or epoch milliseconds, not \"noon\"");
    assertThat(one("2026-10-03T10:15:01", "1969-10-03T10:15:01"))
        .isEqualTo("1 bad: run a: end_time is before 1970: 1969-10-03T10:15:01");
    assertThat(one("2026-10-03T10:15:01", "9999-10-03T10:15:01"))
        .isEqualTo("1 bad: run a: end_time is out of range: \"9999-10-03T10:15:01\"");
    assertThat(one("\"2026-10-03T10:15:01\"", "-5"))
        .isEqualTo("1 bad: run a: end_time is before 1970: -5");
    assertThat(one("\"2026-10-03T10:15:01\"", "1791022501"))
        .isEqualTo(
            "1 bad: run a: end_time 1791022501 would be in 1970: epoch milliseconds are expected,"
                + " this looks like seconds");
    assertThat(
            one(
                "\"id\":\"a\",",
                "",
                "\"run_type\"",
                "\"first_token_time\":1790000000001,\"run_type\""))
        .startsWith("1 bad: no id: ");
    assertThat(one("\"run_type\"", "\"first_token_time\":1790000000001,\"run_type\""))
        .isEqualTo("1 bad: run a: the first token came before start_time");
    assertThat(one("\"run_type\"", "\"parent_run_id\":{},\"run_type\""))
        .startsWith("1 bad: run a: parent_run_id must be a text, not {}");
    assertThat(one("\"run_type\"", "\"parent_run_id\":\"a\",\"run_type\""))
        .isEqualTo("1 bad: run a: its parents lead in a circle");
  }

  private static final String JUDGED =
      """
      {"id":"c","trace_id":"c","run_type":"chain","start_time":"2026-10-03T10:15:00",\
      "end_time":"2026-10-03T10:15:02","feedback_stats":{"good":{"n":1,"avg":0.5}}}
      """;

  private static String below(String id) {
    return RUN.replace("\"id\":\"a\"", "\"id\":\"" + id + "\"")
            .replace("\"trace_id\":\"a\"", "\"trace_id\":\"c\",\"parent_run_id\":\"c\"")
        + "\n";
  }

  @Test
  void feedbackOfAChainIsThatOfTheOnlyCallOfItsTrace() throws IOException {
    assertThat(read(JUDGED + below("a")))
        .satisfiesOnlyOnce(
            score -> assertThat(score).contains("\"call\":\"a\",\"name\":\"good\",\"value\":0.5"))
        .contains("1 passed over: chain")
        .hasSize(3);
  }

  @Test
  void feedbackOfATraceOfSeveralCallsIsPassedOver() throws IOException {
    for (String calls : List.of(below("a") + below("b"), "")) {
      assertThat(read(JUDGED + calls))
          .filteredOn(read -> !read.contains("\"type\":\"call\""))
          .containsExactlyInAnyOrder("1 passed over: chain", "1 passed over: feedback of a trace");
    }
  }

  @Test
  void feedbackDoesNotJudgeACallThatIsBad() throws IOException {
    assertThat(read(JUDGED + below("a").replace("10:15:01", "10:14:59")))
        .contains("1 passed over: chain", "1 passed over: feedback of a trace")
        .anyMatch(read -> read.startsWith("2 bad: run a: start_time"))
        .hasSize(3);
  }

  @Test
  void firstTokensAndCosts() throws IOException {
    assertThat(
            one(
                "\"run_type\":\"llm\"",
                """
                "run_type":"embedding","events":[{"name":"new_token","time":"2026-10-03T10:15:00.5"}],\
                "error":"ReadTimeout","total_tokens":5,"total_cost":0.25,"extra":{"metadata":\
                {"usage_metadata":{"input_tokens":5}}}"""))
        .contains("\"operation\":\"embeddings\"", "\"ttft_ms\":500", "\"cost_usd\":0.25")
        .contains("\"status\":\"timeout\",\"error\":\"ReadTimeout\"", "\"input_tokens\":5");
    assertThat(
            one(
                "\"run_type\"",
                "\"outputs\":{\"stop_reason\":\"end\",\"usage_metadata\":{\"total_cost\":\"0.5\"}},\"run_type\""))
        .contains("\"cost_usd\":0.5", "\"finish_reason\":\"end\"");
  }

  @Test
  void usageAsAnthropicWritesItHasCachedTokensBeside() throws IOException {
    assertThat(
            one(
                "\"run_type\"",
                """
                "prompt_tokens":5,"outputs":{"usage":{"input_tokens":5,"output_tokens":2,\
                "cache_read_input_tokens":100,"cache_creation_input_tokens":10}},"run_type\""""))
        .contains("\"input_tokens\":115,\"output_tokens\":2,\"cached_tokens\":100")
        .contains("\"cache_write_tokens\":10");
  }

  @Test
  void runsThatNeverEndAreBounded() throws IOException {
    StringJoiner posts = new StringJoiner("\n");
    for (int i = 0; i < 20_002; i++) {
      posts.add("{\"post\":[{\"id\":\"" + i + "\",\"run_type\":\"llm\"}]}");
    }
    List<String> read = read(posts.toString());
    assertThat(read)
        .hasSize(20_002)
        .startsWith("1 bad: run 0: no end_time", "2 bad: run 1: no end_time");
  }

  @Test
  void runsThatNeverEndAreBoundedInSize() throws IOException {
    String text = "x".repeat(1 << 20);
    StringJoiner posts = new StringJoiner("\n");
    for (int i = 0; i < 40; i++) {
      posts.add("{\"post\":[{\"id\":\"" + i + "\",\"inputs\":\"" + text + "\"}]}");
    }
    posts.add("{\"patch\":[{\"id\":\"39\",\"run_type\":\"llm\",\"end_time\":1790000000005}]}");
    assertThat(read(posts.toString())).hasSize(40).startsWith("1 bad: run 0: no run_type");
  }
}
