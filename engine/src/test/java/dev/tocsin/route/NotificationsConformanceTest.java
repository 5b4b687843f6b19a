package dev.tocsin.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Alertmanager's own tests expect of grouping, repeats, inhibition and silences: the cases of
 * ../shared/conformance/notifications.yaml, each with its name there. Each runs twice, once with
 * the router written down and read again at every step.
 */
class NotificationsConformanceTest {
  private static final double NEVER = Double.NaN;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void n1GroupsWaitThenSpeakAtIntervalsAndRepeat(boolean cuts) {
    Clockwork run = new Clockwork(Plans.with(1, 1, 4.9).plan(), (channel, at) -> true, cuts);
    Map.of("a", 1.1, "e", 1.7, "b", 3.3, "c", 3.3, "d", 3.3)
        .forEach((name, from) -> run.alert(Map.of("rule", name), from, NEVER));
    run.run(10);
    assertThat(run.heard("slack", 2, 2.5)).containsExactly("a,e|");
    assertThat(run.heard("slack", 4, 4.5)).containsExactly("a,b,c,d,e|");
    assertThat(run.heard("slack", 9, 9.5)).containsExactly("a,b,c,d,e|");
    assertThat(run.heard).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void n3EachEndpointHasItsOwnRecord(boolean cuts) {
    Clockwork run =
        new Clockwork(
            Plans.with(1, 2, 3).receivers("team", "good", "bad").plan(),
            (channel, at) -> channel.equals("good") || at >= 4.5,
            cuts);
    run.alert(Map.of("rule", "a"), 1, NEVER).run(7.9);
    assertThat(run.heard("good", 2, 2.5)).containsExactly("a|");
    assertThat(run.heard("good", 6, 6.5)).containsExactly("a|");
    assertThat(run.heard("good", 0, 7.9)).hasSize(2);
    assertThat(run.heard("bad", 4.5, 6.5)).containsExactly("a|");
    assertThat(run.heard("bad", 0, 7.9)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void n4OneAlertKeepsOthersSilentWhereLabelsAreEqual(boolean cuts) {
    Clockwork run =
        new Clockwork(
            Plans.with(1, 1, 0.1)
                .inhibit(
                    "job explains instance",
                    List.of("rule = JobDown"),
                    List.of("rule = InstanceDown"),
                    "job",
                    "zone")
                .plan(),
            (channel, at) -> true,
            cuts);
    run.alert(Map.of("rule", "InstanceDown", "job", "", "zone", "aa"), 1, NEVER)
        .alert(Map.of("rule", "InstanceDown", "job", "", "zone", "ab"), 1, NEVER)
        .alert(Map.of("rule", "JobDown", "job", "", "zone", "aa"), 2.2, 3.6)
        .run(4.4);
    assertThat(run.heard("slack", 2, 2.5)).containsExactly("InstanceDownaa,InstanceDownab|");
    assertThat(run.heard("slack", 3, 3.5)).containsExactly("InstanceDownab,JobDownaa|");
    assertThat(run.heard("slack", 4, 4.5))
        .containsExactly("InstanceDownaa,InstanceDownab|JobDownaa");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void n6WhatIsSilencedIsLeftOut(boolean cuts) {
    Clockwork run = new Clockwork(Plans.with(1, 1, 0.1).plan(), (channel, at) -> true, cuts);
    run.alert(Map.of("rule", "a"), 1, NEVER)
        .alert(Map.of("rule", "b"), 1, NEVER)
        .silence("rule", "a", 2.5, 4.5)
        .run(5.4);
    assertThat(run.heard("slack", 2, 2.5)).containsExactly("a,b|");
    assertThat(run.heard("slack", 3, 3.5)).containsExactly("b|");
    assertThat(run.heard("slack", 4, 4.5)).containsExactly("b|");
    assertThat(run.heard("slack", 5, 5.5)).containsExactly("a,b|");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void n8OnlyResolvedAlertsOfWhichNobodyHeardAreNotSent(boolean cuts) {
    Clockwork run = new Clockwork(Plans.with(1, 1, 5).plan(), (channel, at) -> true, cuts);
    run.alert(Map.of("rule", "a"), 1, 1.5).alert(Map.of("rule", "b"), 1, 1.9).run(12);
    assertThat(run.heard).isEmpty();
    assertThat(run.sent()).isEmpty();
    assertThat(run.router().nextDue()).isEqualTo(Router.NEVER);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void n10TheSameSetIsSentAgainOnlyAfterTheRepeatInterval(boolean cuts) {
    Clockwork run = new Clockwork(Plans.with(0, 1, 600).plan(), (channel, at) -> true, cuts);
    for (String name : List.of("1", "2", "3")) {
      run.alert(Map.of("rule", name), 1, NEVER);
    }
    run.run(662);
    assertThat(run.heard("slack", 0, 2)).containsExactly("1,2,3|");
    assertThat(run.heard("slack", 2, 601)).isEmpty();
    assertThat(run.heard("slack", 601, 662)).containsExactly("1,2,3|");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aResolveOfWhatWasToldIsToldAlsoInASilence(boolean cuts) {
    Clockwork run = new Clockwork(Plans.with(1, 1, 60).plan(), (channel, at) -> true, cuts);
    run.alert(Map.of("rule", "a"), 1, 6).silence("rule", "a", 3, 30).run(20);
    assertThat(run.heard("slack", 0, 20)).containsExactly("a|", "|a");
    assertThat(run.heard.get(1).at()).isBetween(6.0, 7.0);
  }
}
