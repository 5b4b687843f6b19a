package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads values from closed lists, and counts. */
public final class ChoiceReader {
  private final NodeReader reader;

  public ChoiceReader(NodeReader reader) {
    this.reader = reader;
  }

  /** A whole number, not negative. */
  public Optional<Located<Long>> count(Node node) {
    Optional<Located<String>> written = reader.text(node, "a whole number");
    // 18 digits fit a long
    Optional<Located<String>> number = written.filter(text -> text.value().matches("[0-9]{1,18}"));
    if (written.isPresent() && number.isEmpty()) {
      reader.error(
          Code.BAD_COUNT,
          reader.span(node),
          "expected a whole number of 0 or more, found '" + written.get().value() + "'",
          Optional.empty());
    }
    return number.map(text -> new Located<>(Long.parseLong(text.value()), text.span()));
  }

  /** A constant by its name in lower case. */
  public <E extends Enum<E>> Optional<Located<E>> constant(
      Node node, String noun, Class<E> constants, Code code) {
    List<String> known =
        Arrays.stream(constants.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    return choice(node, noun, known, code)
        .map(
            written ->
                new Located<>(
                    Enum.valueOf(constants, written.value().toUpperCase(Locale.ROOT)),
                    written.span()));
  }

  /** One of some texts. */
  public Optional<Located<String>> choice(Node node, String noun, List<String> known, Code code) {
    String list = String.join(", ", known);
    Optional<Located<String>> written = reader.text(node, "a " + noun + " (" + list + ")");
    Optional<Located<String>> chosen = written.filter(text -> known.contains(text.value()));
    if (written.isPresent() && chosen.isEmpty()) {
      String text = written.get().value();
      reader.error(
          code,
          reader.span(node),
          "unknown " + noun + " '" + text + "': one of " + list,
          Suggestions.nearest(text, known));
    }
    return chosen;
  }
}
