package dev.tocsin.trace.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of fields at the beginning of a trace, which tell its format: {@code batch.type} is a
 * field {@code type} in the field {@code batch}. Arrays do not count in them.
 */
public final class JsonHead {
  private final Set<String> paths = new HashSet<>();

  /**
   * Looks at the first bytes.
   *
   * @param head may end anywhere
   */
  public JsonHead(byte[] head) {
    try (JsonParser parser = JsonTree.parser(new ByteArrayInputStream(head))) {
      read(parser);
    } catch (IOException | NumberFormatException e) {
      return; // it ends in the middle, or is no JSON; what was found before counts
    }
  }

  /**
   * Whether a line is one object.
   *
   * @param orBegins whether its beginning is enough
   */
  public static boolean isObject(byte[] line, boolean orBegins) {
    try (JsonParser parser = JsonTree.parser(new ByteArrayInputStream(line))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (JsonEOFException cut) {
      return orBegins;
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  private void read(JsonParser parser) throws IOException {
    Deque<String> above = new ArrayDeque<>();
    String name = "";
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        name = above.isEmpty() ? "" : above.element();
        name = name.isEmpty() ? parser.currentName() : name + "." + parser.currentName();
        paths.add(name);
      } else if (token.isStructStart()) {
        above.push(token == JsonToken.START_ARRAY && above.isEmpty() ? "" : name);
      } else if (token.isStructEnd()) {
        above.pop();
        name = above.isEmpty() ? "" : above.element();
      }
    }
  }

  /**
   * Whether these fields are there, by themselves or in the array of a page's field; Tocsin's own
   * records, which have a time, have none of others.
   */
  public boolean has(String page, Collection<String> fields) {
    return !paths.contains("time")
        && (paths.containsAll(fields)
            || fields.stream().allMatch(field -> paths.contains(page + "." + field)));
  }

  /** Whether this field is there. */
  public boolean has(String path) {
    return paths.contains(path);
  }
}
