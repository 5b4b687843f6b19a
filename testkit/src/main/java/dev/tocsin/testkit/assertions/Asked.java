package dev.tocsin.testkit.assertions;

import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.run.KnownChannels;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Refuses what a test cannot mean: it would hold, or fail, whatever the rules do. */
record Asked(Replay replay) {

  /**
   * The same names.
   *
   * @throws IllegalArgumentException when there are none
   */
  static List<String> names(String kind, String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException(
          "no " + kind + " is named, so that this would hold whatever happens; name at least one");
    }
    return List.of(names);
  }

  /**
   * The same channels.
   *
   * @throws IllegalArgumentException when there are none, or one to which nothing can be sent
   */
  List<String> channels(String... names) {
    List<String> asked = names("channel", names);
    Set<String> known = known();
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "nothing is ever sent to '"
                + name
                + "': no rule, receiver or severity names it"
                + Suggestions.nearest(name, known)
                    .map(hint -> "; " + hint)
                    .orElse("; channels: " + String.join(", ", known)));
      }
    }
    return asked;
  }

  /**
   * Looks at a span.
   *
   * @throws IllegalArgumentException when it ends before it begins
   */
  void span(Instant from, Instant until) {
    if (until.isBefore(from)) {
      ReplayTimes times = ReplayTimes.of(replay);
      throw new IllegalArgumentException(
          "the span ends before it begins: " + times.span(from, until));
    }
  }

  /**
   * Looks at a length.
   *
   * @throws IllegalArgumentException when it is negative
   */
  static void length(Duration length) {
    if (length.isNegative()) {
      throw new IllegalArgumentException("a length of time cannot be negative: " + length);
    }
  }

  private Set<String> known() {
    Set<String> known = KnownChannels.of(replay.plan());
    replay.messages().stream().map(SentMessage::channel).forEach(known::add);
    return known;
  }
}
