package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys that a mapping may have. */
public class KnownKeys {
  private final String owner;
  private final List<String> known;
  private final List<String> later;
  private final Map<String, String> otherwiseCalled;

  /**
   * @param owner what has them, with an article
   * @param known in the order in which they are shown
   * @param otherwiseCalled what others call them, and what they are called here
   */
  public KnownKeys(String owner, List<String> known, Map<String, String> otherwiseCalled) {
    this(owner, known, List.of(), otherwiseCalled);
  }

  /**
   * @param later keys that will be known
   */
  public KnownKeys(
      String owner, List<String> known, List<String> later, Map<String, String> otherwiseCalled) {
    this.owner = owner;
    this.known = List.copyOf(known);
    this.later = List.copyOf(later);
    this.otherwiseCalled = Map.copyOf(otherwiseCalled);
  }

  /** What has them, with an article. */
  public final String owner() {
    return owner;
  }

  /** In the order in which they are shown. */
  public final List<String> known() {
    return known;
  }

  /** Whether others call a key so. */
  public final boolean isOtherName(String key) {
    return otherwiseCalled.containsKey(key);
  }

  /** Whether a key may stand there though it is not known. */
  protected boolean isFree(String key) {
    return false;
  }

  /** What to do instead of a key that is not known, where spelling is not the problem. */
  protected Optional<String> hint(String key) {
    return Optional.empty();
  }

  /** Reports the keys of a mapping that are not known. */
  public final void check(Entries entries, NodeReader reader) {
    entries.forEach(
        (key, value) -> {
          if (known.contains(key.value()) || isFree(key.value())) {
            return;
          }
          if (later.contains(key.value())) {
            reader.error(
                Code.NOT_SUPPORTED_YET,
                key.span(),
                "'" + key.value() + ":' is not supported yet",
                Optional.empty());
          } else if (reader.isFirst(key.span())) {
            reader.error(
                Code.UNKNOWN_KEY,
                key.span(),
                "unknown key '" + key.value() + "' in " + owner,
                reader.isHopeless() ? Optional.empty() : hint(key, value));
          }
        });
  }

  /** Whether a key is there under a wrong name, so that it need not be missed. */
  public final boolean isMisspelt(String missing, Entries entries) {
    return entries
        .keys()
        .filter(key -> !known.contains(key) && !later.contains(key))
        .anyMatch(
            key -> suggestion(key).filter(hint -> hint.contains("'" + missing + "'")).isPresent());
  }

  private Optional<String> hint(Located<String> key, Node value) {
    Optional<String> special = hint(key.value());
    if (special.isPresent()) {
      return special;
    }
    Optional<String> suggestion = suggestion(key.value());
    boolean lone = value.getTag().equals(Tag.NULL) && suggestion.isEmpty();
    return lone
        ? Optional.of("inside { } put texts that hold a comma in quotes")
        : suggestion.or(() -> Optional.of("its keys are " + String.join(", ", known)));
  }

  private Optional<String> suggestion(String key) {
    return Optional.ofNullable(otherwiseCalled.get(key))
        .map(meant -> "did you mean '" + meant + "'?")
        .or(() -> Suggestions.nearest(key, known));
  }
}
