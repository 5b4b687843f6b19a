package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Alert;
import dev.tocsin.api.Call;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The built-in alert on too many groups. */
class OverflowAlertTest {
  private static final long SECOND = 1_000_000_000L;
  private static final EngineLimits LIMITS =
      new EngineLimits(Duration.ofSeconds(30), Duration.ofHours(1), 1000, 2);
  private static final String RULES =
      """
      external_labels: {cluster: eu}
      rules:
        - {name: busy, condition: count() by user over 10s > 100, channels: [slack, mail]}
        - {name: slow, condition: p95(latency) by user over 10s > 1h, channels: [mail, pager]}
        - {name: dear, condition: sum(cost) by user over 20s > $100}
        - {name: much, condition: count() by user over 10s > 200, channels: [pager]}
      """;

  private final List<Transition> transitions = new ArrayList<>();
  private Engine engine = engine(RULES);

  @Test
  void firesWhileTheGroupOfWhatIsOverHoldsAnything() {
    calls(0, "a", "b");
    tick(1);
    assertThat(transitions).isEmpty();
    calls(1, "c", "d");
    tick(2);
    assertThat(lines())
        .containsExactly(
            "2 count() by user over 10s firing 2.0",
            "2 p95(latency) by user over 10s firing 2.0",
            "2 sum(cost) by user over 20s firing 2.0");
    calls(5, "e");
    untilQuiet(60);
    assertThat(lines().subList(3, 6))
        .containsExactly(
            "16 count() by user over 10s inactive 0.0",
            "16 p95(latency) by user over 10s inactive 0.0",
            "26 sum(cost) by user over 20s inactive 0.0");
    assertThat(engine.alerts()).isEmpty();
  }

  @Test
  void saysWhatPeopleNeed() {
    calls(0, "a", "b", "c");
    tick(1);
    Transition first = transitions.get(0);
    assertThat(first.rule()).isEqualTo("tocsin_groups_overflow");
    assertThat(first.group()).isEqualTo(Map.of("aggregate", "count() by user over 10s"));
    assertThat(first.severity()).isEqualTo(Severity.WARNING);
    assertThat(first.labels()).isEqualTo(Map.of("cluster", "eu"));
    assertThat(first.annotations().get("description"))
        .isEqualTo(
            "count() by user over 10s has more than 2 groups. What is over is in the group"
                + " (overflow), which no rule is compared with. Rules that read it: busy, much.");
    assertThat(engine.alerts()).extracting(Alert::rule).containsOnly("tocsin_groups_overflow");
  }

  @Test
  void goesToTheChannelsOfTheDefaultsOrThoseOfTheRulesThatReadIt() {
    calls(0, "a", "b", "c");
    tick(1);
    assertThat(transitions)
        .extracting(Transition::channels)
        .containsExactly(List.of("slack", "mail", "pager"), List.of("mail", "pager"), List.of());
    transitions.clear();
    engine = engine("defaults: {channels: [ops]}\n" + RULES);
    calls(0, "a", "b", "c");
    tick(1);
    assertThat(transitions).hasSize(3).allMatch(each -> each.channels().equals(List.of("ops")));
  }

  @Test
  void aRuleOfItsNameTakesItsPlace() {
    engine =
        engine(
            RULES
                + "  - {name: tocsin_groups_overflow, condition: engine.overflowed > 0,"
                + " enabled: false}\n");
    calls(0, "a", "b", "c");
    tick(1);
    untilQuiet(60);
    assertThat(transitions).isEmpty();
  }

  @Test
  void livesThroughACutAndAReload() throws IOException {
    calls(0, "a", "b", "c");
    tick(1);
    ByteOutput bytes = new ByteOutput(1024);
    engine.writeTo(bytes);
    engine = engine(RULES);
    engine.readFrom(new ByteInput(bytes.array(), bytes.size()));
    tick(2);
    engine.apply(
        new Input.Reload(plan(RULES + "  - {name: more, condition: count() over 9s > 9}")));
    tick(3);
    assertThat(transitions).hasSize(3);
    assertThat(engine.alerts()).hasSize(3);
    untilQuiet(60);
    assertThat(lines().subList(3, 6)).allMatch(line -> line.contains("inactive"));
  }

  @Test
  void endsWithTheRulesThatReadTheAggregate() {
    calls(0, "a", "b", "c");
    tick(1);
    engine.apply(new Input.Reload(plan("rules: [{name: x, condition: count() over 9s > 9}]")));
    assertThat(lines().subList(3, 6)).allMatch(line -> line.contains("inactive"));
    assertThat(engine.alerts()).isEmpty();
  }

  private void calls(long second, String... users) {
    for (String user : users) {
      engine.arrive(
          Call.atNanos((1_000_000 + second) * SECOND + 1)
              .user(user)
              .latencyMicros(5)
              .costNanoDollars(7)
              .build());
    }
  }

  private void tick(long second) {
    engine.apply(new Input.Tick((1_000_000 + second) * SECOND));
  }

  /** Only the ticks at which something can change, as a replay does. */
  private void untilQuiet(long second) {
    long end = (1_000_000 + second) * SECOND;
    for (long due = engine.nextDue(); due <= end; due = engine.nextDue()) {
      engine.apply(new Input.Tick(due));
    }
  }

  private List<String> lines() {
    return transitions.stream()
        .map(
            each ->
                "%s %s %s %s"
                    .formatted(
                        each.time().getEpochSecond() - 1_000_000,
                        each.group().get("aggregate"),
                        each.to().label(),
                        each.decisive().value()))
        .toList();
  }

  private static Plan plan(String rules) {
    return Rules.parse("rules.yaml", rules);
  }

  private Engine engine(String rules) {
    return new Engine(
        plan(rules),
        DroolsMatcher::new,
        new PriceList(Map.of()),
        LIMITS,
        input -> {},
        transitions::add);
  }
}
