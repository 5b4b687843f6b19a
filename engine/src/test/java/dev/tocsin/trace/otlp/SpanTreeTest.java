package dev.tocsin.trace.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.trace.document.Recorded;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Only the lowest calls are calls; what is above them is held against them. */
class SpanTreeTest {
  private static final String[] CALL = {
    "gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", "100"
  };

  private static String agent(String input) {
    return Spans.otlp(
        "a1", null, 0, "gen_ai.operation.name", "invoke_agent", "gen_ai.usage.input_tokens", input);
  }

  @Test
  void anAgentIsTheSumOfItsCalls() throws IOException {
    assertThat(
            Spans.read(
                agent("200"), Spans.otlp("b1", "a1", 2, CALL), Spans.otlp("b2", "a1", 1, CALL)))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("1 passed over: invoke_agent"),
            second -> assertThat(second).contains("\"id\":\"b2\""),
            third -> assertThat(third).contains("\"id\":\"b1\"", "\"parent\":\"a1\""));
  }

  @Test
  void anAgentWithMoreThanItsCallsHasOthersElsewhere() throws IOException {
    assertThat(Spans.read(agent("300"), Spans.otlp("b1", "a1", 2, CALL)))
        .startsWith("1 passed over: invoke_agent of calls elsewhere")
        .hasSize(2);
  }

  @Test
  void anAgentWithLessThanItsCallsContradictsThem() throws IOException {
    assertThat(Spans.read(agent("99"), Spans.otlp("b1", "a1", 2, CALL)))
        .startsWith(
            "1 bad: span a1: input tokens 99 of invoke_agent are fewer than the 100 of its calls")
        .hasSize(2);
  }

  @Test
  void aCallAroundACallIsNone() throws IOException {
    assertThat(Spans.read(Spans.otlp("a1", null, 0, CALL), Spans.otlp("b1", "a1", 1, CALL)))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("1 passed over: chat"),
            second -> assertThat(second).contains("\"id\":\"b1\""));
  }

  @Test
  void spansOfOneNumberInTwoTracesAreTwo() throws IOException {
    String other =
        Spans.otlp("b1", "a1", 1, CALL).replace("\"traceId\":\"7\"", "\"traceId\":\"8\"");
    assertThat(Spans.read(Spans.otlp("a1", null, 0, CALL), other))
        .hasSize(2)
        .allMatch(call -> call.contains("chat") && !call.contains("passed"));
  }

  @Test
  void circlesAreBad() throws IOException {
    assertThat(
            Spans.read(
                Spans.otlp("a1", "b1", 0, CALL),
                Spans.otlp("b1", "a1", 0),
                Spans.otlp("c1", "c1", 0),
                Spans.otlp("d1", "c1", 0, CALL)))
        .containsExactly(
            "1 bad: span a1: its parents lead in a circle",
            "1 bad: span b1: its parents lead in a circle",
            "1 bad: span c1: its parents lead in a circle",
            "1 bad: span d1: its parents lead in a circle");
  }

  @Test
  void timesThatCannotBe() throws IOException {
    String call = Spans.otlp("a1", null, 5, CALL);
    assertThat(
            Spans.read(
                call.replace(
                    "\"endTimeUnixNano\":\"1790000006", "\"endTimeUnixNano\":\"1790000004")))
        .containsExactly(
            "1 bad: span a1: start 1790000005000000000 is after end 1790000004000000000");
    assertThat(Spans.read(call.replace("1790000006000000000", "0")))
        .containsExactly("1 bad: span a1: no end time");
    assertThat(Spans.read(call.replace("1790000006000000000", "-1")))
        .containsExactly("1 bad: endTimeUnixNano must not be negative: \"-1\"");
    assertThat(Spans.read(call.replace("1790000006000000000", "99999999999999999999")))
        .containsExactly("1 bad: endTimeUnixNano is out of range: \"99999999999999999999\"");
    assertThat(Spans.read(call.replace("1790000005000000000", "0")))
        .singleElement()
        .asString()
        .contains("\"time\"")
        .doesNotContain("start", "latency");
  }

  @Test
  void evaluationsFindTheirCalls() throws IOException {
    String event =
        """
        ,"events":[{"name":"gen_ai.evaluation.result","timeUnixNano":"1790000009000000000",\
        "attributes":[{"key":"gen_ai.evaluation.name","value":{"stringValue":"good"}},\
        {"key":"gen_ai.evaluation.score.label","value":{"stringValue":"yes"}}]},\
        {"name":"gen_ai.evaluation.result","attributes":[\
        {"key":"error.type","value":{"stringValue":"Judge"}}]}]}""";
    String judged = Spans.otlp("a1", null, 0, CALL).replaceFirst("\\}$", event);
    String judge = Spans.otlp("b1", "a1", 1).replaceFirst("\\}$", event);
    for (String read : new String[] {judged, judge}) {
      assertThat(Spans.read(read))
          .anyMatch(
              score ->
                  score.contains(
                      "\"type\":\"score\",\"call\":\"a1\",\"name\":\"good\",\"label\":\"yes\""))
          .contains("1 passed over: evaluation that failed");
    }
  }

  private static final String[] JUDGING = {
    "openinference.span.kind", "CHAIN",
    "trace.evaluations.0.evaluation.name", "good",
    "trace.evaluations.0.evaluation.score", "1",
    "trace.evaluations.1.evaluation.name", "kind",
    "trace.evaluations.1.evaluation.label", "yes",
    "session.evaluations.0.evaluation.name", "long",
    "session.evaluations.0.evaluation.score", "1"
  };

  @Test
  void evaluationsOfATraceAreThoseOfItsOnlyCall() throws IOException {
    assertThat(Spans.read(Spans.otlp("a1", null, 0, JUDGING), Spans.otlp("b1", "a1", 1, CALL)))
        .satisfiesOnlyOnce(
            score -> assertThat(score).contains("\"call\":\"b1\",\"name\":\"good\",\"value\":1"))
        .satisfiesOnlyOnce(
            score ->
                assertThat(score).contains("\"call\":\"b1\",\"name\":\"kind\",\"label\":\"yes\""))
        .contains("1 passed over: CHAIN", "1 passed over: evaluation of a session")
        .hasSize(5);
  }

  @Test
  void evaluationsOfATraceOfSeveralCallsArePassedOver() throws IOException {
    assertThat(
            Spans.read(
                Spans.otlp("a1", null, 0, JUDGING),
                Spans.otlp("b1", "a1", 1, CALL),
                Spans.otlp("b2", "a1", 2, CALL)))
        .filteredOn(read -> !read.contains("\"type\":\"call\""))
        .containsExactlyInAnyOrder(
            "1 passed over: CHAIN",
            "1 passed over: evaluation of a trace",
            "1 passed over: evaluation of a trace",
            "1 passed over: evaluation of a session");
  }

  @Test
  void evaluationsOfASpanThatIsNoCallAreThoseOfTheOnlyCallOfItsTrace() throws IOException {
    String chain =
        Spans.otlp(
            "a1",
            null,
            0,
            "openinference.span.kind",
            "CHAIN",
            "evaluations.0.evaluation.name",
            "good",
            "evaluations.0.evaluation.score",
            "1");
    String call = Spans.otlp("b1", "a1", 1, CALL);
    assertThat(Spans.read(chain, call))
        .satisfiesOnlyOnce(
            score -> assertThat(score).contains("\"call\":\"b1\",\"name\":\"good\",\"value\":1"))
        .hasSize(3);
    assertThat(Spans.read(chain, call, Spans.otlp("b2", "a1", 2, CALL)))
        .filteredOn(read -> !read.contains("\"type\":\"call\""))
        .containsExactlyInAnyOrder("1 passed over: CHAIN", "1 passed over: evaluation of a trace");
  }

  @Test
  void evaluationsOfATraceAreNoAttributesOfACall() throws IOException {
    String[] judged = JUDGING.clone();
    judged[1] = "LLM";
    assertThat(Spans.read(Spans.otlp("a1", null, 0, judged)))
        .filteredOn(read -> read.contains("\"type\":\"call\""))
        .singleElement()
        .asString()
        .doesNotContain("evaluation");
  }

  @Test
  void whatBelongsTogetherMayComeInSeveralRequests() throws IOException {
    String requests =
        Spans.request(agent("99")) + "\n" + Spans.request(Spans.otlp("b1", "a1", 2, CALL)) + "\n";
    assertThat(Recorded.texts(new OtlpFormat(), requests))
        .startsWith(
            "1 bad: span a1: input tokens 99 of invoke_agent are fewer than the 100 of its calls")
        .hasSize(2);
    String levels =
        Spans.request(Spans.otlp("b1", "a1", 1, CALL))
            + "\n"
            + Spans.request(Spans.otlp("a1", null, 0, CALL));
    assertThat(Recorded.texts(new OtlpFormat(), levels))
        .satisfiesOnlyOnce(read -> assertThat(read).contains("\"id\":\"b1\""))
        .contains("2 passed over: chat")
        .hasSize(2);
  }

  @Test
  void evaluationsThatCannotBe() throws IOException {
    assertThat(evaluation("\"x\"", "")).containsExactly("1 bad: an evaluation without a name");
    String named = "{\"key\":\"gen_ai.evaluation.name\",\"value\":{\"stringValue\":\"n\"}}";
    assertThat(evaluation("null", named)).containsExactly("1 bad: evaluation 'n' names no call");
    assertThat(evaluation("\"x\"", named))
        .containsExactly("1 bad: evaluation 'n' has neither score nor label");
  }

  private static java.util.List<String> evaluation(String span, String attributes)
      throws IOException {
    return Recorded.texts(
        new OtlpFormat(),
        """
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"5","spanId":%s,\
        "attributes":[{"key":"event.name","value":{"stringValue":"gen_ai.evaluation.result"}}%s]}]}]}]}
        """
            .formatted(span, attributes.isEmpty() ? "" : "," + attributes));
  }
}
