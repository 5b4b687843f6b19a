package dev.tocsin.admin;

import dev.tocsin.api.Silence;
import dev.tocsin.json.Json;
import dev.tocsin.json.SilenceJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked about silences. */
final class SilenceRoutes {
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
    Instant now = engine.now();
    NewSilence wanted = NewSilence.of(request.body(), now);
    try {
      Silence silence =
          engine.silence(
              wanted.matchers(), wanted.from(), wanted.until(), wanted.by(), wanted.comment());
      return new Answer(Answer.CREATED, SilenceJson.silence(now, silence));
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private Answer expire(Request request) {
    String id = request.named();
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
