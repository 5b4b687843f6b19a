package dev.tocsin.trace.document;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** An object that has one key twice, so that it is not known which of them holds. */
final class RepeatedKeyException extends JsonParseException {
  private static final long serialVersionUID = 1L;

  RepeatedKeyException(JsonParser parser, String key) {
    super(parser, "Duplicate field '" + Value.shortened(key) + "'");
  }
}
