package dev.tocsin.testkit.assertions;

import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is told of alerts, and what is done about them. */
final class SendingSteps {
  private final ReplayTimes times;

  SendingSteps(AlertScope scope) {
    this.times = ReplayTimes.of(scope.replay());
  }

  Step sentTo(Collection<String> channels) {
    return told("to be sent to ", channels, true, SentMessage::channel);
  }

  Step sentOnlyTo(Collection<String> channels) {
    Set<String> wanted = Set.copyOf(channels);
    return new Step(
        "to be sent only to " + String.join(", ", channels),
        life ->
            life.messages(true).stream()
                .map(SentMessage::channel)
                .collect(Collectors.toSet())
                .equals(wanted),
        lives -> LifeWords.each(lives, life -> went(life.messages(true), SentMessage::channel)));
  }

  Step endSentTo(Collection<String> channels) {
    return told("to have its end sent to ", channels, false, SentMessage::channel);
  }

  Step receivedBy(Collection<String> receivers) {
    return told("to be received by ", receivers, true, sent -> sent.message().receiver());
  }

  Step notSentTo(Collection<String> channels) {
    return new Step(
        "not to be sent to " + String.join(" or ", channels),
        life -> life.messages(true).stream().noneMatch(sent -> channels.contains(sent.channel())),
        lives -> LifeWords.each(lives, life -> went(life.messages(true), SentMessage::channel)));
  }

  Step performed(Collection<String> actions) {
    return new Step(
        "to have performed " + String.join(", ", actions),
        life -> life.actions().containsAll(actions),
        lives ->
            LifeWords.each(
                lives,
                life ->
                    life.actions().isEmpty()
                        ? "performed nothing"
                        : "performed " + String.join(", ", life.actions())));
  }

  private Step told(
      String expected,
      Collection<String> wanted,
      boolean firing,
      Function<SentMessage, String> by) {
    return new Step(
        expected + String.join(", ", wanted),
        life -> life.messages(firing).stream().map(by).toList().containsAll(wanted),
        lives -> LifeWords.each(lives, life -> went(life.messages(firing), by)));
  }

  private String went(List<SentMessage> messages, Function<SentMessage, String> to) {
    return messages.isEmpty()
        ? "was told to nobody"
        : "went to "
            + messages.stream()
                .map(sent -> to.apply(sent) + " at " + times.text(sent.time()))
                .distinct()
                .collect(Collectors.joining(", "));
  }
}
