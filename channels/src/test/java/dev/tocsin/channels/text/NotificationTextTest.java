package dev.tocsin.channels.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.testkit.contract.SampleMessages;
import java.net.URI;
import org.junit.jupiter.api.Test;

class NotificationTextTest {
  @Test
  void oneAlertIsToldInFull() {
    NotificationText text = NotificationText.of(Alerts.firing());
    assertThat(text.title()).isEqualTo("Firing: latency_degradation (feature=search)");
    assertThat(text.description()).isEqualTo("Users of search wait for their answers.");
    assertThat(text.notes()).isEmpty();
    assertThat(text.alerts()).isEmpty();
    assertThat(text.facts()).contains(new Fact("p95_latency", "2.51 s, threshold > 2 s"));
    assertThat(text.standing()).isEqualTo(Standing.FIRING);
  }

  @Test
  void severalAreCountedAndListed() {
    NotificationText text = NotificationText.of(Alerts.group());
    assertThat(text.title())
        .isEqualTo("Firing: 2 alerts of latency_degradation (critical), 1 resolved");
    assertThat(text.facts())
        .containsExactly(
            new Fact("Alerts", "2 firing, 1 resolved"),
            new Fact("Group", "rule=latency_degradation"),
            new Fact("Calls", "c-81 (8.41 s), c-17"),
            new Fact(
                "Contributors",
                "model=gpt-4o 62 % (31 % of traffic)\nuser=u7 20 % (2 % of traffic)"));
    assertThat(text.alerts())
        .containsExactly(
            "critical latency_degradation (feature=chat): p95_latency is 2.51 s, threshold > 2 s,"
                + " since 2026-10-03 10:16:00 UTC",
            "warning latency_degradation (feature=search): p95_latency is 2.51 s, threshold > 2 s,"
                + " since 2026-10-03 10:16:00 UTC",
            "resolved latency_degradation (feature=mail): p95_latency is 1.81 s, threshold > 2 s,"
                + " lasted 5m");
  }

  @Test
  void aLinkThatLeadsToACallSaysToWhich() {
    assertThat(NotificationText.of(Alerts.group()).links())
        .extracting(Link::name)
        .containsExactly(
            "Runbook of latency_degradation (feature=chat)",
            "trace of call c-81",
            "Runbook of latency_degradation (feature=search)",
            "Runbook of latency_degradation (feature=mail)");
    assertThat(NotificationText.of(Alerts.group()).links())
        .contains(
            new Link("trace of call c-81", URI.create("https://langfuse.example.org/trace/t-81")));
  }

  @Test
  void theCauseIsSaid() {
    assertThat(NotificationText.of(Alerts.group(Message.Cause.REPEAT)).title())
        .startsWith("Still firing: 2 alerts");
    assertThat(NotificationText.of(Alerts.group(Message.Cause.ESCALATION)).notes())
        .containsExactly("Escalated: not acknowledged.");
    assertThat(NotificationText.of(Alerts.group(Message.Cause.SUMMARY)).notes())
        .containsExactly("Summary: too many alerts to tell each by itself.");
  }

  @Test
  void whoTakesCareIsSaid() {
    NotificationText one = NotificationText.of(Alerts.acknowledged());
    assertThat(one.title()).isEqualTo("Acknowledged: latency_degradation (feature=search)");
    assertThat(one.notes())
        .containsExactly("Acknowledged by alice, 2026-10-03 10:20:00 UTC: looking into it");
    NotificationText group = NotificationText.of(Alerts.groupAcknowledged());
    assertThat(group.title()).isEqualTo("Acknowledged: 2 alerts of latency_degradation (critical)");
    assertThat(group.notes()).singleElement().asString().endsWith("looking into it (2 alerts)");
    assertThat(group.facts()).contains(new Fact("Alerts", "2 firing, 2 of them acknowledged"));
  }

  @Test
  void whatIsOverIsResolved() {
    NotificationText over =
        NotificationText.of((Message.Notification) SampleMessages.group("slow", 0, 3));
    assertThat(over.title()).isEqualTo("Resolved: 3 alerts of slow");
    assertThat(over.standing()).isEqualTo(Standing.RESOLVED);
    assertThat(
            NotificationText.of((Message.Notification) SampleMessages.group("slow", 1, 1)).title())
        .isEqualTo("Firing: 1 alert of slow (warning), 1 resolved");
  }

  @Test
  void whatTheRuleFileSaysComesFirst() {
    NotificationText text = NotificationText.of(Alerts.thousand("said"));
    assertThat(text.title()).isEqualTo("said");
    assertThat(text.description()).isEqualTo("said");
    assertThat(text.alerts()).hasSize(1_000);
    assertThat(NotificationText.of(Alerts.thousand(" \u0000")).title())
        .startsWith("Still firing: 1000 alerts of ");
  }

  @Test
  void aTextThatIsNoLinkIsNone() {
    assertThat(NotificationText.of(Alerts.saying("javascript:x", AlertReason.NO_DATA)).links())
        .isEmpty();
    assertThat(NotificationText.of(Alerts.saying("a b", AlertReason.OVERFLOW)).title())
        .isEqualTo("Too many alerts: a b (a b=a b)");
  }
}
