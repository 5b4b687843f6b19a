package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.ParameterKind;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.util.Optional;

/** Reads {@code min:} and {@code max:} of a parameter. */
final class ParameterRangeReader {
  private final NodeReader reader;

  ParameterRangeReader(NodeReader reader) {
    this.reader = reader;
  }

  /**
   * Reads both; what does not fit is reported and left out.
   *
   * @param kind of the values, where the file says so or the default tells
   */
  ParameterRange read(
      KeyedMapping written,
      Located<String> name,
      Optional<ParameterKind> kind,
      Optional<ParameterValue> standard) {
    Optional<ParameterValue> least = end(written, "min", name, kind);
    Optional<ParameterValue> most =
        end(written, "max", name, kind.or(() -> least.map(ParameterValue::kind)));
    ParameterRange range = new ParameterRange(least, most);
    if (range.isEmpty()) {
      reader.error(
          Code.BAD_VALUE,
          most.orElseThrow().span(),
          "no value of '%s' is at least %s and at most %s"
              .formatted(name.value(), least.orElseThrow().written(), most.orElseThrow().written()),
          Optional.of("'min' is the least value, 'max' the greatest"));
      return ParameterRange.ALL;
    }
    standard.ifPresent(given -> check(name.value(), range, given, reader));
    return range;
  }

  /** Whether a value lies in the range; if not, it is told where the value stands. */
  static boolean check(String name, ParameterRange range, ParameterValue given, NodeReader reader) {
    Optional<String> missed = range.missedBy(given);
    missed.ifPresent(
        end ->
            reader.error(
                Code.BAD_VALUE,
                given.span(),
                "'%s' must be %s".formatted(name, end),
                Optional.of(range.words())
                    .filter(words -> !words.equals(end))
                    .map(words -> "it takes " + words)));
    return missed.isEmpty();
  }

  private Optional<ParameterValue> end(
      KeyedMapping written, String key, Located<String> name, Optional<ParameterKind> kind) {
    Optional<ParameterValue> end =
        written.get(key).flatMap(node -> ParameterValue.read(node, reader));
    if (end.isEmpty()) {
      return end;
    }
    ParameterKind expected = kind.orElse(end.get().kind());
    if (!expected.isNumeric()) {
      reader.error(
          Code.BAD_VALUE,
          end.get().span(),
          "'%s' is %s, which has no '%s'".formatted(name.value(), expected.words(), key),
          Optional.of("durations, amounts of money, shares and numbers have one"));
      return Optional.empty();
    }
    if (end.get().kind() != expected) {
      reader.error(
          Code.BAD_VALUE,
          end.get().span(),
          "'%s' is %s, but its '%s' is %s"
              .formatted(name.value(), expected.words(), key, end.get().kind().words()),
          Optional.of("as in: " + key + ": " + expected.example()));
      return Optional.empty();
    }
    return end;
  }
}
