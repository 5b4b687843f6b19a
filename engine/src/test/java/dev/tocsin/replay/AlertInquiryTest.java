package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Rules;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Exemplar;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How one alert stood at times of a trace. */
class AlertInquiryTest {
  private static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          rules:
            - {name: slow, condition: max(latency) by user over 10s > 2s, for: 3s, keep_firing_for: 5s}
            - {name: rare, condition: avg(latency) over 10s < 1s, min_samples: 3}
            - {name: sides, condition: max(latency) over 10s > 2 * min(latency) over 10s}
          """);

  @TempDir private Path folder = Path.of("");
  private Path trace = Path.of("");

  /** User u has a slow call at :05, :07 and :09, and a quick one every second up to :30. */
  @BeforeEach
  void write() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i <= 30; i++) {
      boolean slow = i == 5 || i == 7 || i == 9;
      lines.append(
          """
          {"time":"2026-10-03T10:00:%02dZ","type":"call","id":"c%d","user":"u","latency_ms":%d}
          """
              .formatted(i, i, slow ? 3000 + i : 1500));
    }
    trace = Files.writeString(folder.resolve("trace.jsonl"), lines);
  }

  @Test
  void goesThroughItsStates() {
    assertThat(ask(0, "u", 4).state()).isEqualTo(AlertState.INACTIVE);
    AlertFinding pending = ask(0, "u", 7);
    assertThat(pending.state()).isEqualTo(AlertState.PENDING);
    assertThat(pending.standing().changes()).contains(time(9));
    AlertFinding firing = ask(0, "u", 10);
    assertThat(firing.state()).isEqualTo(AlertState.FIRING);
    assertThat(firing.standing().changes()).isEmpty();
    assertThat(firing.standing().evidence().exemplars())
        .extracting(Exemplar::call)
        .containsExactly("c9", "c7", "c5");
    assertThat(firing.last().orElseThrow().time()).isEqualTo(time(9));
    AlertFinding kept = ask(0, "u", 21);
    assertThat(kept.state()).isEqualTo(AlertState.FIRING);
    assertThat(kept.comparisons().get(0).holds()).isFalse();
    assertThat(kept.standing().changes()).contains(time(25));
    assertThat(ask(0, "u", 26).state()).isEqualTo(AlertState.INACTIVE);
  }

  @Test
  void knowsTheExtremeAndItsTime() {
    AlertFinding late = ask(0, "u", 28);
    assertThat(late.traceFrom()).isEqualTo(time(0));
    assertThat(late.extremes())
        .containsExactly(Optional.of(new AlertFinding.Extreme(3009, time(10))));
    AlertFinding lowest = ask(1, null, 28);
    assertThat(lowest.extremes().get(0)).contains(new AlertFinding.Extreme(1500, time(3)));
    assertThat(ask(1, null, 2).extremes()).containsExactly(Optional.empty());
    assertThat(ask(1, null, 2).comparisons().get(0).isKnown()).isFalse();
    assertThat(ask(2, null, 8).extremes()).containsExactly(Optional.empty());
  }

  @Test
  void goesOnAfterTheLastEvent() {
    AlertFinding quiet = ask(0, "u", 59);
    assertThat(quiet.comparisons().get(0).reading().value()).isNull();
    assertThat(quiet.standing().evidence().sampled()).isZero();
  }

  @Test
  void needsAnEventBeforeTheTime() {
    assertThatThrownBy(() -> ask(0, "u", 0))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("there is no event before 2026-10-03T10:00:00Z");
  }

  @Test
  void isToldAsJson() {
    assertThat(JsonLines.finding(ask(0, "u", 7)))
        .startsWith(
            "{\"type\":\"alert\",\"time\":\"2026-10-03T10:00:07Z\",\"rule\":\"slow\","
                + "\"group\":{\"user\":\"u\"},\"state\":\"pending\","
                + "\"activation\":\"2026-10-03T10:00:06Z\",\"changes_at\":\"2026-10-03T10:00:09Z\","
                + "\"comparisons\":[{\"term\":\"max(latency) by user over 10s\",\"operator\":\">\","
                + "\"value\":3005,\"threshold\":2000,\"samples\":7,\"min_samples\":1,\"holds\":true,"
                + "\"extreme_of_day\":{\"value\":3005,\"time\":\"2026-10-03T10:00:06Z\"}}]")
        .contains("\"exemplars\":[{\"call\":\"c5\"")
        .contains("\"last_transition\":{\"type\":\"transition\"");
    assertThat(JsonLines.finding(ask(1, null, 2))).contains("\"holds\":null");
  }

  @Test
  void aTraceHasASpan() throws IOException {
    TraceFormats formats = TraceFormats.with(List.of());
    assertThat(TraceSpan.of(trace, formats)).contains(new TraceSpan(time(0), time(30)));
    assertThat(TraceSpan.of(Files.writeString(trace, "\n"), formats)).isEmpty();
  }

  private AlertFinding ask(int rule, @Nullable String user, int second) {
    Group group = user == null ? Group.ALL : new Group(List.of("user"), List.of(user));
    return AlertInquiry.ask(Replay.of(PLAN, trace), PLAN.rules().get(rule), group, time(second));
  }

  private static Instant time(int second) {
    return Instant.parse("2026-10-03T10:00:00Z").plusSeconds(second);
  }
}
