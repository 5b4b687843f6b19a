package dev.tocsin.trace.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record as it lies in its document.
 *
 * @param line at which it begins, from 1
 * @param from the field that holds it, empty for one that stands by itself
 * @param node what it says
 * @param around what the objects around it say; complete when the batch is
 */
public record Found(long line, String from, JsonNode node, Surroundings around) {

  /** As an object. */
  public Value value() throws UnfitException {
    if (!(node instanceof ObjectNode)) {
      throw new UnfitException("expected a JSON object, not " + Value.shortened(node.toString()));
    }
    return Value.of("", node);
  }
}
