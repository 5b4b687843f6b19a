package dev.tocsin.trace.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The objects around a record: what they say beside their records. */
public final class Surroundings {
  private final @Nullable Surroundings outer;
  private final ObjectNode own = JsonNodeFactory.instance.objectNode();

  Surroundings(@Nullable Surroundings outer) {
    this.outer = outer;
  }

  ObjectNode own() {
    return own;
  }

  /** Those of the object itself. */
  Surroundings outer() {
    return outer == null ? new Surroundings(null) : outer;
  }

  /** A field of the nearest object that has it; absent if none has. */
  public Value find(String field) {
    for (Surroundings each = this; each != null; each = each.outer) {
      JsonNode found = each.own.get(field);
      if (found != null && !found.isNull()) {
        return Value.of(field, found);
      }
    }
    return Value.of(field, null);
  }
}
