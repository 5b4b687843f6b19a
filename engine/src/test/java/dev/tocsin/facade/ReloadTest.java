package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Status;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String BEFORE =
      """
      rules:
        - {name: errors, condition: error_rate > 0.5, window: 1m}
        - {name: volume, condition: count() over 1m >= 1}
      """;

  @TempDir Path folder;
  private final List<Transition> seen = new ArrayList<>();
  private ManualEngine manual;
  private Tocsin tocsin;

  @BeforeEach
  void twoAlertsFire() {
    manual = new ManualEngine(folder);
    tocsin = manual.builder(BEFORE).listener(seen::add).build();
    tocsin.record(manual.call().status(Status.ERROR).build());
    manual.advance(tocsin, SECOND);
    assertThat(tocsin.alerts()).hasSize(2);
    seen.clear();
  }

  @Test
  void unchangedFoldsKeepTheirStateAndNewOnesSaySinceWhen() throws IOException {
    reload(
        """
        rules:
          - {name: errors, condition: error_rate > 0.4, window: 1m}
          - {name: slow, condition: p95_latency > 2000, window: 1m}
        """);
    manual.advance(tocsin, SECOND);
    Map<String, Instant> since =
        tocsin.readings().stream().collect(Collectors.toMap(Reading::term, Reading::since));
    assertThat(since)
        .containsEntry("error_rate", ManualEngine.START)
        .containsEntry("p95_latency", ManualEngine.START.plus(SECOND));
    assertThat(tocsin.readings()).anyMatch(r -> r.term().equals("error_rate") && r.samples() == 1);
  }

  @Test
  void anAlertWhoseRuleStaysLivesOnWithItsActivation() throws IOException {
    reload("rules: [{name: errors, condition: error_rate > 0.4, window: 1m}]");
    manual.advance(tocsin, SECOND);
    assertThat(tocsin.alerts())
        .extracting(Alert::rule, Alert::activation)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("errors", ManualEngine.START.plus(SECOND)));
  }

  @Test
  void anAlertWhoseRuleIsGoneEnds() throws IOException {
    reload("rules: [{name: errors, condition: error_rate > 0.5, window: 1m}]");
    assertThat(seen)
        .extracting(Transition::rule, Transition::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("volume", AlertState.INACTIVE));
  }

  @Test
  void anAlertWhoseThresholdIsRaisedResolvesAtTheNextTick() throws IOException {
    reload(BEFORE.replace("> 0.5", "> 1.0"));
    manual.advance(tocsin, SECOND);
    assertThat(seen)
        .extracting(Transition::rule, Transition::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("errors", AlertState.INACTIVE));
  }

  @Test
  void brokenRulesChangeNothing() {
    assertThatThrownBy(() -> reload("rules: [{name: errors, condition: eror_rate > 0.5}]"))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("error_rate");
    manual.advance(tocsin, SECOND);
    assertThat(tocsin.alerts()).hasSize(2);
    assertThat(seen).isEmpty();
  }

  @Test
  void theTickStays() throws IOException {
    reload("evaluate_every: 1s\n" + BEFORE);
    assertThatThrownBy(() -> reload("evaluate_every: 5s\n" + BEFORE))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("new.yaml:1:17: error TC332")
        .hasMessageContaining("it is 1s");
  }

  private void reload(String rules) throws IOException {
    tocsin.reload(manual.rules("new.yaml", rules));
  }
}
