package dev.tocsin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.Rules;
import dev.tocsin.admin.Caller.Said;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AdminAnswersTest {
  private static final String ACK = "/api/v1/alerts/ack";
  private static final String SILENCES = "/api/v1/silences";
  private IOException unreadable = new IOException("unused");
  private String newRules = "";

  private final FakeEngine engine =
      new FakeEngine() {
        @Override
        public void reload() throws IOException {
          super.reload();
          if (newRules.equals("missing")) {
            throw unreadable;
          }
          if (!newRules.isEmpty()) {
            Rules.parse("rules.yaml", newRules);
          }
        }
      };
  private AdminServer server;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    server = AdminServer.start(engine, AdminOptions.onPort(0));
    caller = new Caller(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void alertsAreListed() {
    JsonNode json = caller.get("/api/v1/alerts").json();

    assertThat(json.path("time").asText()).isEqualTo("2026-10-03T10:30:00Z");
    assertThat(json.path("alerts")).hasSize(2);
    assertThat(json.path("alerts").path(0))
        .hasToString(
            "{\"alert\":\"slow{user=\\\"Bjørn 東京\\\"}/2026-10-03T10:16:00Z\",\"rule\":\"slow\","
                + "\"group\":{\"user\":\"Bjørn 東京\"},\"state\":\"firing\","
                + "\"activation\":\"2026-10-03T10:16:00Z\",\"severity\":\"critical\","
                + "\"reason\":\"condition\",\"flapping\":false,\"labels\":{\"team\":\"search\"},"
                + "\"annotations\":{\"summary\":\"slow for Bjørn\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "rule=slow,1",
    "rule=other,0",
    "state=pending,1",
    "severity=critical,1",
    "severity=info,0",
    "rule=slow&state=pending,0"
  })
  void alertsAreChosen(String query, int expected) {
    assertThat(caller.get("/api/v1/alerts?" + query).json().path("alerts")).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/alerts?sate=firing|no parameter 'sate' here; did you mean 'state'?",
        "/api/v1/alerts?state=fireing|state is one of pending, firing, not 'fireing'; did you mean"
            + " 'firing'?",
        "/api/v1/alerts?rule=a&rule=b|the parameter 'rule' is given twice",
        "/api/v1/readings?limit=0|limit is a number from 1 to 10000, not '0'",
        "/api/v1/readings?limit=99999|limit is a number from 1 to 10000, not '99999'",
        "/api/v1/alerts/story|the parameter 'alert' is missing",
        "/api/v1/alerts/story?alert=|the parameter 'alert' is missing",
        "/api/v1/health?x|no parameter 'x' here",
      })
  void wrongParametersAreExplained(String path, String error) {
    Said said = caller.get(path);
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.error()).isEqualTo(error);
  }

  @Test
  void readingsAreListedAndCut() {
    JsonNode all = caller.get("/api/v1/readings").json();
    assertThat(all.path("total").asInt()).isEqualTo(4);
    assertThat(all.path("readings").path(0).path("value").isNull()).isTrue();
    JsonNode some = caller.get("/api/v1/readings?term=p95_latency&limit=2").json();
    assertThat(some.path("total").asInt()).isEqualTo(3);
    assertThat(some.path("readings")).hasSize(2);
    assertThat(some.path("readings").path(1).path("value").asDouble()).isEqualTo(2100.5);
  }

  @Test
  void anAlertTellsItsStory() {
    JsonNode story = caller.get("/api/v1/alerts/story?alert=" + url(FakeEngine.SLOW)).json();

    assertThat(story.path("alert").asText()).isEqualTo(FakeEngine.SLOW);
    assertThat(story.path("living").path("state").asText()).isEqualTo("firing");
    JsonNode transition = story.path("transitions").path(0);
    assertThat(transition.path("operator").asText()).isEqualTo(">");
    assertThat(transition.path("readings").path(1).path("unit").asText()).isEqualTo("money");
    assertThat(transition.path("exemplars").path(0).path("call").asText()).isEqualTo("c-1");
    assertThat(story.path("decisions").path(1).path("verdict").asText()).isEqualTo("silenced");
    assertThat(story.path("decisions").path(1).path("next").asText())
        .isEqualTo("2026-10-03T10:31:00Z");
    assertThat(story.path("acknowledged").path("by").asText()).isEqualTo("ana");
  }

  @Test
  void anUnknownAlertIsAnsweredWithTheNearest() {
    Said ofRule = caller.get("/api/v1/alerts/story?alert=slow");
    assertThat(ofRule.status()).isEqualTo(404);
    assertThat(ofRule.error())
        .isEqualTo("no alert 'slow' is remembered; did you mean '" + FakeEngine.SLOW + "'?");
    Said near = caller.get("/api/v1/alerts/story?alert=dayly_cost/2026-10-03T10:16:00Z");
    assertThat(near.error()).endsWith("did you mean '" + FakeEngine.COST + "'?");
  }

  @Test
  void anAlertIsAcknowledged() {
    Said said = caller.post(ACK, "{\"alert\":" + quoted(FakeEngine.SLOW) + ",\"by\":\" ana \"}");
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.json().path("alert").asText()).isEqualTo(FakeEngine.SLOW);
    assertThat(engine.acts).containsExactly("acknowledge " + FakeEngine.SLOW + " by ana: ");

    Said ofRule = caller.post(ACK, "{\"rule\":\"slow\",\"by\":\"ana\"}");
    assertThat(ofRule.json().path("acknowledged").asInt()).isEqualTo(1);
    assertThat(caller.post(ACK, "{\"rule\":\"slo\",\"by\":\"ana\"}").error())
        .isEqualTo("no alert of a rule 'slo' fires; did you mean 'slow'?");
    assertThat(caller.post(ACK, "{\"rule\":\"slow\",\"alert\":\"x\",\"by\":\"a\"}").status())
        .isEqualTo(400);

    Said pending = caller.post(ACK, "{\"alert\":\"daily_cost\",\"by\":\"ana\",\"comment\":\"x\"}");
    assertThat(pending.status()).isEqualTo(404);
    assertThat(pending.error()).startsWith("no alert 'daily_cost' fires; did you mean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"alert\":\"a\",\"by\":\"b\",\"coment\":\"c\"}|no key 'coment' here; did you mean"
            + " 'comment'?",
        "{\"alert\":\"a\"}|the key 'by' is missing",
        "{\"by\":\"a\"}|the key 'alert' is missing",
        "{\"alert\":null,\"by\":\"a\"}|the key 'alert' is missing",
        "{\"alert\":7,\"by\":\"a\"}|'alert' is a text",
        "{\"alert\":\"a\",\"by\":\" \"}|'by' says who you are, in up to 200 characters",
        "[]|the body is a JSON object",
        "``|the body is a JSON object",
        "{\"alert\":\"a\",\"alert\":\"b\"}|the body is no JSON (line 1, column 21): Duplicate field"
            + " 'alert'",
        "{\"alert\"|the body is no JSON (line 1, column 9): Unexpected end-of-input within/between"
            + " Object entries",
      })
  void wrongBodiesAreExplained(String body, String error) {
    Said said = caller.post(ACK, body);
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.error()).isEqualTo(error);
    assertThat(engine.acts).isEmpty();
  }

  @Test
  void aSilenceIsBegunListedAndEnded() {
    Said begun =
        caller.post(
            SILENCES,
            "{\"matchers\":[\"severity=critical\",{\"label\":\"user\",\"operator\":\"=~\","
                + "\"value\":\"Bj.*\"}],\"duration\":\"1d2h\",\"by\":\"ana\",\"comment\":\"東\"}");
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.json())
        .hasToString(
            "{\"id\":\"s1\",\"state\":\"active\",\"matchers\":[{\"label\":\"severity\",\"operator\""
                + ":\"=\",\"value\":\"critical\"},{\"label\":\"user\",\"operator\":\"=~\",\"value\""
                + ":\"Bj.*\"}],\"from\":\"2026-10-03T10:30:00Z\",\"until\":\"2026-10-04T12:30:00Z\""
                + ",\"by\":\"ana\",\"comment\":\"東\"}");
    caller.post(
        SILENCES,
        "{\"matchers\":[\"a=b\"],\"from\":\"2026-10-03T13:00:00+01:00\","
            + "\"until\":\"2026-10-03T13:00:00Z\",\"by\":\"ana\"}");

    assertThat(caller.get(SILENCES).json().path("silences")).hasSize(2);
    assertThat(caller.get(SILENCES + "?active=true").json().path("silences")).hasSize(1);
    assertThat(caller.get(SILENCES + "?active=false").json().at("/silences/0/state").asText())
        .isEqualTo("pending");

    assertThat(caller.delete(SILENCES + "/s%31?by=Bj%C3%B8rn").status()).isEqualTo(200);
    assertThat(engine.acts).containsExactly("expire s1 by Bjørn");
    Said gone = caller.delete(SILENCES + "/s1?by=ana");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.error()).isEqualTo("no silence 's1' can be ended; did you mean 's2'?");
    assertThat(caller.delete(SILENCES + "/s2").error()).isEqualTo("the parameter 'by' is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"matchers\":[\"a=b\"]|a silence has an end: give either 'until' or 'duration'",
        "\"matchers\":[\"a=b\"],\"duration\":\"1h\",\"until\":\"2026-10-04T00:00:00Z\"|a silence"
            + " has an end: give either 'until' or 'duration'",
        "\"matchers\":[\"a=b\"],\"duration\":\"soon\"|'soon' is no duration; write it as 30m, 2h"
            + " or 1d12h",
        "\"matchers\":[\"a=b\"],\"duration\":\"0s\"|a silence ends after it begins, and after now,"
            + " 2026-10-03T10:30:00Z",
        "\"matchers\":[\"a=b\"],\"duration\":\"999999999w\"|the silence's end is out of range",
        "\"matchers\":[\"a=b\"],\"until\":\"tomorrow\"|'until' is an instant as"
            + " 2026-10-03T10:15:00Z, not 'tomorrow'",
        "\"matchers\":[\"a=b\"],\"until\":\"2026-10-03T10:29:00Z\",\"from\":\"2026-10-03T10:00:00Z\""
            + "|a silence ends after it begins, and after now, 2026-10-03T10:30:00Z",
        "\"matchers\":[],\"duration\":\"1h\"|'matchers' is a list with at least one element",
        "\"matchers\":\"a=b\",\"duration\":\"1h\"|'matchers' is a list with at least one element",
        "\"matchers\":[7],\"duration\":\"1h\"|a matcher is a text as severity=\"critical\", or an"
            + " object with label, operator and value",
        "\"matchers\":[\"a\"],\"duration\":\"1h\"|expected = != =~ or !~ after 'a', at character 2"
            + " of 'a'",
        "\"matchers\":[{\"label\":\"a\",\"operator\":\"~\",\"value\":\"b\"}],\"duration\":\"1h\"|an"
            + " operator is = != =~ or !~, not '~'",
        "\"matchers\":[{\"lable\":\"a\",\"value\":\"b\"}],\"duration\":\"1h\"|no key 'lable' here;"
            + " did you mean 'label'?",
        "\"matchers\":[{\"label\":\"\",\"value\":\"b\"}],\"duration\":\"1h\"|a label has a name",
        "\"matchers\":[\"a=b\"],\"from\":\"0001-01-01T00:00:00Z\",\"duration\":\"1h\"|'from' is an"
            + " instant as 2026-10-03T10:15:00Z, not '0001-01-01T00:00:00Z'",
        "\"matchers\":[\"a=~(\"],\"duration\":\"1h\"|'(' is no regular expression: missing )",
      })
  void wrongSilencesAreExplained(String keys, String error) {
    Said said = caller.post(SILENCES, "{" + keys + ",\"by\":\"ana\"}");
    assertThat(said.error()).isEqualTo(error);
    assertThat(said.status()).isEqualTo(400);
    assertThat(engine.silences).isEmpty();
  }

  @Test
  void healthAndChannelsAreShown() {
    JsonNode health = caller.get("/api/v1/health").json();
    assertThat(health.path("accepted").asInt()).isEqualTo(3);
    assertThat(health.path("last_tick_ms").asInt()).isEqualTo(2);
    assertThat(health.path("store").path("warning").asText()).isEqualTo("little space");
    JsonNode channels = caller.get("/api/v1/channels").json().path("channels");
    assertThat(channels.path(1))
        .hasToString(
            "{\"name\":\"pagerduty\",\"circuit\":\"half_open\",\"delivered\":0,\"failures\":9,"
                + "\"waiting\":2,\"given_up\":1,\"last_delivered\":null,"
                + "\"last_error\":\"answered 500\"}");
  }

  @Test
  void rulesAreReloaded() {
    Said said = caller.post("/api/v1/reload", "");
    assertThat(said.status()).isEqualTo(200);
    assertThat(caller.post("/api/v1/reload", "{}").json()).hasToString("{\"reloaded\":true}");
    assertThat(caller.post("/api/v1/reload", "{\"force\":true}").status()).isEqualTo(400);
    assertThat(engine.acts).containsExactly("reload", "reload");
  }

  @Test
  void wrongRulesAreAnsweredWithAllProblems() {
    newRules = "rules:\n- {name: a, condition: eror_rate > 1}\n- {name: a, condition: }\n";
    Said said = caller.post("/api/v1/reload", "{}");
    assertThat(said.status()).isEqualTo(422);
    assertThat(said.error()).isEqualTo("the rules are wrong; the old ones stay");
    assertThat(said.json().path("diagnostics").size()).isGreaterThan(1);
    assertThat(said.json().at("/diagnostics/0/line").asInt()).isPositive();
  }

  @Test
  void unreadableRulesAreSaidToBe() {
    newRules = "missing";
    unreadable = new NoSuchFileException("rules.yaml");
    Said said = caller.post("/api/v1/reload", "{}");
    assertThat(said.status()).isEqualTo(422);
    assertThat(said.error())
        .isEqualTo("the rules cannot be read; the old ones stay: rules.yaml: no such file");
    assertThat(said.json().path("diagnostics")).isEmpty();
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }
}
