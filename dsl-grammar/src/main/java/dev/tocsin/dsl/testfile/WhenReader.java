package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.testfile.Expectation.When;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads when something is expected: {@code {within: 5m, after: 10:00}}, {@code {between: [10:00,
 * 10:05]}}, a time alone, or {@code true}.
 */
final class WhenReader {
  private static final String EXAMPLE = "as in: {within: 5m, after: 10:00}";

  private final NodeReader reader;
  private final TimePointReader times;

  WhenReader(NodeReader reader) {
    this.reader = reader;
    this.times = new TimePointReader(reader);
  }

  Optional<When> read(Node node) {
    if (node instanceof MappingNode) {
      return KeyedMapping.read(node, TestPlace.WHEN, EXAMPLE, reader).map(this::of);
    }
    if (node instanceof SequenceNode) {
      return Optional.of(between(node));
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return reader.bool(node).flatMap(on -> anytime(node, on));
    }
    return times
        .read(node)
        .map(
            time ->
                new When(
                    Optional.of(time),
                    Optional.of(time),
                    Optional.empty(),
                    Optional.empty(),
                    reader.span(node)));
  }

  private Optional<When> anytime(Node node, boolean on) {
    if (!on) {
      reader.error(
          Code.WRONG_KIND,
          reader.span(node),
          "what must not happen is written with 'never'",
          Optional.of("as in: {alert: slow, never: fires}"));
      return Optional.empty();
    }
    return Optional.of(
        new When(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            reader.span(node)));
  }

  /** Of the keys of a mapping that says when, among others. */
  When of(KeyedMapping written) {
    Optional<Located<TimePoint>> at = written.get("at").flatMap(times::read);
    Optional<When> between = written.get("between").map(this::between);
    Optional<Located<TimePoint>> after = written.get("after").flatMap(times::read);
    Optional<Located<TimePoint>> before = written.get("before").flatMap(times::read);
    Optional<Duration> within =
        written
            .get("within")
            .flatMap(node -> new DurationReader(reader).zeroOrMore(node))
            .map(Located::value);
    Optional<Long> count =
        written
            .get("times")
            .flatMap(node -> new ChoiceReader(reader).count(node))
            .map(Located::value);
    alone(written, "at", List.of("after", "before", "within", "between"));
    alone(written, "between", List.of("after", "before", "within"));
    alone(written, "before", List.of("within"));
    return new When(
        at.or(() -> between.flatMap(When::from)).or(() -> after),
        at.or(() -> between.flatMap(When::to)).or(() -> before),
        within,
        count,
        written.span());
  }

  private void alone(KeyedMapping written, String key, List<String> others) {
    if (written.get(key).isEmpty()) {
      return;
    }
    for (String other : others) {
      written
          .get(other)
          .ifPresent(
              node ->
                  reader.error(
                      Code.KEYS_CONFLICT,
                      reader.span(node),
                      "'" + other + "' beside '" + key + "'",
                      Optional.of(EXAMPLE)));
    }
  }

  private When between(Node node) {
    List<Node> two =
        reader.list(node, "two times", "as in: [10:00, 10:05]").map(SequenceNode::getValue).stream()
            .flatMap(List::stream)
            .toList();
    if (node instanceof SequenceNode && two.size() != 2) {
      reader.error(
          Code.WRONG_KIND,
          reader.span(node),
          "expected two times, found " + two.size(),
          Optional.of("as in: [10:00, 10:05]"));
    }
    List<Optional<Located<TimePoint>>> read = two.stream().map(times::read).toList();
    return new When(
        read.stream().findFirst().flatMap(time -> time),
        read.stream().skip(1).findFirst().flatMap(time -> time),
        Optional.empty(),
        Optional.empty(),
        reader.span(node));
  }
}
