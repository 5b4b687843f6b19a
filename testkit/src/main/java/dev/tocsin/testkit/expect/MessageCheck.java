package dev.tocsin.testkit.expect;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.spi.Message;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.testfile.Expectation.OfMessage;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Messages come, as many as expected. */
final class MessageCheck implements Check {
  private static final int MOST = 3;

  private final OfMessage expected;

  MessageCheck(OfMessage expected) {
    this.expected = expected;
  }

  @Override
  public Optional<Miss> in(Replay replay) {
    Window window = Window.of(expected.when(), replay.start(), replay);
    List<SentMessage> then =
        replay.messages().stream().filter(sent -> window.holds(sent.time())).toList();
    List<SentMessage> met = then.stream().filter(sent -> differences(sent).isEmpty()).toList();
    Optional<Long> times = expected.when().times();
    if (times.isPresent() ? times.get() == met.size() : !met.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Misses.of(
            expected.span(),
            wanted()
                + times.map(count -> Words.times("", count, "comes")).orElse(" comes")
                + window.text(replay),
            found(times, met, then, replay),
            expected.rules().flatMap(rules -> rules.stream().findFirst()).map(Located::value),
            window,
            replay));
  }

  private String found(
      Optional<Long> times, List<SentMessage> met, List<SentMessage> then, Replay replay) {
    if (times.isPresent() && !met.isEmpty()) {
      return "it came "
          + Words.times(met.size())
          + ": "
          + Words.list(met.stream().map(sent -> ReplayTimes.of(replay).text(sent.time())).toList());
    }
    if (then.isEmpty()) {
      return replay.messages().isEmpty() ? "no message came at all" : "no message came then";
    }
    SentMessage nearest =
        then.stream()
            .reduce((a, b) -> differences(b).size() < differences(a).size() ? b : a)
            .orElseThrow();
    List<String> others = differences(nearest);
    return "the nearest came at %s to %s, but %s"
        .formatted(
            ReplayTimes.of(replay).text(nearest.time()),
            nearest.channel(),
            String.join("; ", others.subList(0, Math.min(MOST, others.size()))));
  }

  private String wanted() {
    StringBuilder text = new StringBuilder("a message");
    expected.to().ifPresent(to -> text.append(" to ").append(to.value()));
    expected.receiver().ifPresent(to -> text.append(" for ").append(to.value()));
    expected.cause().ifPresent(cause -> text.append(" (").append(cause.value()).append(")"));
    expected.rules().ifPresent(rules -> text.append(" of ").append(Words.list(Words.plain(rules))));
    expected.firing().ifPresent(count -> text.append(", ").append(count).append(" firing"));
    expected.resolved().ifPresent(count -> text.append(", ").append(count).append(" resolved"));
    expected.title().ifPresent(title -> text.append(", titled '" + title.value() + "'"));
    expected.text().ifPresent(words -> text.append(", saying '" + words.value() + "'"));
    return text.toString();
  }

  /** In what a message is not as expected. */
  private List<String> differences(SentMessage sent) {
    Message.Notification message = sent.message();
    List<String> differences = new ArrayList<>();
    expected
        .to()
        .filter(to -> !to.value().equals(sent.channel()))
        .ifPresent(to -> differences.add("it went to " + sent.channel()));
    expected
        .receiver()
        .filter(to -> !to.value().equals(message.receiver()))
        .ifPresent(to -> differences.add("it was for " + message.receiver()));
    expected
        .cause()
        .filter(cause -> !cause.value().equals(message.cause().label()))
        .ifPresent(cause -> differences.add("its cause is " + message.cause().label()));
    Set<String> rules = new TreeSet<>();
    message.alerts().forEach(alert -> rules.add(alert.transition().rule()));
    expected
        .rules()
        .filter(wanted -> !Words.plain(wanted).equals(rules))
        .ifPresent(wanted -> differences.add("it tells of " + Words.list(rules)));
    long firing = message.alerts().stream().filter(NotifiedAlert::isFiring).count();
    count("firing", expected.firing(), firing, differences);
    count("resolved", expected.resolved(), message.alerts().size() - firing, differences);
    part("title", expected.title(), message.title(), differences);
    part("text", expected.text(), message.text(), differences);
    return differences;
  }

  private static void count(
      String what, Optional<Long> wanted, long found, List<String> differences) {
    wanted
        .filter(count -> count != found)
        .ifPresent(count -> differences.add(found + " are " + what));
  }

  private static void part(
      String what,
      Optional<Located<String>> wanted,
      Optional<String> found,
      List<String> differences) {
    wanted
        .filter(words -> !found.orElse("").contains(words.value()))
        .ifPresent(
            words ->
                differences.add(
                    found
                        .map(text -> "its " + what + " is '" + text + "'")
                        .orElse("it has no " + what)));
  }
}
