package dev.tocsin.route;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.TransitionCodec;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to alerts, and why they were sent or not: of each the newest few, of the newest
 * alerts. A decision that says the same as the one before it for the same channel is not noted
 * again.
 */
final class Stories {
  private static final int MOST_ALERTS = 2_000;
  private static final int MOST_TRANSITIONS = 12;
  private static final int MOST_DECISIONS = 40;

  private final Map<String, Story> byAlert = new LinkedHashMap<>();

  private static final class Story {
    private final Deque<Transition> transitions = new ArrayDeque<>();
    private final Deque<NotificationDecision> decisions = new ArrayDeque<>();
  }

  void add(Transition transition) {
    Deque<Transition> all = story(transition.alertKey()).transitions;
    all.addLast(transition);
    if (all.size() > MOST_TRANSITIONS) {
      all.removeFirst();
    }
  }

  void add(NotificationDecision decision) {
    Deque<NotificationDecision> all = story(decision.alert()).decisions;
    for (NotificationDecision before : (Iterable<NotificationDecision>) all::descendingIterator) {
      if (before.receiver().equals(decision.receiver())
          && before.channel().equals(decision.channel())
          && before.route().equals(decision.route())) {
        if (before.verdict() == decision.verdict()
            && before.reason().equals(decision.reason())
            && before.next().equals(decision.next())) {
          return;
        }
        break;
      }
    }
    all.addLast(decision);
    if (all.size() > MOST_DECISIONS) {
      all.removeFirst();
    }
  }

  List<Transition> transitions(String alert) {
    Story story = byAlert.get(alert);
    return story == null ? List.of() : List.copyOf(story.transitions);
  }

  List<NotificationDecision> decisions(String alert) {
    Story story = byAlert.get(alert);
    return story == null ? List.of() : List.copyOf(story.decisions);
  }

  /** Alerts of which something is known, the newest last. */
  List<String> alerts() {
    return List.copyOf(byAlert.keySet());
  }

  void erase(String user) {
    byAlert.keySet().removeIf(alert -> Scrubbed.isAbout(alert, user));
    for (Story story : byAlert.values()) {
      List<Transition> all = List.copyOf(story.transitions);
      story.transitions.clear();
      all.forEach(one -> story.transitions.add(Scrubbed.of(one, user)));
      story.decisions.removeIf(one -> Scrubbed.isAbout(one.reason(), user));
    }
  }

  void adopt(Stories old) {
    byAlert.putAll(old.byAlert);
  }

  /** The oldest that is over, or the oldest of all. */
  private String firstToForget() {
    for (Map.Entry<String, Story> each : byAlert.entrySet()) {
      Transition last = each.getValue().transitions.peekLast();
      if (last != null && last.to() == AlertState.INACTIVE) {
        return each.getKey();
      }
    }
    return byAlert.keySet().iterator().next();
  }

  private Story story(String alert) {
    Story found = byAlert.computeIfAbsent(alert, key -> new Story());
    if (byAlert.size() > MOST_ALERTS) {
      byAlert.remove(firstToForget());
    }
    return found;
  }

  void writeTo(ByteOutput out) {
    out.varint(byAlert.size());
    byAlert.forEach(
        (alert, story) -> {
          out.text(alert);
          out.varint(story.transitions.size());
          story.transitions.forEach(one -> TransitionCodec.write(one, out));
          out.varint(story.decisions.size());
          story.decisions.forEach(one -> write(one, out));
        });
  }

  void readFrom(ByteInput in) throws IOException {
    for (long left = in.varint(); left > 0; left--) {
      String alert = in.text();
      Story story = story(alert);
      for (long more = in.varint(); more > 0; more--) {
        story.transitions.add(TransitionCodec.read(in));
      }
      for (long more = in.varint(); more > 0; more--) {
        story.decisions.add(read(alert, in));
      }
    }
  }

  private static void write(NotificationDecision decision, ByteOutput out) {
    out.writeLong(Instants.toNanos(decision.time()));
    out.text(decision.route());
    out.text(decision.receiver());
    out.text(decision.channel());
    out.text(decision.verdict().name());
    out.text(decision.reason());
    out.writeLong(decision.next().map(Instants::toNanos).orElse(Long.MAX_VALUE));
  }

  private static NotificationDecision read(String alert, ByteInput in) throws IOException {
    long time = in.readLong();
    String route = in.text();
    String receiver = in.text();
    String channel = in.text();
    String verdict = in.text();
    String reason = in.text();
    long next = in.readLong();
    try {
      return new NotificationDecision(
          Instants.ofNanos(time),
          alert,
          route,
          receiver,
          channel,
          NotificationDecision.Verdict.valueOf(verdict),
          reason,
          next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instants.ofNanos(next)));
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
  }
}
