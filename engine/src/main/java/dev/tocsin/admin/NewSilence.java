package dev.tocsin.admin;

import dev.tocsin.api.Instants;
import dev.tocsin.api.LabelMatcher;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A silence that somebody asks for; its values are those of the silence. */
record NewSilence(
    List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment) {
  private static final List<String> KEYS =
      List.of("matchers", "from", "until", "duration", "by", "comment");
  private static final List<String> MATCHER_KEYS = List.of("label", "operator", "value");

  /**
   * @throws Refusal for what is no silence
   */
  static NewSilence of(String text, Instant now) {
    Body body = Body.of(text, KEYS);
    Instant from = body.text("from").map(written -> instant("from", written)).orElse(now);
    Instant until = until(body, from);
    if (!until.isAfter(from) || !until.isAfter(now)) {
      throw Refusal.badRequest("a silence ends after it begins, and after now, " + now);
    }
    List<LabelMatcher> matchers = new ArrayList<>();
    body.list("matchers").forEach(element -> matchers.add(matcher(element)));
    return new NewSilence(matchers, from, until, body.by(), body.text("comment").orElse(""));
  }

  private static Instant until(Body body, Instant from) {
    Optional<String> until = body.text("until");
    Optional<String> duration = body.text("duration");
    if (until.isPresent() == duration.isPresent()) {
      throw Refusal.badRequest("a silence has an end: give either 'until' or 'duration'");
    }
    return until
        .map(text -> instant("until", text))
        .orElseGet(() -> end(from, duration.orElseThrow()));
  }

  private static Instant end(Instant from, String text) {
    Duration duration;
    try {
      duration = DurationWords.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
    try {
      return inRange(from.plus(duration));
    } catch (DateTimeException | ArithmeticException e) {
      throw Refusal.badRequest("the silence's end is out of range");
    }
  }

  private static Instant instant(String key, String text) {
    try {
      return inRange(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      throw Refusal.badRequest(
          "'" + key + "' is an instant as 2026-10-03T10:15:00Z, not '" + text + "'");
    }
  }

  /** The years that the engine can count the nanoseconds of, 1677 to 2262. */
  private static Instant inRange(Instant instant) {
    return Instants.ofNanos(Instants.toNanos(instant));
  }

  private static LabelMatcher matcher(Body.Element element) {
    Optional<String> text = element.text();
    if (text.isEmpty()) {
      return element
          .object(MATCHER_KEYS)
          .map(NewSilence::matcher)
          .orElseThrow(
              () ->
                  Refusal.badRequest(
                      "a matcher is a text as severity=\"critical\", or an object with label,"
                          + " operator and value"));
    }
    try {
      return LabelMatcher.parse(text.get());
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static LabelMatcher matcher(Body matcher) {
    String label = matcher.required("label");
    if (label.isBlank()) {
      throw Refusal.badRequest("a label has a name");
    }
    String symbol = matcher.required("operator");
    LabelMatcher.Operator operator =
        Arrays.stream(LabelMatcher.Operator.values())
            .filter(each -> each.symbol().equals(symbol))
            .findFirst()
            .orElseThrow(
                () -> Refusal.badRequest("an operator is = != =~ or !~, not '" + symbol + "'"));
    return new LabelMatcher(label, operator, matcher.required("value"));
  }
}
