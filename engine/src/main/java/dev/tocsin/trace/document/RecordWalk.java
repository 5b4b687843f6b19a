package dev.tocsin.trace.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Walks through documents, one after the other, to the records that its layout leads to. */
final class RecordWalk {
  private final JsonParser parser;
  private final ObjectReader trees;
  private final Layout layout;
  private final long firstLine;
  private final Deque<Level> levels = new ArrayDeque<>();
  private boolean ended;

  /** An object or list that was entered. */
  private static final class Level {
    final String from;
    final Surroundings around;
    final long line;
    boolean led;

    Level(String from, Surroundings around, long line) {
      this.from = from;
      this.around = around;
      this.line = line;
    }
  }

  RecordWalk(JsonParser parser, ObjectReader trees, Layout layout, long firstLine) {
    this.firstLine = firstLine;
    this.parser = parser;
    this.trees = trees;
    this.layout = layout;
  }

  /** The next record; null at the end of a document. */
  @Nullable Found next() throws IOException {
    do {
      JsonToken token = parser.nextToken();
      if (token == null) {
        ended = true;
        return null;
      }
      Found found = step(token);
      if (found != null) {
        return found;
      }
    } while (!levels.isEmpty());
    return null;
  }

  /** Whether the last document is behind. */
  boolean ended() {
    return ended;
  }

  /** The line at which the document begins, from 1; where none has, that of the last token. */
  long documentLine() {
    Level outermost = levels.peekLast();
    return outermost == null ? line() : outermost.line;
  }

  /** Whether the document has come to its end. */
  boolean betweenDocuments() {
    return levels.isEmpty();
  }

  private @Nullable Found step(JsonToken token) throws IOException {
    Level level = levels.peek();
    if (token == JsonToken.END_ARRAY) {
      levels.pop();
      return null;
    }
    if (token == JsonToken.END_OBJECT && level != null) {
      levels.pop();
      return level.led
          ? null
          : new Found(level.line, level.from, level.around.own(), level.around.outer());
    }
    if (token == JsonToken.FIELD_NAME && level != null) {
      field(level, parser.currentName());
      return null;
    }
    if (token == JsonToken.START_OBJECT) {
      enter(false, level == null ? "" : level.from, level == null ? null : level.around);
      return null;
    }
    if (token == JsonToken.START_ARRAY && level == null) {
      enter(true, "", null);
      return null;
    }
    long line = line();
    JsonNode other = trees.readTree(parser);
    return level == null
        ? new Found(line, "", other, new Surroundings(null))
        : new Found(line, level.from, other, level.around);
  }

  private void field(Level level, String name) throws IOException {
    JsonToken token = parser.nextToken();
    boolean opens = token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
    if (opens && layout.leads(level.from, name, token == JsonToken.START_ARRAY)) {
      level.led = true;
      enter(token == JsonToken.START_ARRAY, name, level.around);
    } else if (level.around.own().has(name)) {
      throw new RepeatedKeyException(parser, name);
    } else {
      level.around.own().set(name, trees.readTree(parser));
    }
  }

  private void enter(boolean list, String from, @Nullable Surroundings around) {
    Surroundings own = list && around != null ? around : new Surroundings(around);
    levels.push(new Level(from, own, line()));
  }

  private long line() {
    return firstLine + parser.currentTokenLocation().getLineNr() - 1;
  }
}
