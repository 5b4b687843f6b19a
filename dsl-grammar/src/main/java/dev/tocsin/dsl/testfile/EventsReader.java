package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.KnownKeys;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code events:}. */
final class EventsReader {
  private static final String EXAMPLE = "as in: {every: 1s, for: 10m, model: gpt-4o}";
  private static final KnownKeys KEYS = new EventsKeys();

  private final NodeReader reader;
  private final FieldsReader fields;
  private final PaceReader paces;
  private final OffsetReader times;
  private final EventsPartReader parts;

  EventsReader(NodeReader reader) {
    this.reader = reader;
    this.fields = new FieldsReader(reader);
    this.paces = new PaceReader(reader);
    this.times = new OffsetReader(reader);
    this.parts = new EventsPartReader(reader, fields);
  }

  List<EventsDefinition> read(Node node) {
    return List.copyOf(
        KeyedMapping.list(node, KEYS, "events to generate", EXAMPLE, reader, this::entry));
  }

  private Optional<EventsDefinition> entry(KeyedMapping entry) {
    Optional<Located<TimePoint>> at = entry.get("at").flatMap(times::read);
    Optional<Pace> pace = paces.read(entry);
    Optional<Located<Long>> seed = entry.get("seed").flatMap(new ChoiceReader(reader)::count);
    Optional<EventsDefinition.What> what = what(entry);
    if (pace.isEmpty() || what.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong ofSeed =
        seed.map(number -> OptionalLong.of(number.value())).orElse(OptionalLong.empty());
    return Optional.of(new EventsDefinition(at, pace.get(), ofSeed, what.get(), entry.span()));
  }

  private Optional<EventsDefinition.What> what(KeyedMapping entry) {
    Optional<Node> deployment = entry.get(EventsKeys.DEPLOYMENT);
    Optional<Node> measure = entry.get(EventsKeys.MEASURE);
    if (deployment.isPresent() && measure.isPresent()) {
      reader.error(
          Code.KEYS_CONFLICT,
          reader.span(measure.get()),
          "an entry is a deployment or a measure, not both",
          Optional.of("write two entries"));
      return Optional.empty();
    }
    if (deployment.isPresent()) {
      without(entry, EventsKeys.DEPLOYMENT);
      return parts.deployment(deployment.get()).map(live -> live);
    }
    if (measure.isPresent()) {
      without(entry, EventsKeys.MEASURE);
      return parts.measure(measure.get()).map(measured -> measured);
    }
    return Optional.of(calls(entry));
  }

  private EventsDefinition.Calls calls(KeyedMapping entry) {
    List<FieldDefinition> ofCalls = new ArrayList<>();
    entry
        .entries()
        .forEach(
            (name, value) -> {
              if (!KEYS.known().contains(name.value()) && !name.value().endsWith(")")) {
                fields.field(name, value).ifPresent(ofCalls::add);
              }
            });
    Optional<Duration> delay =
        entry
            .get(EventsKeys.SCORE_DELAY)
            .flatMap(new DurationReader(reader)::zeroOrMore)
            .map(Located::value);
    return new EventsDefinition.Calls(ofCalls, delay);
  }

  /** Only calls have fields. */
  private void without(KeyedMapping entry, String kind) {
    entry
        .entries()
        .forEach(
            (key, value) -> {
              boolean fits = EventsKeys.OF_TIME.contains(key.value()) || key.value().equals(kind);
              if (!fits && !key.value().endsWith(")")) {
                reader.error(
                    Code.UNKNOWN_KEY,
                    key.span(),
                    "a " + kind + " is no call: it has no '" + key.value() + "'",
                    Optional.of("write another entry for calls"));
              }
            });
  }
}
