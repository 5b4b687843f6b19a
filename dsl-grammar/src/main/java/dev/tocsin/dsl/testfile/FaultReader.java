package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.KnownKeys;
import dev.tocsin.dsl.yaml.NodeReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code inject:}. */
final class FaultReader {
  private static final String EXAMPLE =
      "as in: {at: \"10:00\", for: 15m, where: {model: gpt-4o}, multiply: {latency: 2}}";

  /** They are done one inside of the other. */
  private static final int MOST = 100;

  private static final KnownKeys KEYS =
      new KnownKeys(
          "a fault",
          List.of(
              "at",
              "for",
              "where",
              "share",
              "seed",
              "set",
              "multiply",
              "add",
              "drop",
              "lose",
              "delay",
              "shift",
              "repeat",
              "duplicate",
              "deployment"),
          Map.of("over", "for", "filter", "where", "scale", "multiply", "fraction", "share"));

  private final NodeReader reader;
  private final NumberReader numbers;
  private final OffsetReader times;
  private final WhereReader wheres;
  private final EffectReader effects;

  FaultReader(NodeReader reader) {
    this.reader = reader;
    this.numbers = new NumberReader(reader);
    this.times = new OffsetReader(reader);
    this.wheres = new WhereReader(reader);
    this.effects = new EffectReader(reader);
  }

  List<FaultDefinition> read(Node node) {
    if (node instanceof SequenceNode list && list.getValue().size() > MOST) {
      reader.error(
          Code.BAD_COUNT,
          reader.span(list.getValue().get(MOST)),
          "too many faults: at most " + MOST,
          Optional.empty());
      return List.of();
    }
    return List.copyOf(KeyedMapping.list(node, KEYS, "faults", EXAMPLE, reader, this::fault));
  }

  private Optional<FaultDefinition> fault(KeyedMapping entry) {
    Optional<Located<TimePoint>> at = entry.get("at").flatMap(times::read);
    Optional<Duration> length =
        entry.get("for").flatMap(node -> numbers.length(node, "a length")).map(Located::value);
    Optional<FaultDefinition.Where> where = entry.get("where").flatMap(wheres::read);
    Optional<BigDecimal> share = entry.get("share").flatMap(numbers::share).map(Located::value);
    Optional<Located<Long>> seed = entry.get("seed").flatMap(new ChoiceReader(reader)::count);
    List<FaultDefinition.Effect> done = effects.read(entry);
    if (entry.get("deployment").isPresent()) {
      onlyAt(entry);
    }
    boolean broken =
        (at.isEmpty() && entry.get("at").isPresent())
            || (where.isEmpty() && entry.get("where").isPresent());
    return done.isEmpty() || broken
        ? Optional.empty()
        : Optional.of(
            new FaultDefinition(at, length, where, share, value(seed), done, entry.span()));
  }

  private static OptionalLong value(Optional<Located<Long>> seed) {
    return seed.isPresent() ? OptionalLong.of(seed.get().value()) : OptionalLong.empty();
  }

  /** A deployment is put in once, whatever calls there are. */
  private void onlyAt(KeyedMapping entry) {
    for (String key : List.of("for", "where", "share")) {
      Optional<Node> value = entry.get(key);
      value.ifPresent(
          node ->
              reader.error(
                  Code.KEYS_CONFLICT,
                  reader.span(node),
                  "a deployment is one event: it has no '" + key + "'",
                  Optional.of("write an entry of its own for it")));
    }
  }
}
