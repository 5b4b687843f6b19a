package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.testfile.FaultDefinition.Change;
import dev.tocsin.dsl.testfile.FaultDefinition.Effect;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what a fault does. */
final class EffectReader {
  private static final long MOST_TIMES = 1_000;

  private final NodeReader reader;
  private final FieldsReader fields;
  private final NumberReader numbers;
  private final Map<String, Function<Node, Optional<? extends Effect>>> byKey;

  EffectReader(NodeReader reader) {
    this.reader = reader;
    this.fields = new FieldsReader(reader);
    this.numbers = new NumberReader(reader);
    this.byKey =
        Map.of(
            "set", node -> changed(node, Change.SET, "as in: {status: error}"),
            "multiply", node -> changed(node, Change.MULTIPLY, "as in: {latency: 2}"),
            "add", node -> changed(node, Change.ADD, "as in: {latency: 300ms}"),
            "drop", node -> on(node, "drop", new FaultDefinition.Dropped()),
            "lose", this::lost,
            "delay", node -> numbers.length(node, "a delay").map(EffectReader::delayed),
            "shift", node -> numbers.signed(node).map(EffectReader::shifted),
            "repeat", this::repeated,
            "duplicate", node -> on(node, "duplicate", new FaultDefinition.Duplicated()),
            "deployment", this::deployed);
  }

  /** In the order of the keys; that there is none is reported. */
  List<Effect> read(KeyedMapping entry) {
    List<Effect> effects = new ArrayList<>();
    boolean[] named = {false};
    entry
        .entries()
        .forEach(
            (key, node) -> {
              Function<Node, Optional<? extends Effect>> read = byKey.get(key.value());
              if (read != null) {
                named[0] = true;
                read.apply(node).ifPresent(effects::add);
              }
            });
    boolean misspelt =
        byKey.keySet().stream().anyMatch(key -> entry.place().isMisspelt(key, entry.entries()));
    if (!named[0] && !misspelt) {
      reader.error(
          Code.MISSING_KEY,
          entry.span(),
          "the fault does nothing",
          Optional.of(
              "say what it does: set, multiply, add, drop, lose, delay, shift, repeat, duplicate or"
                  + " deployment"));
    }
    return effects;
  }

  private Optional<Effect> changed(Node node, Change change, String example) {
    List<FieldDefinition> changed = fields.fields(node, example);
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(new FaultDefinition.Changed(change, changed));
  }

  private Optional<Effect> on(Node node, String key, Effect effect) {
    Optional<Boolean> on = reader.bool(node);
    if (on.filter(yes -> !yes).isPresent()) {
      reader.error(
          Code.MISSING_KEY,
          reader.span(node),
          "'" + key + ": false' does nothing",
          Optional.of("leave it out"));
      return Optional.empty();
    }
    return on.map(yes -> effect);
  }

  private Optional<Effect> lost(Node node) {
    List<Located<String>> names = reader.texts(node, "the name of a score, or a list of names");
    if (names.isEmpty() && node instanceof SequenceNode) {
      reader.error(
          Code.MISSING_KEY,
          reader.span(node),
          "no score is named",
          Optional.of("as in: [answer_relevance]"));
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new FaultDefinition.Lost(names));
  }

  private static Effect delayed(Located<Duration> by) {
    return new FaultDefinition.Delayed(by.value());
  }

  private static Effect shifted(Located<Duration> by) {
    return new FaultDefinition.Shifted(by.value());
  }

  private Optional<Effect> repeated(Node node) {
    Optional<Located<Long>> times = new ChoiceReader(reader).count(node);
    if (times.filter(n -> n.value() < 2 || n.value() > MOST_TIMES).isPresent()) {
      reader.error(
          Code.BAD_COUNT,
          reader.span(node),
          "calls can be repeated 2 to " + MOST_TIMES + " times",
          Optional.empty());
      return Optional.empty();
    }
    return times.map(n -> new FaultDefinition.Repeated(n.value().intValue()));
  }

  private Optional<Effect> deployed(Node node) {
    return new EventsPartReader(reader, fields)
        .deployment(node)
        .map(live -> new FaultDefinition.Deployed(live.prompt(), live.version()));
  }
}
