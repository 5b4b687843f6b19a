package dev.tocsin.trace.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of JSON over many lines: those at the root, the elements of arrays there, and those of the
 * arrays in named fields of objects there. What else such an object says is left out.
 */
final class DocumentSource implements JsonSource {
  private final JsonParser parser;
  private final Set<String> containers;
  private @Nullable ObjectNode page;
  private boolean hasRecords;
  private long line = 1;
  private boolean ended;

  DocumentSource(InputStream content, Set<String> containers) throws IOException {
    parser = JsonTree.parser(content);
    this.containers = containers;
  }

  @Override
  public @Nullable JsonNode next() throws IOException, BadEventException {
    while (!ended) {
      int depth = parser.getParsingContext().getNestingDepth();
      try {
        JsonNode node = step();
        if (node != null) {
          return node;
        }
      } catch (DatabindException e) {
        skipTo(depth);
        throw broken(e.getOriginalMessage());
      } catch (NumberFormatException e) { // exponents past an int
        skipTo(depth);
        throw broken(e.getMessage());
      } catch (JsonProcessingException e) {
        throw end(e.getOriginalMessage());
      } catch (CharConversionException e) {
        throw end(e.getMessage());
      }
    }
    return null;
  }

  /** One token on, or one value; null if that was none. */
  private @Nullable JsonNode step() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      ended = true;
      return null;
    }
    if (token == JsonToken.END_ARRAY) {
      return null;
    }
    ObjectNode open = page;
    if (token == JsonToken.END_OBJECT) {
      page = null;
      return hasRecords ? null : open;
    }
    line = token == JsonToken.FIELD_NAME ? line : parser.currentTokenLocation().getLineNr();
    if (token == JsonToken.FIELD_NAME && open != null) {
      field(open, parser.currentName());
      return null;
    }
    if (parser.getParsingContext().getParent() != null
        && parser.getParsingContext().getParent().inRoot()
        && token == JsonToken.START_OBJECT
        && open == null) {
      page = JsonNodeFactory.instance.objectNode();
      hasRecords = false;
      return null;
    }
    return token == JsonToken.START_ARRAY ? null : JsonTree.at(parser);
  }

  private void field(ObjectNode open, String name) throws IOException {
    if (parser.nextToken() == JsonToken.START_ARRAY && containers.contains(name)) {
      hasRecords = true;
      return;
    }
    open.set(name, JsonTree.at(parser));
  }

  /** Leaves what was not read to its end. */
  private void skipTo(int depth) throws IOException, BadEventException {
    try {
      while (parser.getParsingContext().getNestingDepth() > depth) {
        parser.nextToken();
      }
    } catch (JsonProcessingException e) {
      throw end(e.getOriginalMessage());
    }
  }

  private BadEventException end(@Nullable String message) {
    ended = true;
    line = parser.currentLocation().getLineNr();
    BadEventException broken = broken(message);
    return new BadEventException(broken.getMessage() + "; what follows is lost");
  }

  private static BadEventException broken(@Nullable String message) {
    String reason = JsonProblem.of(message);
    return new BadEventException(
        "no JSON: "
            + (reason.startsWith("the line ends") ? "the file ends in the middle" : reason));
  }

  @Override
  public long line() {
    return line;
  }
}
