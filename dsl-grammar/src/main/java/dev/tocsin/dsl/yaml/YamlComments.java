package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/** The comments of a YAML document: what begins with a number sign outside of all texts. */
public final class YamlComments {
  private YamlComments() {}

  /** In the order of the text, without the line ends; none where the document cannot be read. */
  public static List<Span> of(Source source) {
    if (source.text().length() > YamlLimits.LONGEST || source.text().indexOf('#') < 0) {
      return List.of();
    }
    try {
      return Comments.of(source, YamlEvents.of(source), new EventPlaces(source)).spans(source);
    } catch (YAMLException reportedElsewhere) {
      return List.of();
    }
  }
}
