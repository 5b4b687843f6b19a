package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.yaml.Written.Scalar;
import dev.tocsin.dsl.yaml.Written.Style;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads single texts as they are written. */
final class WrittenScalars {
  private final EventPlaces places;

  WrittenScalars(EventPlaces places) {
    this.places = places;
  }

  Scalar read(ScalarEvent event) {
    Style style =
        switch (event.getScalarStyle()) {
          case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
          case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
          case LITERAL -> Style.LITERAL;
          case FOLDED -> Style.FOLDED;
        };
    String content = places.text().substring(places.contentStart(event), places.end(event));
    boolean block = style == Style.LITERAL || style == Style.FOLDED;
    return new Scalar(
        properties(event.getAnchor(), event.getTag()),
        style,
        tag(event, style),
        event.getValue(),
        block ? lines(content, event.getValue()) : content);
  }

  private static String tag(ScalarEvent event, Style style) {
    if (event.getTag() != null) {
      return event.getTag();
    }
    return style == Style.PLAIN ? WrittenText.tag(event.getValue()) : Tag.STR.getValue();
  }

  static String properties(@Nullable String anchor, @Nullable String tag) {
    return Stream.of(
            Optional.ofNullable(anchor).map(name -> "&" + name),
            Optional.ofNullable(tag).map(WrittenScalars::written))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static String written(String tag) {
    if (tag.startsWith(Tag.PREFIX)) {
      return "!!" + tag.substring(Tag.PREFIX.length());
    }
    return tag.startsWith("!") ? tag : "!<" + tag + ">";
  }

  /** The lines of a block below its header, moved to the left. */
  private static String lines(String content, String value) {
    List<String> lines = content.lines().skip(1).toList();
    int indentation =
        lines.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .map(line -> spaces(line) - spaces(firstLine(value)))
            .orElse(0);
    return lines.stream()
        .map(line -> line.length() <= indentation ? "" : line.substring(indentation))
        .collect(Collectors.joining("\n"));
  }

  private static String firstLine(String value) {
    return value.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private static int spaces(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == ' ') {
      count++;
    }
    return count;
  }
}
