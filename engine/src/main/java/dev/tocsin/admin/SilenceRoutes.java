package dev.tocsin.admin;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Silence;
import dev.tocsin.json.Json;
import dev.tocsin.json.SilenceJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked about silences. */
final class SilenceRoutes {
  private static final List<String> KEYS =
      List.of("matchers", "from", "until", "duration", "by", "comment");
  private static final List<String> MATCHER_KEYS = List.of("label", "operator", "value");

  private final Administered engine;

  SilenceRoutes(Administered engine) {
    this.engine = engine;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/silences", List.of("active"), this::silences),
        Route.post("/api/v1/silences", this::silence),
        new Route("DELETE", "/api/v1/silences/{id}", List.of("by"), this::expire));
  }

  private Answer silences(Request request) {
    Optional<String> active = request.query().choice("active", List.of("true", "false"));
    Instant now = engine.now();
    List<Silence> silences =
        engine.silences().stream()
            .filter(silence -> active.isEmpty() || silence.isActive(now) == isTrue(active.get()))
            .toList();
    return Answer.ok(SilenceJson.silences(now, silences));
  }

  private static boolean isTrue(String word) {
    return word.equals("true");
  }

  private Answer silence(Request request) {
    Body body = Body.of(request.body(), KEYS);
    Instant now = engine.now();
    Instant from = body.text("from").map(text -> instant("from", text)).orElse(now);
    Instant until = until(body, from);
    if (!until.isAfter(from) || !until.isAfter(now)) {
      throw Refusal.badRequest("a silence ends after it begins, and after now, " + now);
    }
    List<LabelMatcher> matchers = new ArrayList<>();
    body.list("matchers").forEach(element -> matchers.add(matcher(element)));
    String by = body.by();
    try {
      Silence silence = engine.silence(matchers, from, until, by, body.text("comment").orElse(""));
      return new Answer(Answer.CREATED, SilenceJson.silence(now, silence));
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static Instant until(Body body, Instant from) {
    Optional<String> until = body.text("until");
    Optional<String> duration = body.text("duration");
    if (until.isPresent() == duration.isPresent()) {
      throw Refusal.badRequest("a silence has an end: give either 'until' or 'duration'");
    }
    try {
      return until
          .map(text -> instant("until", text))
          .orElseGet(() -> from.plus(duration(duration.orElseThrow())));
    } catch (DateTimeException | ArithmeticException e) {
      throw Refusal.badRequest("the silence's end is out of range");
    }
  }

  private static Duration duration(String text) {
    try {
      return DurationWords.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static Instant instant(String key, String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.badRequest(
          "'" + key + "' is an instant as 2026-10-03T10:15:00Z, not '" + text + "'");
    }
  }

  private static LabelMatcher matcher(Body.Element element) {
    try {
      return element
          .text()
          .map(LabelMatcher::parse)
          .or(() -> element.object(MATCHER_KEYS).map(SilenceRoutes::matcher))
          .orElseThrow(
              () ->
                  Refusal.badRequest(
                      "a matcher is a text as severity=\"critical\", or an object with label,"
                          + " operator and value"));
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static LabelMatcher matcher(Body matcher) {
    String symbol = matcher.text("operator").orElse("=");
    LabelMatcher.Operator operator =
        Arrays.stream(LabelMatcher.Operator.values())
            .filter(each -> each.symbol().equals(symbol))
            .findFirst()
            .orElseThrow(
                () -> Refusal.badRequest("an operator is = != =~ or !~, not '" + symbol + "'"));
    String label = matcher.required("label");
    if (label.isBlank()) {
      throw Refusal.badRequest("a label has a name");
    }
    return new LabelMatcher(label, operator, matcher.required("value"));
  }

  private Answer expire(Request request) {
    String id = Query.decoded(request.named());
    String by = Body.name(request.query().required("by"));
    if (!engine.expire(id, by)) {
      Instant now = engine.now();
      List<String> others =
          engine.silences().stream()
              .filter(silence -> silence.until().isAfter(now))
              .map(Silence::id)
              .toList();
      throw Refusal.notFound("no silence '" + id + "' can be ended", id, others);
    }
    return Answer.ok(Json.of(Map.of("id", id)));
  }
}
