package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.NodeReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads shares, weights and lengths with a sign. */
final class NumberReader {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final NodeReader reader;

  NumberReader(NodeReader reader) {
    this.reader = reader;
  }

  /** A part of a whole: more than 0, at most 1. */
  Optional<Located<BigDecimal>> share(Node node) {
    Optional<Located<BigDecimal>> share = plain(node, "a share such as 30%");
    if (share.filter(part -> part.value().compareTo(BigDecimal.ONE) > 0).isPresent()) {
      return wrong(node, "a share is at most 100%", "as in 30% or 0.3");
    }
    return share;
  }

  /** More than 0. */
  Optional<Located<BigDecimal>> weight(Node node) {
    return plain(node, "a weight such as 90%");
  }

  private Optional<Located<BigDecimal>> plain(Node node, String expected) {
    Optional<Located<String>> written = reader.text(node, expected);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String text = written.get().value().strip();
    if (NumberText.read(text) instanceof NumberText.Reading.Value number
        && (number.unit() == NumberUnit.NONE || number.unit() == NumberUnit.PERCENT)
        && number.value().signum() > 0) {
      boolean percent = number.unit() == NumberUnit.PERCENT;
      BigDecimal value = percent ? number.value().divide(HUNDRED) : number.value();
      return Optional.of(new Located<>(value, reader.span(node)));
    }
    return wrong(node, "'" + text + "' is not " + expected, "as in 30% or 0.3");
  }

  /** A length of time that may go back; not 0. */
  Optional<Located<Duration>> signed(Node node) {
    Optional<Located<String>> written = reader.text(node, "a duration such as -1h or 10m");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String text = written.get().value().strip();
    boolean back = text.startsWith("-");
    String length = back || text.startsWith("+") ? text.substring(1).strip() : text;
    Optional<Duration> read = length(length).filter(duration -> !duration.isZero());
    if (read.isEmpty()) {
      reader.error(
          Code.BAD_DURATION,
          reader.span(node),
          "'" + text + "' is not a length of time to go on or back",
          Optional.of("as in -1h or 10m"));
    }
    return read.map(
        duration -> new Located<>(back ? duration.negated() : duration, reader.span(node)));
  }

  /** How long, more than 0. */
  Optional<Located<Duration>> length(Node node, String noun) {
    return new DurationReader(reader).positive(node, noun);
  }

  /** A text as a length of time without a sign. */
  static Optional<Duration> length(String text) {
    if (NumberText.read(text) instanceof NumberText.Reading.Value number) {
      return number.unit() == NumberUnit.NONE && number.value().signum() == 0
          ? Optional.of(Duration.ZERO)
          : NumberText.duration(number.value(), number.unit());
    }
    return Optional.empty();
  }

  private Optional<Located<BigDecimal>> wrong(Node node, String message, String hint) {
    reader.error(Code.BAD_LITERAL, reader.span(node), message, Optional.of(hint));
    return Optional.empty();
  }
}
