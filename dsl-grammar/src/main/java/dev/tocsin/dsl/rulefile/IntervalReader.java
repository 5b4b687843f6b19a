package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.routing.IntervalDefinition;
import dev.tocsin.dsl.routing.IntervalDefinition.Part;
import dev.tocsin.dsl.routing.IntervalDefinition.Range;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code time_intervals:}. */
final class IntervalReader {
  private static final String EXAMPLE =
      "as in: {name: office, times: [\"09:00-17:00\"], weekdays: [monday-friday]}";
  private static final String PART = "as in: {times: [\"09:00-17:00\"], weekdays: [monday-friday]}";
  private static final List<String> PARTS =
      List.of("times", "weekdays", "days_of_month", "months", "years");

  private final NodeReader reader;
  private final RangeReader ranges;
  private final UniqueNames names;

  IntervalReader(NodeReader reader, UniqueNames names) {
    this.reader = reader;
    this.ranges = new RangeReader(reader);
    this.names = names;
  }

  List<IntervalDefinition> read(Node node) {
    return KeyedMapping.list(
        node, RuleFilePlace.INTERVAL.keys(), "time intervals", EXAMPLE, reader, this::interval);
  }

  private Optional<IntervalDefinition> interval(KeyedMapping written) {
    Optional<Located<String>> name =
        written.required("name").flatMap(node -> reader.text(node, "the name of the interval"));
    name.ifPresent(found -> names.other("time interval", found));
    Optional<Located<String>> zone =
        written.get("zone").flatMap(node -> reader.text(node, "a zone such as Europe/Berlin"));
    Optional<List<Part>> several =
        written
            .get("intervals")
            .map(
                node ->
                    KeyedMapping.list(
                        node,
                        RuleFilePlace.INTERVAL_PART.keys(),
                        "parts of a time interval",
                        PART,
                        reader,
                        this::part));
    boolean own = several.isEmpty() || PARTS.stream().anyMatch(key -> written.get(key).isPresent());
    List<Part> parts = new ArrayList<>(several.orElse(List.of()));
    if (own) {
      part(written).ifPresent(parts::add);
    }
    if (!own && parts.isEmpty()) {
      reader.error(
          Code.MISSING_KEY,
          written.span(),
          "a time interval without a part is never",
          Optional.of(EXAMPLE));
    }
    return name.map(found -> new IntervalDefinition(found, zone, parts));
  }

  private Optional<Part> part(KeyedMapping written) {
    if (PARTS.stream().allMatch(key -> written.get(key).isEmpty())) {
      reader.error(
          Code.MISSING_KEY,
          written.span(),
          written.place().owner() + " needs one of " + String.join(", ", PARTS),
          Optional.of(written.example()));
    }
    return Optional.of(
        new Part(
            ranges(written, "times", ranges::times),
            ranges(written, "weekdays", ranges::weekdays),
            ranges(written, "days_of_month", ranges::daysOfMonth),
            ranges(written, "months", ranges::months),
            ranges(written, "years", ranges::years)));
  }

  private static List<Range> ranges(
      KeyedMapping written, String key, Function<Node, List<Range>> read) {
    return written.get(key).map(read).orElse(List.of());
  }
}
