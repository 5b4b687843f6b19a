package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a text as it is written, for those who write it anew. */
public final class WrittenText {
  private WrittenText() {}

  /**
   * What became of it.
   *
   * @param root empty where there is an obstacle
   * @param obstacle what cannot be written anew, in words
   */
  public record Reading(Optional<Written> root, String obstacle) {}

  /** Reads a text that {@link YamlText#read} reads without errors. Lines end with a line feed. */
  public static Reading read(Source source) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlLimits.LONGEST);
    options.setNestingDepthLimit(YamlLimits.DEEPEST);
    YamlEvents events = new YamlEvents(new ParserImpl(new StreamReader(source.text()), options));
    while (events.peekEvent() != null) {
      events.getEvent();
    }
    List<Event> all = events.all();
    EventPlaces places = new EventPlaces(source);
    try {
      Comments comments = Comments.of(source, all, places);
      return new Reading(Optional.of(new WrittenReader(all, places, comments).read()), "");
    } catch (WrittenObstacle e) {
      return new Reading(Optional.empty(), e.words());
    }
  }

  /** Whether a text without quotes would be a text all the same, and no number or the like. */
  public static boolean isText(String plain) {
    return tag(plain).equals(Tag.STR.getValue());
  }

  static String tag(String plain) {
    return new Resolver().resolve(NodeId.scalar, plain, true).getValue();
  }
}
