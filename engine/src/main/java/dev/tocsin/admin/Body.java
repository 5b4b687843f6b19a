package dev.tocsin.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The JSON object of a request, each of its keys known and given once. */
final class Body {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final int LONGEST_NAME = 200;

  private final JsonNode json;

  private Body(JsonNode json) {
    this.json = json;
  }

  /**
   * @throws Refusal for what is no object, or has other keys
   */
  static Body of(String text, List<String> known) {
    return of(read(text), known);
  }

  private static Body of(JsonNode json, List<String> known) {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw Refusal.badRequest("no key '" + name + "' here", name, known);
      }
    }
    return new Body(json);
  }

  private static JsonNode read(String text) {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      String problem = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      String place =
          e.getLocation() == null
              ? ""
              : " (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw Refusal.badRequest("the body is no JSON" + place + ": " + problem);
    }
    if (!json.isObject()) {
      throw Refusal.badRequest("the body is a JSON object");
    }
    return json;
  }

  /** A text, if it is there and not null. */
  Optional<String> text(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refusal.badRequest("'" + name + "' is a text");
    }
    return Optional.of(value.textValue());
  }

  /** A text that has to be there. */
  String required(String name) {
    return text(name).orElseThrow(() -> Refusal.badRequest("the key '" + name + "' is missing"));
  }

  /** Whoever asks for something. */
  String by() {
    return name(required("by"));
  }

  static String name(String by) {
    if (by.isBlank() || by.length() > LONGEST_NAME) {
      throw Refusal.badRequest("'by' says who you are, in up to " + LONGEST_NAME + " characters");
    }
    return by.strip();
  }

  /** The elements of a list that has to be there. */
  List<Element> list(String name) {
    JsonNode value = json.path(name);
    if (!value.isArray() || value.isEmpty()) {
      throw Refusal.badRequest("'" + name + "' is a list with at least one element");
    }
    List<Element> elements = new ArrayList<>();
    value.forEach(element -> elements.add(new Element(element)));
    return elements;
  }

  /** An element of a list. */
  static final class Element {
    private final JsonNode json;

    private Element(JsonNode json) {
      this.json = json;
    }

    Optional<String> text() {
      return Optional.ofNullable(json.textValue());
    }

    /** If it is one. */
    Optional<Body> object(List<String> known) {
      return json.isObject() ? Optional.of(of(json, known)) : Optional.empty();
    }
  }
}
