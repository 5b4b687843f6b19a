package dev.tocsin.testkit.assertions;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.timeline.ReplayTimes;
import dev.tocsin.testkit.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * What one channel was told. Each step narrows to the messages that are as it says, and fails when
 * none is left.
 */
public class MessagesAssert extends AbstractAssert<MessagesAssert, Replay> {
  private static final int MOST = 3;

  private final String channel;
  private final Consumer<AssertionError> onFailure;
  private final ReplayTimes times;
  private List<SentMessage> messages;
  private boolean failed;

  MessagesAssert(Replay actual, String channel, Consumer<AssertionError> onFailure) {
    super(actual, MessagesAssert.class);
    this.channel = channel;
    this.onFailure = onFailure;
    this.times = ReplayTimes.of(actual);
    this.messages =
        actual.messages().stream().filter(sent -> sent.channel().equals(channel)).toList();
  }

  /** There are none. */
  public MessagesAssert isEmpty() {
    return hasSize(0);
  }

  /** There are so many. */
  public MessagesAssert hasSize(int number) {
    if (!failed && messages.size() != number) {
      fail(
          number + (number == 1 ? " message" : " messages"),
          "",
          number(messages.size()) + said(sent -> "at " + times.text(sent.time())));
    }
    return this;
  }

  /** One was sent between those times; both belong to it. */
  public MessagesAssert sentBetween(String from, String until) {
    Instant first = actual.time(from);
    Instant last = actual.time(until);
    new Asked(actual).span(first, last);
    return narrow(
        ", " + times.span(first, last),
        sent -> !sent.time().isBefore(first) && !sent.time().isAfter(last),
        sent -> "at " + times.text(sent.time()));
  }

  /** One tells of alerts of all those rules, firing or over. */
  public MessagesAssert tellOf(String... rules) {
    List<String> wanted = Asked.names("rule", rules);
    return narrow(
        " about " + String.join(", ", wanted),
        sent -> rules(sent).containsAll(wanted),
        sent -> "about " + rules(sent).stream().sorted().collect(Collectors.joining(", ")));
  }

  /** One tells of so many alerts, firing or over. */
  public MessagesAssert tellOfAlerts(int number) {
    return narrow(
        " about " + number + (number == 1 ? " alert" : " alerts"),
        sent -> sent.message().alerts().size() == number,
        sent -> "about " + sent.message().alerts().size());
  }

  /** One is sent for that reason. */
  public MessagesAssert areSentAs(Message.Cause cause) {
    return narrow(
        " sent as " + cause.label(),
        sent -> sent.message().cause() == cause,
        sent -> "as " + sent.message().cause().label());
  }

  /** One has that title. */
  public MessagesAssert haveTitle(String title) {
    return narrow(
        " with the title '" + title + "'",
        sent -> sent.message().title().filter(title::equals).isPresent(),
        sent -> sent.message().title().map(text -> "'" + text + "'").orElse("without a title"));
  }

  /** One has a text in which that stands. */
  public MessagesAssert haveTextContaining(String part) {
    return narrow(
        " whose text has '" + part + "'",
        sent -> sent.message().text().filter(text -> text.contains(part)).isPresent(),
        sent -> sent.message().text().map(text -> "'" + text + "'").orElse("without a text"));
  }

  /** Back to the replay as a whole. */
  public ReplayAssert and() {
    return new ReplayAssert(actual, onFailure).as(info.description());
  }

  private MessagesAssert narrow(
      String like, Predicate<SentMessage> fits, Function<SentMessage, String> is) {
    List<SentMessage> fitting = messages.stream().filter(fits).toList();
    if (!failed && fitting.isEmpty()) {
      fail("a message", like, number(messages.size()) + said(is));
    }
    messages = fitting;
    return this;
  }

  private String said(Function<SentMessage, String> is) {
    String first = messages.stream().limit(MOST).map(is).collect(Collectors.joining(", "));
    String more = messages.size() > MOST ? ", and " + (messages.size() - MOST) + " more" : "";
    return messages.isEmpty() ? "" : ": " + first + more;
  }

  private Timeline timeline() {
    Set<String> rules =
        messages.stream().flatMap(sent -> rules(sent).stream()).collect(Collectors.toSet());
    Timeline whole = Timeline.of(actual);
    return rules.isEmpty() ? whole : whole.about((rule, group) -> rules.contains(rule));
  }

  private void fail(String what, String like, String instead) {
    failed = true;
    String whole = what + " to " + channel + like;
    onFailure.accept(failure("%s", Failing.text(whole, instead, timeline())));
  }

  private static String number(int messages) {
    return messages == 0
        ? "there was none"
        : messages == 1 ? "there was 1" : "there were " + messages;
  }

  private static Set<String> rules(SentMessage sent) {
    return sent.message().alerts().stream()
        .map(NotifiedAlert::transition)
        .map(each -> each.rule())
        .collect(Collectors.toSet());
  }
}
