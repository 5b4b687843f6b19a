package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.dsl.syntax.UnitSpelling;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code window: 5m} and its like. */
public final class DurationReader {
  private static final Pattern SPACED = Pattern.compile("([0-9.]+)\\s+(\\p{L}+)");
  private static final String EXAMPLES = "write durations as 90s, 10m, 1h or 7d";

  private static final Duration SHORTEST_TICK = Duration.ofMillis(1);
  private static final Duration LONGEST_TICK = Duration.ofDays(1);

  private final NodeReader reader;

  public DurationReader(NodeReader reader) {
    this.reader = reader;
  }

  public Optional<Located<Duration>> positive(Node node) {
    return positive(node, "a window");
  }

  /** The length of a pane. */
  public Optional<Located<Duration>> resolution(Node node) {
    return positive(node, "a resolution");
  }

  public Optional<Located<Duration>> positive(Node node, String noun) {
    Optional<Located<Duration>> duration = read(node);
    if (duration.filter(d -> d.value().isZero()).isPresent()) {
      return wrong(node, noun + " cannot be zero", EXAMPLES);
    }
    return duration;
  }

  /** How often conditions are decided. */
  public Optional<Located<Duration>> tick(Node node) {
    Optional<Located<Duration>> duration = read(node);
    boolean possible =
        duration
            .map(Located::value)
            .filter(d -> d.compareTo(SHORTEST_TICK) >= 0 && d.compareTo(LONGEST_TICK) <= 0)
            .isPresent();
    return duration.isEmpty() || possible
        ? duration
        : wrong(node, "it must be between 1ms and 1d", EXAMPLES);
  }

  public Optional<Located<Duration>> zeroOrMore(Node node) {
    return read(node);
  }

  private Optional<Located<Duration>> read(Node node) {
    Optional<Located<String>> written = reader.text(node, "a duration such as 10m");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String text = written.get().value().strip();
    if (text.startsWith("-")) {
      return wrong(node, "a duration cannot be negative", EXAMPLES);
    }
    Matcher spaced = SPACED.matcher(text);
    if (spaced.matches() && UnitSpelling.meant(spaced.group(2)).isPresent()) {
      String unit = UnitSpelling.meant(spaced.group(2)).get();
      return wrong(node, notDuration(text), "write " + spaced.group(1) + unit);
    }
    if (NumberText.read(text) instanceof NumberText.Reading.Value number) {
      return value(text, number, node);
    }
    String hint =
        NumberText.read(text) instanceof NumberText.Reading.Problem problem
            ? problem.hint().orElse(EXAMPLES)
            : EXAMPLES;
    return wrong(node, notDuration(text), hint);
  }

  private Optional<Located<Duration>> value(
      String text, NumberText.Reading.Value number, Node node) {
    if (number.unit() == NumberUnit.NONE && number.value().signum() == 0) {
      return Optional.of(new Located<>(Duration.ZERO, reader.span(node)));
    }
    if (!NumberText.isTime(number.unit())) {
      String hint = number.unit() == NumberUnit.NONE ? "write " + text + "s for seconds" : EXAMPLES;
      return wrong(node, "'" + text + "' has no unit of time", hint);
    }
    Optional<Duration> duration = NumberText.duration(number.value(), number.unit());
    if (duration.isEmpty()) {
      return wrong(node, "'" + text + "' is too long", EXAMPLES);
    }
    return duration.map(length -> new Located<>(length, reader.span(node)));
  }

  private Optional<Located<Duration>> wrong(Node node, String message, String hint) {
    reader.error(Code.BAD_DURATION, reader.span(node), message, Optional.of(hint));
    return Optional.empty();
  }

  private static String notDuration(String text) {
    return "'" + text + "' is not a duration";
  }
}
