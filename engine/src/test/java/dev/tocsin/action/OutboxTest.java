package dev.tocsin.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.api.spi.Message;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.json.NotificationJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_000 * SECOND;
  private static final Instant TICK = Instant.parse("2026-10-03T10:00:00Z");

  private final Outbox outbox = new Outbox();

  @Test
  void whatIsAddedIsDueAtOnceAndTakenOnce() {
    Delivery one = delivery("slack", "u1", "firing");
    outbox.add(one);
    outbox.add(one);
    assertThat(outbox.size()).isEqualTo(1);
    assertThat(outbox.nextDue()).isLessThan(START);
    assertThat(outbox.take(START)).containsExactly(one);
    assertThat(outbox.take(START)).isEmpty();
    assertThat(outbox.nextDue()).isEqualTo(Outbox.NEVER);
    outbox.remove(one.id());
    assertThat(outbox.pending()).isEmpty();
  }

  @Test
  void afterAFailureItIsTriedAgainEverLater() {
    Delivery one = delivery("slack", "u1", "firing");
    outbox.add(one);
    List<Long> pauses = new ArrayList<>();
    long now = START;
    for (int attempt = 0; attempt < 11; attempt++) {
      assertThat(outbox.take(now)).containsExactly(one);
      assertThat(outbox.failed(one.id(), now, "down")).isEqualTo(Outbox.Outcome.AGAIN);
      pauses.add((outbox.nextDue() - now) / SECOND);
      assertThat(outbox.take(outbox.nextDue() - 1)).isEmpty();
      now = outbox.nextDue();
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
  }

  @Test
  void afterADayItIsGivenUp() {
    Delivery one = delivery("slack", "u1", "firing");
    outbox.add(one);
    outbox.take(START);
    assertThat(outbox.failed(one.id(), START + 86_399 * SECOND, "down"))
        .isEqualTo(Outbox.Outcome.AGAIN);
    outbox.take(START + 86_500 * SECOND);
    assertThat(outbox.failed(one.id(), START + 86_500 * SECOND, "down"))
        .isEqualTo(Outbox.Outcome.GIVEN_UP);
    assertThat(outbox.failed("unknown", START, "down")).isEqualTo(Outbox.Outcome.GIVEN_UP);
  }

  @Test
  void whereThereWasNoPlaceNoAttemptIsCounted() {
    Delivery one = delivery("slack", "u1", "firing");
    outbox.add(one);
    for (int i = 0; i < 20; i++) {
      assertThat(outbox.take(START + i * SECOND)).containsExactly(one);
      outbox.postponed(one.id(), START + i * SECOND);
    }
    outbox.take(START + 20 * SECOND);
    outbox.failed(one.id(), START + 20 * SECOND, "down");
    assertThat(outbox.nextDue()).isEqualTo(START + 21 * SECOND);
    outbox.postponed("unknown", START);
  }

  @Test
  void theResolveOfAnAlertWaitsForItsFiring() {
    Delivery firing = delivery("slack", "u1", "firing");
    Delivery resolve = delivery("slack", "u1", "inactive");
    Delivery other = delivery("slack", "u2", "firing");
    Delivery elsewhere = delivery("email", "u1", "inactive");
    List.of(firing, resolve, other, elsewhere).forEach(outbox::add);
    assertThat(outbox.take(START)).containsExactly(firing, other, elsewhere);
    outbox.failed(firing.id(), START, "down");
    outbox.remove(other.id());
    assertThat(outbox.take(START)).as("the firing waits for its next try").isEmpty();
    assertThat(outbox.take(START + SECOND)).containsExactly(firing);
    outbox.remove(firing.id());
    assertThat(outbox.take(START + SECOND)).containsExactly(resolve);
  }

  @Test
  void aTargetThatIsDownDoesNotTakeAllMemory() {
    for (int i = 0; i < Outbox.MOST + 5; i++) {
      outbox.add(delivery("slack", "u" + i, "firing"));
    }
    outbox.add(delivery("email", "u1", "firing"));
    assertThat(outbox.size()).isEqualTo(Outbox.MOST + 1);
    assertThat(outbox.dropped()).isEqualTo(5);
    outbox.remove(outbox.pending().get(0).id());
    outbox.add(delivery("slack", "new", "firing"));
    assertThat(outbox.size()).isEqualTo(Outbox.MOST + 1);
  }

  @Test
  void comesBackFromItsBytes() throws IOException {
    outbox.add(delivery("slack", "u1", "firing"));
    outbox.add(new Delivery.Done("rollback", transition("\u00e9")));
    outbox.take(START);
    ByteOutput out = new ByteOutput(16);
    outbox.writeTo(out);
    Outbox copy = new Outbox();
    copy.readFrom(new ByteInput(out.array(), out.size()));
    assertThat(copy.pending()).isEqualTo(outbox.pending());
    assertThat(copy.take(START)).as("whether it arrived is not known").hasSize(2);
  }

  @Test
  void whatAnotherSaysIsNotTriedAgain() {
    Delivery waiting = delivery("slack", "u1", "firing");
    outbox.add(waiting);
    outbox.supersede(waiting.id());
    assertThat(outbox.contains(waiting.id())).isFalse();
    outbox.add(waiting);
    outbox.take(START);
    outbox.supersede(waiting.id());
    outbox.supersede("unknown");
    assertThat(outbox.contains(waiting.id())).as("it is being tried").isTrue();
    assertThat(outbox.failed(waiting.id(), START, "down")).isEqualTo(Outbox.Outcome.GIVEN_UP);
  }

  @Test
  void saysHowItGoes() {
    Delivery one = delivery("slack", "u1", "firing");
    outbox.add(one);
    assertThat(outbox.trouble(one.id())).isEmpty();
    assertThat(outbox.waiting("slack")).isEqualTo(1);
    outbox.take(START);
    outbox.failed(one.id(), START, "answered 503");
    assertThat(outbox.trouble(one.id()))
        .contains(new Outbox.Trouble(1, "answered 503", START + SECOND));
  }

  @Test
  void forgetsAUserInMessagesOfSeveral() {
    Delivery.Told one = (Delivery.Told) delivery("slack", "u1", "firing");
    Delivery.Told both =
        new Delivery.Told(
            "email",
            NotificationJson.notification(
                "both",
                TICK,
                "oncall",
                "both",
                Map.of(),
                Message.Cause.NEWS,
                List.of(new NotifiedAlert(transition("u1")), new NotifiedAlert(transition("u2"))),
                Optional.empty(),
                Optional.empty()));
    outbox.add(one);
    outbox.add(both);
    outbox.take(START);
    assertThat(outbox.erase("u1")).containsExactly(one.id());
    assertThat(outbox.pending())
        .singleElement()
        .satisfies(
            left ->
                assertThat(((Delivery.Told) left).message().json())
                    .contains("u2")
                    .doesNotContain("u1"));
  }

  @Test
  void forgetsAUserAsCauseOfTheAlertsOfOthers() {
    Transition ofOther =
        transition("u2")
            .with(new Evidence(List.of(), List.of(new Contributor("user", "u1", 0.9, 0.1)), 10));
    outbox.add(
        new Delivery.Told(
            "pager",
            NotificationJson.notification(
                "key",
                TICK,
                "oncall",
                "thread",
                Map.of(),
                Message.Cause.NEWS,
                List.of(new NotifiedAlert(ofOther)),
                Optional.empty(),
                Optional.empty())));
    assertThat(outbox.erase("u1")).isEmpty();
    assertThat(outbox.pending())
        .singleElement()
        .satisfies(
            left -> assertThat(((Delivery.Told) left).message().json()).doesNotContain("u1"));
  }

  private static Delivery delivery(String target, String user, String state) {
    Transition transition = transition(user);
    return new Delivery.Told(
        target,
        NotificationJson.notification(
            target + "/" + user + "/" + state,
            TICK,
            "oncall",
            user,
            Map.of("user", user),
            Message.Cause.NEWS,
            List.of(new NotifiedAlert(transition)),
            Optional.of("title"),
            Optional.empty()));
  }

  private static Transition transition(String user) {
    ComparedReading reading =
        new ComparedReading("p95_latency", ">", 2_500.5, null, 156, Unit.DURATION);
    return new Transition(
        TICK,
        "slow",
        Map.of("user", user),
        TICK,
        AlertState.PENDING,
        AlertState.FIRING,
        reading,
        List.of(reading, new ComparedReading("count()", ">", null, 2.0, 0, Unit.COUNT)),
        Severity.CRITICAL,
        List.of("slack", "email"),
        Map.of("team", "search"),
        Map.of("summary", "it is slow"),
        AlertReason.OVERFLOW,
        true);
  }
}
