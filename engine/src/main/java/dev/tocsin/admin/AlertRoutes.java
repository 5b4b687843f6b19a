package dev.tocsin.admin;

import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Severity;
import dev.tocsin.json.AlertJson;
import dev.tocsin.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked about alerts. */
final class AlertRoutes {
  private static final List<String> STATES =
      List.of(AlertState.PENDING.label(), AlertState.FIRING.label());
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::label).toList();

  private final Administered engine;

  AlertRoutes(Administered engine) {
    this.engine = engine;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/alerts", List.of("rule", "state", "severity"), this::alerts),
        Route.get("/api/v1/alerts/story", List.of("alert"), this::story),
        Route.post("/api/v1/alerts/ack", this::acknowledge));
  }

  private Answer alerts(Request request) {
    Optional<String> rule = request.query().value("rule");
    Optional<String> state = request.query().choice("state", STATES);
    Optional<String> severity = request.query().choice("severity", SEVERITIES);
    List<Alert> alerts =
        engine.alerts().stream()
            .filter(alert -> rule.isEmpty() || rule.get().equals(alert.rule()))
            .filter(alert -> state.isEmpty() || state.get().equals(alert.state().label()))
            .filter(alert -> severity.isEmpty() || severity.get().equals(alert.severity().label()))
            .toList();
    return Answer.ok(AlertJson.alerts(engine.now(), alerts));
  }

  private Answer story(Request request) {
    String key = request.query().required("alert");
    return engine
        .story(key)
        .map(story -> Answer.ok(AlertJson.story(engine.now(), story)))
        .orElseThrow(() -> unknown("no alert '" + key + "' is remembered", key));
  }

  private Answer acknowledge(Request request) {
    Body body = Body.of(request.body(), List.of("alert", "rule", "by", "comment"));
    Optional<String> rule = body.text("rule");
    if (rule.isPresent() && body.text("alert").isPresent()) {
      throw Refusal.badRequest("either 'alert' or 'rule', which means all its alerts that fire");
    }
    String named = rule.isPresent() ? rule.get() : body.required("alert");
    List<String> keys = rule.map(this::firing).orElse(List.of(named));
    int count = engine.acknowledge(keys, body.by(), body.text("comment").orElse(""));
    if (count == 0) {
      throw rule.isPresent()
          ? Refusal.notFound("no alert of a rule '" + named + "' fires", named, rulesThatFire())
          : unknown("no alert '" + named + "' fires", named);
    }
    return Answer.ok(
        Json.of(Map.of(rule.isPresent() ? "rule" : "alert", named, "acknowledged", count)));
  }

  private List<String> firing(String rule) {
    return engine.alerts().stream()
        .filter(alert -> alert.rule().equals(rule) && alert.state() == AlertState.FIRING)
        .map(Alert::key)
        .toList();
  }

  private List<String> rulesThatFire() {
    return engine.alerts().stream()
        .filter(alert -> alert.state() == AlertState.FIRING)
        .map(Alert::rule)
        .distinct()
        .toList();
  }

  /** A rule's name stands for its alert where it has only one. */
  private Refusal unknown(String error, String written) {
    List<Alert> alerts = engine.alerts();
    List<String> ofRule =
        alerts.stream().filter(alert -> alert.rule().equals(written)).map(Alert::key).toList();
    if (ofRule.size() == 1) {
      return Refusal.notFound(error + "; did you mean '" + ofRule.get(0) + "'?", "", List.of());
    }
    return Refusal.notFound(error, written, alerts.stream().map(Alert::key).toList());
  }
}
