package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Alert;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Unit;
import dev.tocsin.event.DeclaredField;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields that a host declares, and measures, in a running engine. */
class OwnFieldsTest {
  private static final String RULES =
      """
      rules:
        - {name: slow_tenant, condition: avg(queued) by tenant over 1m > 1s}
        - {name: deep, condition: avg(measure.depth) by tenant over 1m > 10}
      """;

  @TempDir Path folder;

  @Test
  void areNamedAsBuiltInOnesAndSurviveAReload() throws IOException {
    ManualEngine manual = new ManualEngine(folder);
    try (Tocsin engine =
        manual
            .builder(RULES)
            .field(DeclaredField.text("tenant", "the customer").from("tenant_id"))
            .field(DeclaredField.number("queued", Unit.DURATION, "time in the queue"))
            .build()) {
      engine.record(manual.call().attribute("tenant_id", "acme").attribute("queued", 1500).build());
      engine.record(manual.call().attribute("tenant_id", "other").attribute("queued", 5).build());
      engine.record(
          new Measure(
              manual.call().build().timeNanos(),
              "depth",
              11_000_000_000L,
              Map.of("tenant_id", "acme")));
      manual.advance(engine, Duration.ofSeconds(5));
      assertFiring(engine);
      engine.reload(manual.rules("again.yaml", RULES));
      manual.advance(engine, Duration.ofSeconds(5));
      assertFiring(engine);
    }
  }

  private static void assertFiring(Tocsin engine) {
    assertThat(engine.alerts()).extracting(Alert::rule).containsExactly("slow_tenant", "deep");
    assertThat(engine.alerts()).extracting(Alert::group).containsOnly(Map.of("tenant", "acme"));
  }
}
