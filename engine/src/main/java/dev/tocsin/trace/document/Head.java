package dev.tocsin.trace.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The fields that are named in the first bytes of a trace, as far as they are JSON. */
public final class Head {
  private static final int DEEPEST = 6;

  private final Set<String> paths = new HashSet<>();

  /**
   * Looks at the first bytes; where they end in the middle of something, so does the look.
   *
   * @param head first bytes of a trace
   */
  public Head(byte[] head) {
    try (JsonParser parser = Documents.JSON.createParser(head)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME
            && parser.getParsingContext().getNestingDepth() <= DEEPEST) {
          paths.add(path(parser.getParsingContext()));
        }
      }
    } catch (IOException | NumberFormatException e) {
      // cut, or no JSON from here on
    }
  }

  /**
   * Whether all these fields are there.
   *
   * @param wanted as {@code data/attributes/spans}; lists have no part in it
   */
  public boolean has(String... wanted) {
    return paths.containsAll(Set.of(wanted));
  }

  /** Whether a field of the outermost objects begins so. */
  public boolean hasPrefix(String prefix) {
    return paths.stream().anyMatch(path -> path.indexOf('/') < 0 && path.startsWith(prefix));
  }

  private static String path(JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext each = context; each != null; each = each.getParent()) {
      if (each.getCurrentName() != null && each.inObject()) {
        path.insert(0, path.isEmpty() ? each.getCurrentName() : each.getCurrentName() + "/");
      }
    }
    return path.toString();
  }
}
