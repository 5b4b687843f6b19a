package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code every}, {@code for} (or {@code over}) and {@code count}. */
final class PaceReader {
  private static final String WAYS =
      "write 'every' and 'for', 'count' and 'over', or 'every' and 'count'";

  private final NodeReader reader;
  private final NumberReader numbers;

  PaceReader(NodeReader reader) {
    this.reader = reader;
    this.numbers = new NumberReader(reader);
  }

  Optional<Pace> read(KeyedMapping entry) {
    Optional<Node> forLength = entry.get("for");
    Optional<Node> over = entry.get("over");
    if (forLength.isPresent() && over.isPresent()) {
      return conflict(reader.span(over.get()), "'for' and 'over' mean the same");
    }
    Optional<Node> lengthNode = forLength.or(() -> over);
    Optional<Located<Duration>> every =
        entry.get("every").flatMap(node -> numbers.length(node, "a distance"));
    Optional<Located<Duration>> length =
        lengthNode.flatMap(node -> numbers.length(node, "a length"));
    Optional<Located<Long>> count = entry.get("count").flatMap(this::count);
    boolean broken =
        every.isPresent() != entry.get("every").isPresent()
            || length.isPresent() != lengthNode.isPresent()
            || count.isPresent() != entry.get("count").isPresent();
    return broken ? Optional.empty() : pace(every, length, count);
  }

  private Optional<Located<Long>> count(Node node) {
    Optional<Located<Long>> count = new ChoiceReader(reader).count(node);
    if (count.filter(number -> number.value() == 0).isPresent()) {
      reader.error(Code.BAD_COUNT, reader.span(node), "there must be at least 1", Optional.empty());
      return Optional.empty();
    }
    return count;
  }

  private Optional<Pace> pace(
      Optional<Located<Duration>> every,
      Optional<Located<Duration>> length,
      Optional<Located<Long>> count) {
    if (every.isPresent() && length.isPresent() && count.isPresent()) {
      return conflict(count.get().span(), "two of 'every', 'for' and 'count' give the third");
    }
    if (count.isPresent()) {
      return limited(count.get().span(), count.get().value(), value(every), value(length));
    }
    if (every.isPresent() && length.isPresent()) {
      long step = every.get().value().toNanos();
      long events = (length.get().value().toNanos() - 1) / step + 1;
      return limited(every.get().span(), events, every.get().value(), length.get().value());
    }
    if (every.isPresent() || length.isPresent()) {
      reader.error(
          Code.MISSING_KEY,
          every.or(() -> length).orElseThrow().span(),
          "how many events this means is not said",
          Optional.of(WAYS));
      return Optional.empty();
    }
    return Optional.of(Pace.ONCE);
  }

  private static Duration value(Optional<Located<Duration>> written) {
    return written.map(Located::value).orElse(Duration.ZERO);
  }

  private Optional<Pace> limited(Span span, long count, Duration every, Duration length) {
    if (count > Pace.MOST) {
      reader.error(
          Code.BAD_COUNT,
          span,
          "this means %d events: an entry may mean %d".formatted(count, Pace.MOST),
          Optional.empty());
      return Optional.empty();
    }
    try {
      long nanos = length.isZero() ? every.multipliedBy(count).toNanos() : length.toNanos();
      return Optional.of(new Pace(count, Duration.ofNanos(nanos), every));
    } catch (ArithmeticException e) {
      reader.error(Code.BAD_DURATION, span, "the events take too long", Optional.empty());
      return Optional.empty();
    }
  }

  private Optional<Pace> conflict(Span span, String message) {
    reader.error(Code.KEYS_CONFLICT, span, message, Optional.of("remove one of them"));
    return Optional.empty();
  }
}
