package dev.tocsin.admin;

import dev.tocsin.api.Reading;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.json.DiagnosticJson;
import dev.tocsin.json.HealthJson;
import dev.tocsin.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What is asked about the engine itself. */
final class EngineRoutes {
  /** More groups than anybody reads, and few enough for one answer. */
  private static final int MOST_READINGS = 10_000;

  private final Administered engine;
  private final LongSupplier faults;

  EngineRoutes(Administered engine, LongSupplier faults) {
    this.engine = engine;
    this.faults = faults;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/readings", List.of("term", "limit"), this::readings),
        Route.get(
            "/api/v1/channels",
            List.of(),
            request -> Answer.ok(HealthJson.channels(engine.now(), engine.channels()))),
        Route.get(
            "/api/v1/health",
            List.of(),
            request ->
                Answer.ok(HealthJson.health(engine.now(), engine.health(), faults.getAsLong()))),
        Route.post("/api/v1/reload", this::reload),
        Route.get("/openapi.json", List.of(), request -> Answer.ok(description())));
  }

  private Answer readings(Request request) {
    Optional<String> term = request.query().value("term");
    int limit = request.query().count("limit", MOST_READINGS);
    List<Reading> readings =
        engine.readings().stream()
            .filter(reading -> term.isEmpty() || term.get().equals(reading.term()))
            .toList();
    List<Reading> shown = readings.subList(0, Math.min(limit, readings.size()));
    return Answer.ok(HealthJson.readings(engine.now(), shown, readings.size()));
  }

  private Answer reload(Request request) {
    if (!request.body().isBlank()) {
      Body.of(request.body(), List.of());
    }
    try {
      engine.reload();
      return Answer.ok(Json.of(Map.of("reloaded", true)));
    } catch (InvalidRulesException e) {
      return new Answer(
          Answer.WRONG_RULES,
          DiagnosticJson.refused("the rules are wrong; the old ones stay", e.diagnostics()));
    } catch (IOException e) {
      String why = e.getMessage() + (e instanceof NoSuchFileException ? ": no such file" : "");
      return new Answer(
          Answer.WRONG_RULES,
          DiagnosticJson.refused("the rules cannot be read; the old ones stay: " + why, List.of()));
    }
  }

  private static String description() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(EngineRoutes.class.getResourceAsStream("openapi.json"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
