package dev.tocsin.route;

import static dev.tocsin.route.Clockwork.nanos;
import static dev.tocsin.route.Clockwork.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Silence;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.routing.RoutingPlan;
import dev.tocsin.routing.TimeInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what and when, beyond Alertmanager's cases. */
class RouterTest {
  private static final double NEVER = Double.NaN;
  private static final Map<String, String> A = Map.of("rule", "a");
  private static final Map<String, String> B = Map.of("rule", "b");

  @Test
  void withoutRoutesEachAlertGoesOutAtOnceByItsSeverity() {
    Clockwork run = new Clockwork(RoutingPlan.DEFAULT);
    run.at(1, at -> fire(run, A, at, at, AlertState.INACTIVE, Severity.INFO))
        .at(1, at -> fire(run, B, at, at, AlertState.INACTIVE, Severity.CRITICAL))
        .run(1);
    assertThat(run.heard).extracting(Clockwork.Heard::at).containsOnly(1.0);
    assertThat(run.heard("slack", 0, 2)).containsExactlyInAnyOrder("a|", "b|");
    assertThat(run.heard("email", 0, 2)).containsExactly("b|");
    assertThat(run.heard("pagerduty", 0, 2)).containsExactly("b|");
  }

  @Test
  void aRulesOwnChannelsComeFirst() {
    Clockwork run =
        new Clockwork(
            Plans.with(0, 1, 60)
                .child(Plans.with(0, 1, 60).path("1").match("rule = a").goesOn())
                .child(Plans.with(0, 1, 60).path("2").match("rule = a"))
                .plan());
    run.at(
            1,
            at ->
                run.router()
                    .transition(Clockwork.firing(A, at, Severity.INFO, List.of("sms", "log"))))
        .run(1);
    assertThat(run.heard).extracting(Clockwork.Heard::channel).containsExactly("sms", "log");
  }

  @Test
  void whatGetsWorseIsNewsAlsoWhereItWasToldAndReachesMore() {
    Clockwork run = new Clockwork(RoutingPlan.DEFAULT);
    run.at(1, at -> fire(run, A, at, at, AlertState.INACTIVE, Severity.WARNING))
        .at(3, at -> fire(run, A, nanos(1), at, AlertState.FIRING, Severity.CRITICAL))
        .at(4, at -> fire(run, A, nanos(1), at, AlertState.FIRING, Severity.WARNING))
        .at(5, at -> run.router().transition(Clockwork.resolved(A, nanos(1), at)))
        .run(6);
    assertThat(run.heard("slack", 0, 6)).containsExactly("a|", "a|", "|a");
    assertThat(run.heard("pagerduty", 0, 6)).containsExactly("a|", "|a");
    assertThat(run.sent()).extracting(one -> one.thread()).hasSize(8).containsOnly(threadOfA());
    assertThat(run.sent()).extracting(one -> one.key()).doesNotHaveDuplicates();
  }

  private static String threadOfA() {
    return "{}:{rule=\"a\"}@1970-01-01T00:00:01Z";
  }

  @Test
  void nobodyAcknowledgesSoOthersAreTold() {
    Clockwork run = new Clockwork(escalating());
    run.alert(A, 1, 30).run(40);
    assertThat(run.heard("slack", 0, 40)).as("repeated at 21.5").containsExactly("a|", "a|", "|a");
    assertThat(run.heard("pager", 0, 40)).containsExactly("a|", "|a");
    assertThat(run.heard("phone", 0, 40)).containsExactly("a|", "|a");
    assertThat(run.heard.stream().filter(one -> one.channel().equals("pager")).findFirst())
        .hasValueSatisfying(
            one -> {
              assertThat(one.at()).isEqualTo(11.5);
              assertThat(one.cause()).isEqualTo("escalation");
            });
  }

  @Test
  void whoAcknowledgesEndsRepeatsAndEscalationButHearsTheEnd() {
    Clockwork run = new Clockwork(escalating());
    String key = "a/1970-01-01T00:00:01Z";
    run.alert(A, 1, 60)
        .at(
            15,
            at ->
                run.router()
                    .acknowledge(List.of(key), new Acknowledgement("ben", time(15), "on it")))
        .run(80);
    assertThat(run.heard("slack", 0, 80)).containsExactly("a|", "a|", "|a");
    assertThat(run.heard("pager", 0, 80)).containsExactly("a|", "a|", "|a");
    assertThat(run.heard("phone", 0, 80)).isEmpty();
    assertThat(run.heard)
        .filteredOn(one -> one.cause().equals("acknowledged"))
        .extracting(Clockwork.Heard::at)
        .containsOnly(15.0)
        .hasSize(2);
    run.router().acknowledge(List.of(key), new Acknowledgement("eve", time(80), "too late"));
    assertThat(run.router().acknowledgement(key)).isEmpty();
    assertThat(verdicts(run, key)).contains(Verdict.ACKNOWLEDGED);
  }

  @Test
  void aReceiverThatIsNamedAsAChannelIsAnother() {
    Clockwork run =
        new Clockwork(Plans.with(1, 1, 600).receiver("slack").receivers("slack", "slack").plan());
    run.alert(A, 1, NEVER)
        .at(
            1,
            at ->
                run.router()
                    .transition(Clockwork.firing(B, at, Severity.WARNING, List.of("slack"))))
        .run(5);
    assertThat(run.heard("slack", 0, 5)).containsExactlyInAnyOrder("a|", "b|");
    assertThat(run.sent()).extracting(one -> one.key()).doesNotHaveDuplicates();
    assertThat(run.sent()).extracting(one -> one.thread()).doesNotHaveDuplicates();
  }

  @Test
  void whoIsToldAtEachStepHearsEachTime() {
    Clockwork run =
        new Clockwork(
            Plans.with(0, 1, 600)
                .escalate(10, "team")
                .escalate(20, "boss")
                .escalate(30, "boss")
                .receivers("team", "slack")
                .receivers("boss", "phone")
                .plan(),
            (channel, at) -> at > 40,
            false);
    run.alert(A, 1, NEVER).run(50);
    assertThat(run.heard("slack", 0, 50)).hasSize(2);
    assertThat(run.heard("phone", 0, 50)).hasSize(2);
    assertThat(run.sent()).extracting(one -> one.key()).doesNotHaveDuplicates();
  }

  private static RoutingPlan escalating() {
    return Plans.with(0.5, 1, 20)
        .escalate(10, "second")
        .escalate(25, "boss")
        .receivers("team", "slack")
        .receivers("second", "pager")
        .receivers("boss", "phone")
        .plan();
  }

  @Test
  void thoseWhoKnewBeforeItGotWorseHearToo() {
    Plans critical =
        Plans.with(0, 1, 600).path("critical").match("severity = critical").receiver("oncall");
    Clockwork run =
        new Clockwork(
            Plans.with(0, 1, 600)
                .child(critical)
                .receivers("team", "slack")
                .receivers("oncall", "pager")
                .plan());
    String key = "a/1970-01-01T00:00:01Z";
    run.alert(A, 1, NEVER)
        .at(3, at -> fire(run, A, nanos(1), at, AlertState.FIRING, Severity.CRITICAL))
        .at(
            5,
            at -> run.router().acknowledge(List.of(key), new Acknowledgement("ben", time(5), "")))
        .run(8);
    assertThat(run.heard("slack", 4, 8)).containsExactly("a|");
    assertThat(run.heard("pager", 4, 8)).containsExactly("a|");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theOldestGroupHearsFirstAlsoAfterARestart(boolean cuts) {
    Plans critical =
        Plans.with(0, 1, 600).path("critical").match("severity = critical").receiver("oncall");
    Clockwork run =
        new Clockwork(
            Plans.with(0, 1, 600)
                .child(critical)
                .receivers("team", "slack")
                .receivers("oncall", "pager")
                .plan(),
            (channel, at) -> true,
            cuts);
    Acknowledgement ack = new Acknowledgement("ben", time(5), "");
    run.at(1, at -> fire(run, B, at, at, AlertState.INACTIVE, Severity.CRITICAL))
        .at(2, at -> fire(run, A, at, at, AlertState.INACTIVE, Severity.WARNING))
        .at(3, at -> fire(run, A, nanos(2), at, AlertState.FIRING, Severity.CRITICAL))
        .at(5, at -> run.router().acknowledge(List.of("a/1970-01-01T00:00:02Z"), ack))
        .run(6);
    assertThat(run.heard)
        .filteredOn(one -> one.cause().equals("acknowledged"))
        .extracting(Clockwork.Heard::channel)
        .containsExactly("pager", "slack");
  }

  @Test
  void overTheBudgetTheRestIsSummedUp() {
    Clockwork run =
        new Clockwork(
            Plans.with(0, 5, 600).byAll().budget(3, 60).receivers("team", "slack").plan());
    for (int user = 0; user < 30; user++) {
      run.alert(Map.of("rule", "a", "user", "u" + (10 + user)), 1, user == 29 ? NEVER : 20);
    }
    run.run(70);
    List<Clockwork.Heard> alone =
        run.heard.stream().filter(one -> !one.cause().equals("summary")).toList();
    List<Clockwork.Heard> summed =
        run.heard.stream().filter(one -> one.cause().equals("summary")).toList();
    assertThat(alone).hasSize(6);
    assertThat(summed).hasSize(2);
    assertThat(summed.get(0).firing()).hasSize(27);
    assertThat(summed.get(1).resolved()).hasSize(26);
    assertThat(verdicts(run, "a{user=\"u39\"}/1970-01-01T00:00:01Z"))
        .contains(Verdict.OVER_BUDGET, Verdict.SENT);
  }

  @Test
  void theBudgetOfALaterPeriodIsNew() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 600).byAll().budget(1, 10).plan());
    run.alert(A, 1, 5).alert(B, 2, 5).alert(Map.of("rule", "c"), 11, NEVER).run(15);
    assertThat(run.heard)
        .filteredOn(one -> one.cause().equals("summary"))
        .extracting(Clockwork.Heard::firing)
        .contains(List.of("b"))
        .doesNotContain(List.of("c"));
  }

  @Test
  void atNightARouteIsMuteAndSpeaksInTheMorning() {
    TimeInterval office =
        new TimeInterval(
            "office",
            ZoneOffset.UTC,
            List.of(
                new TimeInterval.Part(
                    List.of(new TimeInterval.Range(2, 3)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())));
    Clockwork active = new Clockwork(Plans.with(0, 0, 600).byAll().active(office).plan());
    active.alert(A, 10, NEVER).alert(B, 20, 30).run(130);
    assertThat(active.heard("slack", 0, 120)).isEmpty();
    assertThat(active.heard("slack", 120, 120.1)).containsExactly("a|");
    Clockwork mute = new Clockwork(Plans.with(0, 0, 600).byAll().mute(office).plan());
    mute.alert(A, 10, 125).alert(B, 121, NEVER).run(200);
    assertThat(mute.heard("slack", 0, 200)).containsExactly("a|", "|a", "b|");
    assertThat(mute.heard.get(2).at()).isEqualTo(180.0);
  }

  @Test
  void anExpiredSilenceLetsAlertsOutAtOnce() {
    Clockwork run = new Clockwork(Plans.with(0, 0, 600).byAll().plan());
    run.silence("rule", "a", 1, 500)
        .alert(A, 2, NEVER)
        .at(
            10,
            at -> {
              assertThat(run.router().expire("s2", time(10))).isFalse();
              assertThat(run.router().expire("s1", time(10))).isTrue();
              assertThat(run.router().expire("s1", time(10))).as("it has ended").isFalse();
            })
        .run(20);
    assertThat(run.heard).extracting(Clockwork.Heard::at).containsExactly(10.0);
    assertThat(run.router().silences().get(0).until()).isEqualTo(time(10));
  }

  @Test
  void aSilenceOfNextMonthLeavesThatOfTodayInForce() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 600).byAll().plan());
    double month = Duration.ofDays(30).toSeconds();
    run.silence("rule", "a", 1, 100)
        .at(2, at -> run.router().silence(silence(run, time(month), time(month + 60))))
        .alert(A, 3, NEVER)
        .run(5);
    assertThat(run.heard).isEmpty();
    assertThat(run.router().silences()).hasSize(2);
  }

  private static Silence silence(Clockwork run, Instant from, Instant until) {
    LabelMatcher matcher = new LabelMatcher("rule", LabelMatcher.Operator.EQUAL, "a");
    return new Silence(run.router().nextSilence(), List.of(matcher), from, until, "anna", "");
  }

  @Test
  void aSilenceBeyondAllCountingIsRefused() {
    List<LabelMatcher> matchers =
        List.of(new LabelMatcher("rule", LabelMatcher.Operator.EQUAL, "a"));
    assertThatThrownBy(
            () ->
                SilenceCheck.check(
                    matchers, time(1), Instant.parse("9999-12-31T00:00:00Z"), time(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2262");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "interval", "escalation"})
  void centuriesAreNeverOverAndNeverHang(String which) {
    double centuries = 9.2e9;
    Plans plans =
        Plans.with(
                which.equals("wait") ? centuries : 0, which.equals("interval") ? centuries : 1, 600)
            .escalate(which.equals("escalation") ? centuries : 5, "boss")
            .receivers("team", "slack")
            .receivers("boss", "phone");
    Clockwork run = new Clockwork(plans.plan());
    double now = 1.8e9;
    run.router().transition(Clockwork.firing(A, nanos(now), Severity.WARNING, List.of()));
    run.router().advance(nanos(now + 10));
    run.router().silence(silence(run, time(now + 10), time(now + 20)));
    run.router().transition(Clockwork.firing(B, nanos(now + 11), Severity.WARNING, List.of()));
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> run.router().advance(nanos(now + 700)));
    assertThat(run.sent())
        .extracting(RouterTest::channel)
        .as(which)
        .isEqualTo(
            switch (which) {
              case "wait" -> List.of();
              case "interval" -> List.of("slack", "phone");
              default -> List.of("slack", "slack", "slack");
            });
  }

  @Test
  void anOutageOfHoursLosesNothingAndEndsWithoutAStorm() {
    Clockwork run =
        new Clockwork(
            Plans.with(1, 60, 300).plan(), (channel, at) -> at < 100 || at >= 10_000, false);
    run.alert(A, 10, 500);
    for (int i = 0; i < 40; i++) {
      run.alert(Map.of("rule", "r" + i), 200 + 200 * i, 300 + 200 * i);
    }
    run.alert(B, 9_000, NEVER).run(10_200);
    assertThat(run.heard("slack", 0, 100)).containsExactly("a|");
    List<Clockwork.Heard> after = run.heard.stream().filter(one -> one.at() >= 100).toList();
    assertThat(after).as("one message says it all").hasSize(1);
    assertThat(after.get(0).firing()).containsExactly("b");
    assertThat(after.get(0).resolved())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(-1, 40).mapToObj(i -> i < 0 ? "a" : "r" + i).toList());
  }

  @Test
  void aMessageThatIsGivenUpIsSentAgainAfterTheRepeatInterval() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 20).plan(), (channel, at) -> at > 3, false);
    run.alert(A, 1, NEVER)
        .at(2, at -> run.router().delivered(run.sent().get(0).key(), at, false, Optional.empty()))
        .run(2.5);
    assertThat(verdicts(run, "a/1970-01-01T00:00:01Z")).contains(Verdict.GIVEN_UP);
    run.router().advance(nanos(30));
    assertThat(run.sent()).hasSize(2);
  }

  @Test
  void otherRulesTakeOverWhatWasTold() {
    RoutingPlan before =
        Plans.with(0, 1, 60)
            .child(Plans.with(0, 1, 60).path("gone").match("rule = b").receiver("others"))
            .receivers("team", "slack")
            .receivers("others", "email")
            .plan();
    Clockwork run = new Clockwork(before);
    run.alert(A, 1, NEVER).alert(B, 1, NEVER).silence("x", "y", 1, 100).run(2);
    RoutingPlan after = Plans.with(0, 1, 60).receivers("team", "slack", "teams").plan();
    Clockwork next = new Clockwork(after);
    next.router().adopt(run.router());
    next.router().advance(nanos(5));
    assertThat(next.router().silences()).hasSize(1);
    assertThat(next.sent())
        .extracting(one -> channel(one) + one.alerts().size())
        .containsExactly("slack2", "teams2");
    next.router().transition(Clockwork.resolved(B, nanos(1), nanos(6)));
    next.router().advance(nanos(10));
    assertThat(next.sent())
        .filteredOn(one -> !one.isFiring() || one.alerts().stream().anyMatch(a -> !a.isFiring()))
        .extracting(RouterTest::channel)
        .as("also where it went before")
        .containsExactlyInAnyOrder("slack", "teams", "email");
  }

  @Test
  void whoWantsNoResolvesHearsNone() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 60).quietOnResolve("team", "slack").plan());
    run.alert(A, 1, 5).run(20);
    assertThat(run.heard("slack", 0, 20)).containsExactly("a|");
    assertThat(verdicts(run, "a/1970-01-01T00:00:01Z")).endsWith(Verdict.NOT_WANTED);
    assertThat(run.router().nextDue()).isEqualTo(Router.NEVER);
  }

  @Test
  void saysWhatStandsBeforeTheNextMessage() {
    Clockwork run = new Clockwork(escalating());
    run.alert(A, 1, NEVER).run(1);
    String key = "a/1970-01-01T00:00:01Z";
    assertThat(outlook(run, key))
        .containsExactly(
            "slack waiting 1970-01-01T00:00:01.500Z", "pager waiting ", "phone waiting ");
    run.run(3);
    assertThat(outlook(run, key))
        .containsExactly(
            "slack unchanged 1970-01-01T00:00:21.500Z",
            "pager waiting 1970-01-01T00:00:11.500Z",
            "phone waiting 1970-01-01T00:00:26.500Z");
    assertThat(run.router().outlook("unknown")).isEmpty();
  }

  /** Keys are receiver, channel, group and number. */
  private static String channel(Message.Notification message) {
    int from = message.key().indexOf('/') + 1;
    return message.key().substring(from, message.key().indexOf('/', from));
  }

  private static List<String> outlook(Clockwork run, String key) {
    return run.router().outlook(key).stream()
        .map(Outlined::decision)
        .map(
            one ->
                one.channel()
                    + " "
                    + one.verdict().label()
                    + " "
                    + one.next().map(Object::toString).orElse(""))
        .toList();
  }

  private static List<Verdict> verdicts(Clockwork run, String key) {
    return run.router().decisions(key).stream().map(NotificationDecision::verdict).toList();
  }

  private static void fire(
      Clockwork run,
      Map<String, String> labels,
      long began,
      long at,
      AlertState from,
      Severity severity) {
    Transition transition =
        Clockwork.transition(labels, began, at, from, AlertState.FIRING, severity, List.of());
    run.router().transition(transition);
  }

  @Test
  void whatIsGivenUpIsToldWithTheNextMessage() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 600).plan(), (channel, at) -> at > 9, false);
    run.alert(A, 1, 3)
        .alert(B, 1, NEVER)
        .at(5, at -> run.router().delivered(run.sent().get(1).key(), at, false, Optional.empty()))
        .alert(Map.of("rule", "c"), 7, NEVER)
        .run(11);
    assertThat(run.sent()).hasSize(3);
    assertThat(run.heard("slack", 9, 11)).last().isEqualTo("b,c|a");
  }
}
