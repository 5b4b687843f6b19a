package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.routing.InhibitionDefinition;
import dev.tocsin.dsl.routing.MatcherDefinition;
import dev.tocsin.dsl.routing.SilenceDefinition;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what keeps alerts from being sent: {@code silences:} and {@code inhibit:}. */
final class SilenceReader {
  private static final String SILENCE =
      "as in: {match: [rule = slow], until: 2026-10-02T00:00:00Z}";
  private static final String INHIBITION =
      "as in: {source: [rule = outage], target: [type = quality], equal: [provider]}";

  /** The years that nanoseconds in 64 bits count whole. */
  private static final Instant FIRST = Instant.parse("1678-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

  private final NodeReader reader;
  private final MatcherReader matchers;
  private final UniqueNames names;

  SilenceReader(NodeReader reader, UniqueNames names) {
    this.reader = reader;
    this.matchers = new MatcherReader(reader);
    this.names = names;
  }

  List<SilenceDefinition> silences(Node node) {
    return KeyedMapping.list(
        node, RuleFilePlace.SILENCE.keys(), "silences", SILENCE, reader, this::silence);
  }

  private Optional<SilenceDefinition> silence(KeyedMapping written) {
    List<MatcherDefinition> match =
        written.required("match").map(matchers::atLeastOne).orElse(List.of());
    Optional<Instant> from = written.get("from").flatMap(this::instant);
    Optional<Instant> until = written.required("until").flatMap(this::instant);
    String by = text(written, "by");
    String comment = text(written, "comment");
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      reader.error(
          Code.BAD_TIME,
          reader.span(written.get("until").orElseThrow()),
          "the silence ends before it begins",
          Optional.empty());
      return Optional.empty();
    }
    return until
        .filter(end -> !match.isEmpty())
        .map(end -> new SilenceDefinition(match, from, end, by, comment));
  }

  private String text(KeyedMapping written, String key) {
    return written
        .get(key)
        .flatMap(node -> reader.text(node, "a text"))
        .map(Located::value)
        .orElse("");
  }

  private Optional<Instant> instant(Node node) {
    Optional<Located<String>> written = reader.text(node, "a time such as 2026-10-02T00:00:00Z");
    try {
      Optional<Instant> instant =
          written.map(text -> OffsetDateTime.parse(text.value().strip()).toInstant());
      if (instant.filter(time -> time.isBefore(FIRST) || time.isAfter(LAST)).isPresent()) {
        reader.error(
            Code.BAD_TIME,
            reader.span(node),
            "'" + written.orElseThrow().value() + "' is too far away",
            Optional.of("times are between %s and %s".formatted(FIRST, LAST)));
        return Optional.empty();
      }
      return instant;
    } catch (DateTimeException e) {
      reader.error(
          Code.BAD_TIME,
          reader.span(node),
          "'" + written.orElseThrow().value() + "' is not a moment in time",
          Optional.of("write it as 2026-10-02T00:00:00Z or 2026-10-02T00:00:00+02:00"));
      return Optional.empty();
    }
  }

  List<InhibitionDefinition> inhibitions(Node node) {
    return KeyedMapping.list(
        node, RuleFilePlace.INHIBITION.keys(), "inhibitions", INHIBITION, reader, this::inhibition);
  }

  private Optional<InhibitionDefinition> inhibition(KeyedMapping written) {
    Optional<Located<String>> name =
        written.get("name").flatMap(node -> reader.text(node, "the name of the inhibition"));
    name.ifPresent(found -> names.other("inhibition", found));
    List<MatcherDefinition> source =
        written.required("source").map(matchers::atLeastOne).orElse(List.of());
    List<MatcherDefinition> target =
        written.required("target").map(matchers::atLeastOne).orElse(List.of());
    List<Located<String>> equal =
        written.get("equal").map(node -> reader.texts(node, "a list of labels")).orElse(List.of());
    return source.isEmpty() || target.isEmpty()
        ? Optional.empty()
        : Optional.of(new InhibitionDefinition(name, source, target, equal, written.span()));
  }
}
