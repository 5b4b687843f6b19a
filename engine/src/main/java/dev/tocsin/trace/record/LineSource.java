package dev.tocsin.trace.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A JSON value a line. */
final class LineSource implements JsonSource {
  private final Lines lines;

  LineSource(Lines lines) {
    this.lines = lines;
  }

  @Override
  public @Nullable JsonNode next() throws IOException, BadEventException {
    while (lines.next()) {
      if (lines.tooLong()) {
        throw new BadEventException("longer than 64 MiB");
      }
      if (!lines.isBlank()) {
        return node();
      }
    }
    return null;
  }

  private JsonNode node() throws BadEventException {
    try {
      return JsonTree.of(lines.bytes(), lines.length());
    } catch (JsonProcessingException e) {
      throw new BadEventException("no JSON: " + JsonProblem.of(e.getOriginalMessage()));
    } catch (IOException | NumberFormatException e) { // the latter for exponents past an int
      throw new BadEventException("no JSON: " + JsonProblem.of(e.getMessage()));
    }
  }

  @Override
  public long line() {
    return lines.number();
  }
}
