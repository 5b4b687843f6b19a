package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
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
    List<Event> all = YamlEvents.of(source);
    EventPlaces places = new EventPlaces(source);
    try {
      Comments comments = Comments.of(source, all, places);
      if (comments.hasDirective()) {
        throw new WrittenObstacle("it has a YAML directive (a line that begins with %)");
      }
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
