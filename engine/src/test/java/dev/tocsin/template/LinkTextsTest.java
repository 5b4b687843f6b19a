package dev.tocsin.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.dsl.template.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTextsTest {
  private static final Instant TICK = Instant.parse("2026-10-03T10:15:00Z");
  private static final Map<String, Template> LINKS =
      Rules.parse(
              "rules.yaml",
              """
              rules: []
              links:
                trace: https://cloud.example/traces/{{ trace }}
                call: https://cloud.example/calls?id={{ call }}&team={{ labels.team }}
                user: https://cloud.example/{{ rule }}/{{ severity }}/{{ group.user }}
                fixed: https://cloud.example/
              """)
          .routing()
          .links();

  @Test
  void valuesCannotChangeWhereALinkLeads() {
    Evidence evidence =
        new Evidence(
            List.of(
                new Exemplar("c 1", null, TICK, null), new Exemplar("c2", "t/../2", TICK, null)),
            List.of(),
            9);

    assertThat(LinkTexts.of(LINKS, alert("a?b=c&d#ü").with(evidence)))
        .containsExactly(
            Map.entry("trace", "https://cloud.example/traces/t%2F..%2F2"),
            Map.entry("call", "https://cloud.example/calls?id=c%201&team=search"),
            Map.entry("user", "https://cloud.example/slow/critical/a%3Fb%3Dc%26d%23%C3%BC"),
            Map.entry("fixed", "https://cloud.example/"));
  }

  @Test
  void aLinkWithoutItsValueIsLeftOut() {
    assertThat(LinkTexts.of(LINKS, alert(""))).containsOnlyKeys("fixed");
  }

  private static Transition alert(String user) {
    ComparedReading reading = new ComparedReading("count()", ">", 3.0, 2.0, 3, Unit.COUNT);
    return new Transition(
        TICK,
        "slow",
        Map.of("user", user),
        TICK,
        AlertState.INACTIVE,
        AlertState.FIRING,
        reading,
        List.of(reading),
        Severity.CRITICAL,
        List.of(),
        Map.of("team", "search"),
        Map.of());
  }
}
