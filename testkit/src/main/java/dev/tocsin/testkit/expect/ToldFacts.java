package dev.tocsin.testkit.expect;

import dev.tocsin.api.Transition;
import dev.tocsin.dsl.testfile.Expectation.Told;
import dev.tocsin.testkit.ActionRun;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Who is told of an alert, and what is done. */
final class ToldFacts {
  private ToldFacts() {}

  /** Whether anything is said of it. */
  static boolean says(Told told) {
    return told.channels().isPresent()
        || told.notChannels().isPresent()
        || told.receivers().isPresent()
        || told.actions().isPresent();
  }

  static List<Fact> of(Told told, Life life, Replay replay) {
    List<Fact> facts = new ArrayList<>();
    List<SentMessage> messages = life.messages(replay);
    Set<String> channels = all(messages, SentMessage::channel);
    Set<String> receivers = all(messages, sent -> sent.message().receiver());
    Set<String> actions = new TreeSet<>();
    for (ActionRun run : replay.actions()) {
      Transition firing = run.firing();
      if (firing.alertKey().equals(life.key())) {
        actions.add(run.action());
      }
    }
    told.channels()
        .ifPresent(
            names -> facts.add(exactly("is sent to ", Words.plain(names), "sent to ", channels)));
    told.notChannels()
        .ifPresent(
            names -> {
              Set<String> wrong = new TreeSet<>(Words.plain(names));
              wrong.retainAll(channels);
              facts.add(
                  new Fact(
                      "is not sent to " + Words.list(Words.plain(names)),
                      wrong.isEmpty()
                          ? Optional.empty()
                          : Optional.of("it was sent to " + Words.list(wrong))));
            });
    told.receivers()
        .ifPresent(
            names ->
                facts.add(
                    exactly("is received by ", Words.plain(names), "received by ", receivers)));
    told.actions()
        .ifPresent(
            names -> {
              Set<String> expected = Words.plain(names);
              facts.add(
                  new Fact(
                      expected.isEmpty() ? "does nothing" : "does " + Words.list(expected),
                      actions.equals(expected)
                          ? Optional.empty()
                          : Optional.of(
                              actions.isEmpty()
                                  ? "it did nothing"
                                  : "it did " + Words.list(actions))));
            });
    return facts;
  }

  private static Fact exactly(String expect, Set<String> expected, String find, Set<String> found) {
    return new Fact(
        expect + Words.list(expected),
        found.equals(expected)
            ? Optional.empty()
            : Optional.of("it was " + find + Words.list(found)));
  }

  private static Set<String> all(
      List<SentMessage> messages, Function<SentMessage, String> property) {
    Set<String> all = new TreeSet<>();
    messages.forEach(message -> all.add(property.apply(message)));
    return all;
  }
}
