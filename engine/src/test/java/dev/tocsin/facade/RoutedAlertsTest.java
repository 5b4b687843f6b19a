package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Silence;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.fake.FlakyChannel;
import dev.tocsin.testkit.fake.RecordingChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a rule file with routes to what channels are told. */
class RoutedAlertsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String RULES =
      """
      rules:
        - name: user_errors
          condition: error_rate by user over 30m > 50%
          severity: critical
          description: "{{ value | percent }} of the calls of {{ group.user }} fail"
      routes:
        receiver: team
        group_by: [rule]
        group_wait: 10s
        group_interval: 5m
        repeat_interval: 4h
        escalate: {after: 15m, to: managers}
      receivers:
        - {name: team, channels: [slack, pager], title: "{{ severity }}: {{ firing }} users with errors"}
        - {name: managers, channels: [phone]}
      links:
        trace: "https://traces.example.org/{{ trace }}"
      """;

  @TempDir Path folder;
  private final FlakyChannel slack = new FlakyChannel("slack");
  private final RecordingChannel pager = new RecordingChannel("pager");
  private final RecordingChannel phone = new RecordingChannel("phone");
  private ManualEngine manual;

  @BeforeEach
  void start() {
    manual = new ManualEngine(folder);
  }

  private Tocsin engine() {
    return manual.builder(RULES).channel(slack).channel(pager).channel(phone).build();
  }

  @Test
  void thirtyUsersAreOneMessageAcknowledgedAndResolved() {
    try (Tocsin tocsin = engine()) {
      fail(tocsin, 30);
      manual.advance(tocsin, SECOND);
      assertThat(tocsin.alerts()).hasSize(30);
      assertThat(slack.messages()).as("it waits for the others").isEmpty();
      manual.advance(tocsin, Duration.ofSeconds(10));
      Message.Notification first = notification(slack.messages(), 0);
      assertThat(first.alerts()).hasSize(30).allMatch(NotifiedAlert::isFiring);
      assertThat(first.title()).contains("critical: 30 users with errors");
      assertThat(first.groupLabels()).containsEntry("rule", "user_errors");
      assertThat(first.alerts().get(0).links())
          .containsEntry("trace", "https://traces.example.org/t-u00");
      assertThat(first.alerts().get(0).transition().evidence().exemplars()).isNotEmpty();
      assertThat(pager.messages()).hasSize(1);
      List<String> keys = tocsin.alerts().stream().map(Alert::key).toList();
      assertThat(tocsin.acknowledge(keys, "ben", "rolling back")).isEqualTo(30);
      assertThat(notification(pager.messages(), 1))
          .as("told once")
          .matches(told -> told.cause() == Message.Cause.ACKNOWLEDGED)
          .matches(told -> told.alerts().size() == 30);
      assertThat(tocsin.alerts()).allMatch(alert -> alert.acknowledged().isPresent());
      manual.advance(tocsin, Duration.ofMinutes(29));
      assertThat(phone.messages()).as("somebody takes care").isEmpty();
      manual.advance(tocsin, Duration.ofMinutes(10));
      assertThat(tocsin.alerts()).isEmpty();
      Message.Notification last = notification(pager.messages(), pager.messages().size() - 1);
      assertThat(last.alerts()).hasSize(30).noneMatch(NotifiedAlert::isFiring);
      assertThat(last.thread()).isEqualTo(first.thread());
      assertThat(slack.earlier().subList(0, 2))
          .containsExactly(Optional.empty(), Optional.of("receipt 1"));
    }
  }

  @Test
  void whatNobodyAcknowledgesIsEscalated() {
    try (Tocsin tocsin = engine()) {
      fail(tocsin, 2);
      pass(tocsin, 16);
      assertThat(notification(phone.messages(), 0))
          .matches(told -> told.cause() == Message.Cause.ESCALATION)
          .matches(told -> told.receiver().equals("managers"))
          .matches(told -> told.time().equals(ManualEngine.START.plusSeconds(1 + 10 + 900)));
    }
  }

  @Test
  void aSilenceIsKeptToAndExplained() {
    try (Tocsin tocsin = engine()) {
      Instant until = ManualEngine.START.plusSeconds(1200);
      Silence silence =
          tocsin.silence(
              List.of(LabelMatcher.parse("user=~\"u0.\"")),
              ManualEngine.START,
              until,
              "anna",
              "load test");
      assertThat(tocsin.silences()).containsExactly(silence);
      fail(tocsin, 1);
      pass(tocsin, 2);
      assertThat(slack.messages()).isEmpty();
      String key = tocsin.alerts().get(0).key();
      AlertStory story = tocsin.story(key).orElseThrow();
      assertThat(story.transitions()).hasSize(1);
      assertThat(story.decisions())
          .extracting(each -> each.verdict())
          .contains(Verdict.WAITING, Verdict.SILENCED);
      assertThat(story.outlook())
          .filteredOn(each -> each.channel().equals("slack"))
          .last()
          .matches(each -> each.verdict() == Verdict.SILENCED)
          .matches(each -> each.reason().equals("silence s1 of anna: load test"))
          .matches(each -> !each.next().orElseThrow().isBefore(until));
      assertThat(tocsin.expire("s1")).isTrue();
      assertThat(tocsin.expire("s1")).isFalse();
      pass(tocsin, 6);
      assertThat(slack.messages()).hasSize(1);
      assertThat(tocsin.story("unknown")).isEmpty();
      assertThat(tocsin.acknowledge("unknown", "ben", "")).isFalse();
    }
  }

  @Test
  void aSilenceThatIsNoneIsRefused() {
    try (Tocsin tocsin = engine()) {
      Instant now = ManualEngine.START;
      assertThatThrownBy(() -> silence(tocsin, "rule=~\"(\"", now, now.plusSeconds(9)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("rule=~\"(\"");
      assertThatThrownBy(() -> silence(tocsin, "rule!=\"a\"", now, now.plusSeconds(9)))
          .hasMessageContaining("silence everything");
      assertThatThrownBy(() -> silence(tocsin, "rule=\"a\"", now, now))
          .hasMessageContaining("must end after it begins");
      assertThatThrownBy(() -> silence(tocsin, "rule=\"a\"", now.minusSeconds(9), now))
          .hasMessageContaining("has passed");
      assertThat(tocsin.silences()).isEmpty();
    }
  }

  private static void silence(Tocsin tocsin, String matcher, Instant from, Instant until) {
    tocsin.silence(List.of(LabelMatcher.parse(matcher)), from, until, "anna", "");
  }

  @Test
  void anOutageOfHoursLosesNothingAndEndsWithoutAStorm() {
    try (Tocsin tocsin = engine()) {
      slack.down(true);
      fail(tocsin, 3);
      pass(tocsin, 2);
      assertThat(pager.messages()).hasSize(1);
      String key = tocsin.alerts().get(0).key();
      assertThat(tocsin.story(key).orElseThrow().outlook())
          .filteredOn(each -> each.channel().equals("slack"))
          .last()
          .matches(each -> each.verdict() == Verdict.RETRYING)
          .matches(each -> each.reason().endsWith("failed: it is down"));
      pass(tocsin, 40); // the windows are empty: all resolve
      fail(tocsin, 7);
      pass(tocsin, 20);
      int before = slack.attempts();
      assertThat(before).as("ever later, at most every 5 minutes").isBetween(15, 40);
      assertThat(tocsin.channels().get(2))
          .matches(health -> health.name().equals("slack"))
          .matches(health -> health.waiting() == 1)
          .matches(health -> health.lastError().equals(Optional.of("it is down")));
      slack.down(false);
      pass(tocsin, 6);
      assertThat(slack.messages()).as("one message says it all").hasSize(1);
      Message.Notification all = notification(slack.messages(), 0);
      assertThat(all.alerts()).filteredOn(NotifiedAlert::isFiring).hasSize(7);
      assertThat(all.alerts()).filteredOn(alert -> !alert.isFiring()).hasSize(3);
      assertThat(tocsin.channels().get(2).delivered()).isEqualTo(1);
      assertThat(tocsin.health().channelDropped()).isZero();
    }
  }

  @Test
  void aChannelOfTwoNamesHearsOnce() {
    String rules =
        "rules: [{name: e, condition: error_rate over 5m > 50%, channels: [slack, teams, sms]}]";
    try (Tocsin tocsin = manual.builder(rules).otherChannels(pager).channel("sms", phone).build()) {
      fail(tocsin, 1);
      pass(tocsin, 1);
      assertThat(pager.messages()).hasSize(1);
      assertThat(phone.messages()).hasSize(1);
    }
  }

  private void fail(Tocsin tocsin, int users) {
    for (int user = 0; user < users; user++) {
      String name = "u%02d".formatted(user);
      tocsin.record(
          manual
              .call()
              .id(name + manual.call().build().timeNanos())
              .trace("t-" + name)
              .user(name)
              .status(Status.ERROR)
              .build());
    }
  }

  private void pass(Tocsin tocsin, int minutes) {
    for (int i = 0; i < minutes; i++) {
      manual.advance(tocsin, MINUTE);
    }
  }

  private static Message.Notification notification(List<Message> messages, int place) {
    return (Message.Notification) messages.get(place);
  }
}
