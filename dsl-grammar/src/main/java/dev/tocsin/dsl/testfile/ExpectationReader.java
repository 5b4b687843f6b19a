package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.dsl.testfile.Expectation.Amount;
import dev.tocsin.dsl.testfile.Expectation.NoOtherAlerts;
import dev.tocsin.dsl.testfile.Expectation.OfMessage;
import dev.tocsin.dsl.testfile.Expectation.OfTrace;
import dev.tocsin.dsl.testfile.Expectation.OfValue;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code expect:}. */
final class ExpectationReader {
  static final String EXAMPLE = "as in: {alert: slow, fires: {within: 5m, after: 10:00}}";

  private final NodeReader reader;
  private final AlertExpectationReader alerts;
  private final WhenReader when;
  private final AmountReader amounts;
  private final TimePointReader times;
  private final ChoiceReader choices;

  ExpectationReader(NodeReader reader) {
    this.reader = reader;
    this.alerts = new AlertExpectationReader(reader);
    this.when = new WhenReader(reader);
    this.amounts = new AmountReader(reader);
    this.times = new TimePointReader(reader);
    this.choices = new ChoiceReader(reader);
  }

  List<Expectation> read(Node node) {
    if (node instanceof SequenceNode list && list.getValue().isEmpty()) {
      reader.error(
          Code.MISSING_KEY, reader.span(node), "the test expects nothing", Optional.of(EXAMPLE));
    }
    return KeyedMapping.list(
        node, TestPlace.EXPECTATION, "expectations", EXAMPLE, reader, this::expectation);
  }

  private Optional<Expectation> expectation(KeyedMapping written) {
    if (written.get("alert").isPresent()) {
      return alerts.read(written);
    }
    if (written.get("message").isPresent()) {
      only(written, "message", Set.of());
      return written.get("message").flatMap(this::message);
    }
    if (written.get("trace").isPresent()) {
      only(written, "trace", Set.of());
      return written.get("trace").flatMap(this::trace);
    }
    if (written.get("no_other_alerts").isPresent()) {
      only(written, "no_other_alerts", Set.of());
      return written
          .get("no_other_alerts")
          .flatMap(reader::bool)
          .filter(on -> on || saysNothing(written, "as in: {no_other_alerts: true}"))
          .map(on -> new NoOtherAlerts(written.span()));
    }
    if (written.get("value").isPresent()) {
      only(written, "value", Set.of("at", "is", "tolerance"));
      return value(written);
    }
    if (Stream.of("alert", "message", "value", "trace", "no_other_alerts")
        .anyMatch(key -> written.place().isMisspelt(key, written.entries()))) {
      return Optional.empty();
    }
    reader.error(
        Code.MISSING_KEY,
        written.span(),
        "an expectation needs one of alert, message, value, trace, no_other_alerts",
        Optional.of(EXAMPLE));
    return Optional.empty();
  }

  private void only(KeyedMapping written, String key, Set<String> others) {
    only(written, key, others, reader);
  }

  /** Reports the known keys that say nothing beside another one. */
  static void only(KeyedMapping written, String key, Set<String> others, NodeReader reader) {
    written
        .entries()
        .forEach(
            (name, value) -> {
              boolean known = TestPlace.EXPECTATION.known().contains(name.value());
              if (known && !name.value().equals(key) && !others.contains(name.value())) {
                reader.error(
                    Code.KEYS_CONFLICT,
                    name.span(),
                    "'" + name.value() + "' says nothing beside '" + key + "'",
                    Optional.of("write it as an expectation of its own"));
              }
            });
  }

  private Optional<Expectation> value(KeyedMapping written) {
    var expression = written.get("value").flatMap(node -> reader.fragment(node, "an expression"));
    var at = written.required("at").flatMap(times::read);
    var is = written.required("is").flatMap(node -> amounts.read(node, written.get("tolerance")));
    if (expression.isEmpty() || at.isEmpty() || is.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new OfValue(expression.get(), at.get(), is.get(), written.span()));
  }

  private Optional<Expectation> message(Node node) {
    return KeyedMapping.read(
            node, TestPlace.MESSAGE, "as in: {to: slack, alerts: [slow], times: 1}", reader)
        .map(
            written ->
                new OfMessage(
                    text(written, "to"),
                    text(written, "receiver"),
                    written.get("cause").flatMap(this::cause),
                    written.get("alerts").map(list -> reader.texts(list, "a list of rules")),
                    count(written, "firing"),
                    count(written, "resolved"),
                    text(written, "title"),
                    text(written, "text"),
                    when.of(written),
                    written.span()));
  }

  private Optional<Located<String>> cause(Node node) {
    List<String> causes = List.of("news", "repeat", "escalation", "summary", "acknowledged");
    return choices.choice(node, "cause", causes, Code.UNKNOWN_CHOICE);
  }

  private Optional<Located<String>> text(KeyedMapping written, String key) {
    return written.get(key).flatMap(node -> reader.text(node, "a text"));
  }

  private Optional<Long> count(KeyedMapping written, String key) {
    return written.get(key).flatMap(choices::count).map(Located::value);
  }

  private boolean saysNothing(KeyedMapping written, String example) {
    reader.error(Code.MISSING_KEY, written.span(), "this expects nothing", Optional.of(example));
    return false;
  }

  /** Whether a total can be written so; if not, that is reported. */
  private boolean isOf(String total, Amount amount) {
    NumberUnit unit = amount.value().unit();
    boolean money = total.equals("cost");
    boolean possible = unit == NumberUnit.NONE || (money && unit == NumberUnit.DOLLARS);
    if (!possible) {
      reader.error(
          Code.BAD_LITERAL,
          amount.span(),
          "'" + total + "' is " + (money ? "in dollars" : "a plain number"),
          Optional.of(money ? "as in: cost: $8.89" : "as in: " + total + ": 1200"));
    }
    return possible;
  }

  private Optional<Expectation> trace(Node node) {
    return KeyedMapping.read(node, TestPlace.TRACE, "as in: {calls: 1200, cost: $8.89}", reader)
        .map(
            written -> {
              Map<String, Amount> totals = new LinkedHashMap<>();
              for (String key : TestPlace.TRACE.known()) {
                written
                    .get(key)
                    .filter(value -> !key.equals("tolerance"))
                    .flatMap(value -> amounts.read(value, written.get("tolerance")))
                    .filter(amount -> isOf(key, amount))
                    .ifPresent(amount -> totals.put(key, amount));
              }
              if (written.entries().keys().allMatch("tolerance"::equals)) {
                saysNothing(written, written.example());
              }
              return new OfTrace(totals, written.span());
            });
  }
}
