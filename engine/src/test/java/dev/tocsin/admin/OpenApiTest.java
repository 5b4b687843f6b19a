package dev.tocsin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tocsin.Rules;
import dev.tocsin.admin.Caller.Said;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds the description against what the endpoint does. */
@Timeout(60)
class OpenApiTest {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final FakeEngine engine =
      new FakeEngine() {
        private boolean second;

        @Override
        public void reload() throws IOException {
          if (second) {
            Rules.parse("rules.yaml", "rules: [{name: a, condition: b > 1}]");
          }
          second = true;
        }
      };
  private final Set<String> seen = new TreeSet<>();
  private AdminServer server;
  private JsonNode description;

  @BeforeEach
  void open() throws IOException {
    server = AdminServer.start(engine, AdminOptions.onPort(0));
    description = new Caller(server).get("/openapi.json").json();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyRouteIsDescribedWithItsParameters() {
    Map<String, Set<String>> routes = new TreeMap<>();
    for (Route route : new Routes(engine, () -> 0).all()) {
      routes.put(
          route.method().toLowerCase(Locale.ROOT) + " " + route.path(),
          new TreeSet<>(route.parameters()));
    }
    Map<String, Set<String>> described = new TreeMap<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            described.put(
                                operation.getKey() + " " + path.getKey(),
                                queryParameters(operation.getValue()))));
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void everyAnswerIsAsDescribed() {
    String ack = "{\"alert\":\"%s\",\"by\":\"ana\"}";
    String silence = "{\"matchers\":[\"a=b\"],\"duration\":\"1h\",\"by\":\"ana\"}";
    check("GET", "/api/v1/alerts", "", "", 200);
    check("GET", "/api/v1/alerts", "?x=1", "", 400);
    check("GET", "/api/v1/alerts/story", "?alert=" + url(FakeEngine.SLOW), "", 200);
    check("GET", "/api/v1/alerts/story", "?alert=x", "", 404);
    check(
        "POST",
        "/api/v1/alerts/ack",
        "",
        ack.formatted("slow{user=\\\"Bjørn 東京\\\"}/2026-10-03T10:16:00Z"),
        200);
    check("POST", "/api/v1/alerts/ack", "", ack.formatted("x"), 404);
    check("POST", "/api/v1/alerts/ack", "", "{}", 400);
    check("POST", "/api/v1/alerts/ack", "", " ".repeat(70_000), 413);
    check("GET", "/api/v1/readings", "", "", 200);
    check("POST", "/api/v1/silences", "", silence, 201);
    check("GET", "/api/v1/silences", "", "", 200);
    check("DELETE", "/api/v1/silences/{id}", "s1?by=ana", "", 200);
    check("DELETE", "/api/v1/silences/{id}", "s1?by=ana", "", 404);
    check("GET", "/api/v1/channels", "", "", 200);
    check("GET", "/api/v1/health", "", "", 200);
    check("POST", "/api/v1/reload", "", "{}", 200);
    check("POST", "/api/v1/reload", "", "{}", 422);
    check("GET", "/openapi.json", "", "", 200);
    assertThat(seen).containsAll(goodAnswers());
  }

  @Test
  void refusalsAreDescribedEverywhere() throws IOException {
    AdminOptions closed = AdminOptions.onPort(0).token(() -> "t").readOnly();
    try (AdminServer locked = AdminServer.start(engine, closed)) {
      for (Route route : new Routes(engine, () -> 0).all()) {
        String path = route.path().replace("{id}", "x");
        assertThat(answered(locked, route, path, Map.of())).isEqualTo(401);
        described(route.method(), route.path(), 401);
        described(route.method(), route.path(), 500);
        described(route.method(), route.path(), 503);
        if (route.changes()) {
          assertThat(answered(locked, route, path, Map.of("Authorization", "Bearer t")))
              .isEqualTo(403);
        }
        described(route.method(), route.path(), 403);
        if (route.method().equals("POST")) {
          assertThat(answered(server, route, path, Map.of())).isEqualTo(415);
          described("POST", route.path(), 415);
        }
      }
    }
  }

  private static int answered(
      AdminServer server, Route route, String path, Map<String, String> headers) {
    return new Caller(server).ask(route.method(), path, "", headers).status();
  }

  /** Asks, and holds the answer against the schema of its status. */
  private void check(String method, String path, String rest, String body, int status) {
    String place = path.replace("{id}", "");
    Map<String, String> headers = body.isEmpty() ? Map.of() : JSON;
    Said said = new Caller(server).ask(method, place + rest, body, headers);
    assertThat(said.status()).as(method + " " + path + ": " + said.json()).isEqualTo(status);
    JsonNode schema = described(method, path, status);
    assertThat(problems(schema, said.json())).as(method + " " + path + " " + status).isEmpty();
    seen.add(method.toLowerCase(Locale.ROOT) + " " + path + " " + status);
  }

  private JsonNode described(String method, String path, int status) {
    JsonNode answer =
        description
            .path("paths")
            .path(path)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses")
            .path("" + status)
            .path("content")
            .path("application/json")
            .path("schema");
    assertThat(answer.isObject()).as(method + " " + path + " " + status).isTrue();
    return answer;
  }

  private List<String> problems(JsonNode schema, JsonNode json) {
    ObjectNode whole = new ObjectMapper().createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", description.path("components"));
    List<String> problems = new ArrayList<>();
    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(json)
        .forEach(message -> problems.add(message.toString()));
    undescribed(schema, json, "", problems);
    return problems;
  }

  /** Answers may get fields later, but none that is here now goes undescribed. */
  private void undescribed(JsonNode schema, JsonNode json, String place, List<String> problems) {
    JsonNode resolved = resolved(schema);
    if (json.isArray()) {
      json.forEach(each -> undescribed(resolved.path("items"), each, place + "[]", problems));
    }
    if (json.isObject() && resolved.has("properties")) {
      json.properties()
          .forEach(
              field -> {
                String name = place + "." + field.getKey();
                JsonNode known = resolved.path("properties").path(field.getKey());
                if (known.isMissingNode()) {
                  problems.add(name + " is not described");
                }
                undescribed(known, field.getValue(), name, problems);
              });
    }
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode either = schema.path("anyOf").path(0);
    JsonNode reference = either.isMissingNode() ? schema.path("$ref") : either.path("$ref");
    return reference.isTextual() ? description.at(reference.textValue().substring(1)) : schema;
  }

  private Set<String> goodAnswers() {
    Set<String> good = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          Iterator<String> statuses =
                              operation.getValue().path("responses").fieldNames();
                          statuses.forEachRemaining(
                              status -> {
                                if (status.startsWith("2")) {
                                  good.add(operation.getKey() + " " + path.getKey() + " " + status);
                                }
                              });
                        }));
    return good;
  }

  private static Set<String> queryParameters(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        names.add(parameter.path("name").asText());
      }
    }
    return names;
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
