package dev.tocsin.channels.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as channels send it, and as servers answer. */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** Texts, numbers, booleans, lists, and maps again, in their order, as UTF-8. */
  public static byte[] bytes(Map<String, ?> object) {
    return written(object);
  }

  /** A list of the same. */
  public static byte[] bytes(List<?> list) {
    return written(list);
  }

  /**
   * The texts, numbers and booleans of an object, as texts by name; nothing of what is inside
   * others. What was cut off gives what stands before the cut, and what is no object nothing.
   */
  public static Map<String, String> scalars(String json) {
    Map<String, String> found = new LinkedHashMap<>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            found.put(name, parser.getText());
          }
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      return found; // it ends here
    }
    return found;
  }

  /** A map in the order of these names and values by turns. */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  private static byte[] written(Object value) {
    try {
      return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
