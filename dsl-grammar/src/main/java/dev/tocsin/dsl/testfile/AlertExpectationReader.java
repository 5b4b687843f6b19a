package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.testfile.Expectation.Never;
import dev.tocsin.dsl.testfile.Expectation.OfAlert;
import dev.tocsin.dsl.testfile.Expectation.Reason;
import dev.tocsin.dsl.testfile.Expectation.Standing;
import dev.tocsin.dsl.testfile.Expectation.State;
import dev.tocsin.dsl.testfile.Expectation.Step;
import dev.tocsin.dsl.testfile.Expectation.Texts;
import dev.tocsin.dsl.testfile.Expectation.Told;
import dev.tocsin.dsl.testfile.Expectation.When;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what is expected of an alert. */
final class AlertExpectationReader {
  private static final List<String> SEVERITIES = List.of("info", "warning", "critical");
  private static final List<String> STEPS = List.of("pending", "fires", "resolves", "sent");
  private static final String EXACTLY = "exactly";

  private final NodeReader reader;
  private final WhenReader when;
  private final AmountReader amounts;
  private final TimePointReader times;
  private final ChoiceReader choices;

  AlertExpectationReader(NodeReader reader) {
    this.reader = reader;
    this.when = new WhenReader(reader);
    this.amounts = new AmountReader(reader);
    this.times = new TimePointReader(reader);
    this.choices = new ChoiceReader(reader);
  }

  Optional<Expectation> read(KeyedMapping written) {
    return written
        .get("alert")
        .flatMap(node -> reader.text(node, "the name of a rule"))
        .flatMap(rule -> read(rule, written));
  }

  private Optional<Expectation> read(Located<String> rule, KeyedMapping written) {
    if (written.get("value").isEmpty()) {
      written
          .get("tolerance")
          .ifPresent(
              node ->
                  reader.error(
                      Code.MISSING_KEY,
                      reader.span(node),
                      "a tolerance of no value",
                      Optional.of("as in: value: 2.1s, tolerance: 5%")));
    }
    Map<String, Located<String>> group = written.get("of").map(this::texts).orElse(Map.of());
    if (written.get("never").isPresent()) {
      ExpectationReader.only(written, "never", Set.of("alert", "of", "reason", "during"), reader);
      List<Step> steps = written.get("never").map(this::steps).orElse(List.of());
      written
          .get("never")
          .filter(SequenceNode.class::isInstance)
          .filter(node -> ((SequenceNode) node).getValue().isEmpty())
          .ifPresent(node -> saysNothing(reader.span(node), "as in: never: [fires, sent]"));
      return Optional.of(
          new Never(
              rule,
              group,
              reason(written),
              steps,
              written.get("during").flatMap(this::during),
              written.span()));
    }
    if (written.get("at").isPresent() || written.get("is").isPresent()) {
      ExpectationReader.only(
          written, "is", Set.of("alert", "of", "reason", "at", "value", "tolerance"), reader);
      return Optional.of(standing(rule, group, written));
    }
    Set<String> others =
        Set.of(
            "of",
            "reason",
            "pending",
            "fires",
            "resolves",
            "severity",
            "labels",
            "annotations",
            "sent_to",
            "not_sent_to",
            "receivers",
            "does",
            "value",
            "tolerance");
    ExpectationReader.only(written, "alert", others, reader);
    return Optional.of(alert(rule, group, written));
  }

  /** Alerts for want of data and for too many groups are only meant where that is said. */
  private Reason reason(KeyedMapping written) {
    return written
        .get("reason")
        .flatMap(node -> choices.constant(node, "reason", Reason.class, Code.UNKNOWN_CHOICE))
        .map(Located::value)
        .orElse(Reason.CONDITION);
  }

  private Optional<When> during(Node node) {
    Optional<When> during = when.read(node);
    if (during.flatMap(When::times).isPresent()) {
      reader.error(
          Code.KEYS_CONFLICT,
          reader.span(node),
          "'times' says nothing in 'during'",
          Optional.of("as in: during: {after: 10:00, before: 10:20}"));
    }
    return during;
  }

  private Expectation alert(
      Located<String> rule, Map<String, Located<String>> group, KeyedMapping written) {
    return new OfAlert(
        rule,
        group,
        reason(written),
        written.get("pending").flatMap(when::read),
        written.get("fires").flatMap(when::read),
        written.get("resolves").flatMap(when::read),
        written
            .get("severity")
            .flatMap(node -> choices.choice(node, "severity", SEVERITIES, Code.UNKNOWN_SEVERITY)),
        written.get("labels").map(this::exactTexts),
        written.get("annotations").map(this::exactTexts),
        new Told(
            names(written, "sent_to", "a list of channels"),
            names(written, "not_sent_to", "a list of channels"),
            names(written, "receivers", "a list of receivers"),
            names(written, "does", "a list of actions")),
        written.get("value").flatMap(node -> amounts.read(node, written.get("tolerance"))),
        written.span());
  }

  private Expectation standing(
      Located<String> rule, Map<String, Located<String>> group, KeyedMapping written) {
    boolean misspelt =
        written.place().isMisspelt("is", written.entries())
            || written.place().isMisspelt("value", written.entries());
    if (written.get("is").isEmpty() && written.get("value").isEmpty() && !misspelt) {
      saysNothing(written.span(), "as in: {alert: slow, at: 10:05, is: firing}");
    }
    return new Standing(
        rule,
        group,
        reason(written),
        written.get("at").flatMap(times::read),
        written.get("is").flatMap(this::state),
        written.get("value").flatMap(node -> amounts.read(node, written.get("tolerance"))),
        written.span());
  }

  private void saysNothing(Span span, String example) {
    reader.error(Code.MISSING_KEY, span, "this expects nothing", Optional.of(example));
  }

  private Optional<State> state(Node node) {
    return choices.constant(node, "state", State.class, Code.UNKNOWN_CHOICE).map(Located::value);
  }

  private List<Step> steps(Node node) {
    return reader.texts(node, "one of " + String.join(", ", STEPS)).stream()
        .flatMap(step -> step(step).stream())
        .toList();
  }

  private Optional<Step> step(Located<String> written) {
    if (STEPS.contains(written.value())) {
      return Optional.of(Step.valueOf(written.value().toUpperCase(Locale.ROOT)));
    }
    reader.error(
        Code.UNKNOWN_CHOICE,
        written.span(),
        "an alert cannot '" + written.value() + "'",
        Optional.of("one of " + String.join(", ", STEPS)));
    return Optional.empty();
  }

  private Optional<List<Located<String>>> names(KeyedMapping written, String key, String expected) {
    return written.get(key).map(node -> reader.texts(node, expected));
  }

  /** {@code {team: search}}, or {@code {exactly: {team: search}}} where there are no others. */
  private Texts exactTexts(Node node) {
    Optional<Node> exactly = exactly(node);
    return new Texts(texts(exactly.orElse(node)), exactly.isPresent(), reader.span(node));
  }

  private static Optional<Node> exactly(Node node) {
    if (!(node instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
      return Optional.empty();
    }
    NodeTuple only = mapping.getValue().get(0);
    boolean says =
        only.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals(EXACTLY)
            && only.getValueNode() instanceof MappingNode;
    return says ? Optional.of(only.getValueNode()) : Optional.empty();
  }

  private Map<String, Located<String>> texts(Node node) {
    Map<String, Located<String>> texts = new LinkedHashMap<>();
    reader.forEachEntry(
        node,
        "a mapping of names to texts",
        (name, value) ->
            reader.text(value, "a text").ifPresent(text -> texts.put(name.value(), text)));
    return texts;
  }
}
