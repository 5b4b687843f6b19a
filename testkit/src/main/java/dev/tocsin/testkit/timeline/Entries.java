package dev.tocsin.testkit.timeline;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.ActionRun;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.timeline.Entry.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** All that a replay did, as lines in the order of time. */
final class Entries {
  private static final String GAP = "  ";
  private static final String PASSING = ".........";

  private final ReplayTimes times;
  private final BiPredicate<String, Map<String, String>> own;
  private final List<Entry> all = new ArrayList<>();

  private Entries(Replay replay, BiPredicate<String, Map<String, String>> own) {
    this.times = ReplayTimes.of(replay);
    this.own = own;
    replay.marks().forEach(this::add);
    replay.transitions().forEach(this::add);
    replay.messages().forEach(this::add);
    replay.actions().forEach(this::add);
    replay.probes().forEach(this::add);
  }

  /**
   * @param own whether an alert of a rule and group is the one in question
   */
  static List<Entry> of(Replay replay, BiPredicate<String, Map<String, String>> own) {
    List<Entry> all = new Entries(replay, own).all;
    all.sort(Comparator.comparing(Entry::time).thenComparing(Entry::kind));
    return all;
  }

  private void add(Replay.Mark mark) {
    boolean lasts = mark.until().isAfter(mark.from());
    String until = lasts ? ", until " + times.text(mark.until()) : "";
    all.add(
        new Entry(mark.from(), Kind.MARK, PASSING, "", "injected: " + mark.text() + until, false));
  }

  private void add(Transition transition) {
    boolean holds = transition.to() != AlertState.INACTIVE;
    String state =
        switch (transition.to()) {
          case PENDING -> "pending";
          case FIRING -> "FIRING";
          case INACTIVE -> transition.from() == AlertState.FIRING ? "resolved" : "dropped";
        };
    List<String> rest = new ArrayList<>();
    rest.add(
        holds
            ? ReadingWords.of(transition.decisive(), true)
            : ReadingWords.over(transition.decisive()));
    if (holds) {
      rest.add(ReadingWords.samples(transition.decisive()));
    }
    rest.add(transition.flapping() ? "flapping" : "");
    String name = "%-8s  %s".formatted(transition.severity().label(), AlertName.of(transition));
    all.add(
        new Entry(
            transition.time(), Kind.TRANSITION, state, name, joined(rest), isOwn(transition)));
  }

  private void add(SentMessage sent) {
    Message.Notification message = sent.message();
    List<NotifiedAlert> alerts = message.alerts();
    long firing = alerts.stream().filter(NotifiedAlert::isFiring).count();
    List<String> counts = new ArrayList<>();
    if (firing > 0) {
      counts.add(firing + " firing");
    }
    if (firing < alerts.size()) {
      counts.add(alerts.size() - firing + " resolved");
    }
    String named =
        alerts.stream()
            .map(each -> AlertName.of(each.transition()))
            .distinct()
            .collect(Collectors.joining(", "));
    String told = String.join(", ", counts) + " (" + message.cause().label() + ")";
    boolean isOwn = alerts.stream().anyMatch(each -> isOwn(each.transition()));
    all.add(
        new Entry(
            sent.time(),
            Kind.MESSAGE,
            "-> " + sent.channel(),
            "",
            told + GAP + message.title().map(AlertName::oneLine).orElse(named),
            isOwn));
  }

  private void add(ActionRun run) {
    String text = run.action() + GAP + AlertName.of(run.firing());
    all.add(new Entry(run.time(), Kind.ACTION, "action", "", text, isOwn(run.firing())));
  }

  private void add(Replay.Probed probed) {
    Replay.Probe probe = probed.probe();
    if (!own.test(probe.rule(), probe.group())) {
      return; // asked for by others
    }
    String text =
        AlertName.of(probe.rule(), probe.group())
            + GAP
            + probed.comparisons().stream()
                .map(
                    each ->
                        ReadingWords.of(each.reading(), each.holds())
                            + Optional.of(ReadingWords.samples(each.reading()))
                                .filter(samples -> !samples.isEmpty())
                                .map(samples -> " " + samples)
                                .orElse(""))
                .collect(Collectors.joining("; "));
    all.add(new Entry(probe.at(), Kind.READING, "reading", "", text, true));
  }

  private boolean isOwn(Transition transition) {
    return own.test(transition.rule(), transition.group());
  }

  private static String joined(List<String> parts) {
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(GAP));
  }
}
