package dev.tocsin.route;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Instants;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Silence;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.api.spi.Message;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.match.drools.DroolsInhibitions;
import dev.tocsin.routing.RoutingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A router with a clock of 0.1 s steps, alerts that start and end at given times, and channels that
 * may be down for a while and are tried again at every step.
 */
final class Clockwork implements RouterOutput {
  static final long SECOND = 1_000_000_000L;
  private static final long STEP = SECOND / 10;

  /** A message that arrived: when, where, and what of it fires and has resolved. */
  record Heard(
      double at, String channel, List<String> firing, List<String> resolved, String cause) {}

  private final RoutingPlan plan;
  private final BiPredicate<String, Double> isUp;
  private final TreeMap<Long, List<LongConsumer>> script = new TreeMap<>();
  private final Map<String, Waiting> outbox = new LinkedHashMap<>();
  private final List<Message.Notification> sent = new ArrayList<>();
  final List<Heard> heard = new ArrayList<>();

  /** What is told without being kept: the channel, and what of it has resolved. */
  final List<String> lastWords = new ArrayList<>();

  private Router router;

  /** Whether the router is written down and read again at every step. */
  private final boolean cuts;

  private record Waiting(String channel, Message.Notification message) {}

  Clockwork(RoutingPlan plan) {
    this(plan, (channel, at) -> true, false);
  }

  /**
   * @param isUp whether a channel takes messages at a time in seconds
   */
  Clockwork(RoutingPlan plan, BiPredicate<String, Double> isUp, boolean cuts) {
    this.plan = plan;
    this.isUp = isUp;
    this.cuts = cuts;
    this.router = router(plan);
  }

  private Router router(RoutingPlan of) {
    return new Router(of, Map.of(), channels -> channels, DroolsInhibitions::new, this);
  }

  Router router() {
    return router;
  }

  /** All messages that were made, whether they arrived or not. */
  List<Message.Notification> sent() {
    return sent;
  }

  /** Lets an alert fire from a time in seconds on, and resolve at another; NaN for never. */
  Clockwork alert(Map<String, String> labels, double from, double until) {
    at(from, nanos -> router.transition(firing(labels, nanos, Severity.WARNING, List.of())));
    if (!Double.isNaN(until)) {
      long began = nanos(from);
      at(until, nanos -> router.transition(resolved(labels, began, nanos)));
    }
    return this;
  }

  /** Does something at a time in seconds. */
  Clockwork at(double seconds, LongConsumer doing) {
    script.computeIfAbsent(nanos(seconds), key -> new ArrayList<>()).add(doing);
    return this;
  }

  Clockwork silence(String label, String value, double from, double until) {
    return at(
        from,
        nanos ->
            router.silence(
                new Silence(
                    router.nextSilence(),
                    List.of(new LabelMatcher(label, LabelMatcher.Operator.EQUAL, value)),
                    Instants.ofNanos(nanos),
                    Instants.ofNanos(nanos(until)),
                    "anna",
                    "")));
  }

  /** Runs up to a time in seconds. */
  Clockwork run(double until) {
    for (long now = 0; now <= nanos(until); now += STEP) {
      deliver(now);
      long at = now;
      script.getOrDefault(now, List.of()).forEach(doing -> doing.accept(at));
      router.advance(now);
      deliver(now);
      if (cuts) {
        cut();
      }
    }
    return this;
  }

  /** What a channel heard between two times, as fires|resolved. */
  List<String> heard(String channel, double from, double until) {
    return heard.stream()
        .filter(one -> one.channel.equals(channel) && one.at >= from && one.at < until)
        .map(one -> String.join(",", one.firing) + "|" + String.join(",", one.resolved))
        .toList();
  }

  /** All state, as text in which names can be looked for. */
  String written() {
    ByteOutput out = new ByteOutput(64);
    router.writeTo(out);
    return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
  }

  /** Goes on with a router that was written down and read again. */
  void cut() {
    try {
      ByteOutput out = new ByteOutput(64);
      router.writeTo(out);
      Router copy = router(plan);
      copy.readFrom(new ByteInput(out.array(), out.size()));
      ByteOutput again = new ByteOutput(64);
      copy.writeTo(again);
      if (!java.util.Arrays.equals(out.array(), 0, out.size(), again.array(), 0, again.size())) {
        throw new AssertionError("the copy is written otherwise");
      }
      router.close();
      router = copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deliver(long now) {
    for (Waiting waiting : List.copyOf(outbox.values())) {
      double seconds = (double) now / SECOND;
      if (isUp.test(waiting.channel, seconds)) {
        outbox.remove(waiting.message.key());
        heard.add(
            new Heard(
                seconds,
                waiting.channel,
                names(waiting.message, true),
                names(waiting.message, false),
                waiting.message.cause().label()));
        router.delivered(waiting.message.key(), now, true, Optional.empty());
      }
    }
  }

  private static List<String> names(Message.Notification message, boolean firing) {
    return message.alerts().stream()
        .filter(alert -> alert.isFiring() == firing)
        .map(NotifiedAlert::transition)
        .map(Clockwork::name)
        .sorted()
        .toList();
  }

  private static String name(Transition transition) {
    return transition.rule() + String.join("", transition.group().values());
  }

  @Override
  public void notification(
      String channel, Message.Notification notification, @Nullable String supersedes) {
    sent.add(notification);
    if (supersedes != null) {
      outbox.remove(supersedes);
    }
    outbox.put(notification.key(), new Waiting(channel, notification));
  }

  @Override
  public void lastWord(String channel, Message.Notification notification) {
    lastWords.add(channel + " " + String.join(",", names(notification, false)));
  }

  /** The rule is the label {@code rule}; all others are the group. */
  static Transition firing(
      Map<String, String> labels, long nanos, Severity severity, List<String> channels) {
    return transition(
        labels, nanos, nanos, AlertState.INACTIVE, AlertState.FIRING, severity, channels);
  }

  static Transition resolved(Map<String, String> labels, long began, long nanos) {
    return transition(
        labels, began, nanos, AlertState.FIRING, AlertState.INACTIVE, Severity.WARNING, List.of());
  }

  static Transition transition(
      Map<String, String> labels,
      long began,
      long nanos,
      AlertState from,
      AlertState to,
      Severity severity,
      List<String> channels) {
    Map<String, String> group = new TreeMap<>(labels);
    group.remove("rule");
    ComparedReading reading = new ComparedReading("count()", ">", 5.0, 1.0, 5, Unit.COUNT);
    return new Transition(
        Instants.ofNanos(nanos),
        labels.get("rule"),
        group,
        Instants.ofNanos(began),
        from,
        to,
        reading,
        List.of(reading),
        severity,
        channels);
  }

  static long nanos(double seconds) {
    return Math.round(seconds * 10) * STEP;
  }

  static Instant time(double seconds) {
    return Instants.ofNanos(nanos(seconds));
  }
}
