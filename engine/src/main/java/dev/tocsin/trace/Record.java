package dev.tocsin.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import dev.tocsin.trace.record.BadEventException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of which fields are taken one by one, each checked; knows at the end which were not
 * taken. Null is the same as absent.
 */
@SuppressWarnings("JavaLangClash") // the word for it; no java.lang.Record is near
final class Record {
  private static final int MOST_ZEROS = 30;

  private final ObjectNode node;
  private final Set<String> taken = new HashSet<>();

  Record(ObjectNode node) {
    this.node = node;
  }

  @Nullable String text(String field) throws BadEventException {
    JsonNode value = take(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(field, "a text", value);
    }
    return value.textValue();
  }

  /** A text, or a number as it is written: many services number their users. */
  @Nullable String identifier(String field) throws BadEventException {
    JsonNode value = node.get(field);
    if (value == null || !value.isNumber()) {
      return text(field);
    }
    taken.add(field);
    BigDecimal number = value.decimalValue();
    if (Math.abs((long) number.scale()) > MOST_ZEROS) {
      throw wrong(field, "a text", value); // 1e999999999 has a gigabyte of digits
    }
    return number.toPlainString();
  }

  String requiredIdentifier(String field) throws BadEventException {
    return required(field, identifier(field));
  }

  String required(String field) throws BadEventException {
    return required(field, text(field));
  }

  private static String required(String field, @Nullable String value) throws BadEventException {
    if (value == null) {
      throw new BadEventException("no " + field);
    }
    return value;
  }

  @Nullable Boolean flag(String field) throws BadEventException {
    JsonNode value = take(field);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrong(field, "true or false", value);
    }
    return value.booleanValue();
  }

  /** A whole number that is not negative. */
  long count(String field) throws BadEventException {
    JsonNode value = take(field);
    if (value == null) {
      return Event.UNKNOWN;
    }
    if (!value.isNumber()) {
      throw wrong(field, "a number", value);
    }
    if (!value.canConvertToExactIntegral()) {
      throw wrong(field, "a whole number", value);
    }
    if (!value.canConvertToLong()) {
      throw outOfRange(field, value);
    }
    return notNegative(field, value.longValue(), value);
  }

  /** A decimal that is not negative, times ten to the digits. */
  long amount(String field, int digits) throws BadEventException {
    JsonNode value = take(field);
    return value == null ? Event.UNKNOWN : notNegative(field, scaled(field, value, digits), value);
  }

  /** A decimal of any sign, in billionths. */
  long billionths(String field) throws BadEventException {
    JsonNode value = take(field);
    return value == null ? Event.UNKNOWN : scaled(field, value, 9);
  }

  long stamp(String field) throws BadEventException {
    JsonNode value = take(field);
    return value == null ? Event.UNKNOWN : Stamps.nanos(field, value);
  }

  List<String> texts(String field) throws BadEventException {
    JsonNode value = take(field);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(field, "a list of texts", value);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isTextual()) {
        throw wrong(field, "a list of texts", value);
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** The numbers of an object, by name. */
  void numbers(String field, BiConsumer<String, BigDecimal> sink) throws BadEventException {
    for (Map.Entry<String, JsonNode> entry : object(field).properties()) {
      if (entry.getValue().isNull()) {
        continue;
      }
      scaled(field + "." + entry.getKey(), entry.getValue(), 9);
      sink.accept(entry.getKey(), entry.getValue().decimalValue());
    }
  }

  /** The values of an object, by name, as attributes. */
  void values(String field, BiConsumer<String, Object> sink) throws BadEventException {
    for (Map.Entry<String, JsonNode> entry : object(field).properties()) {
      attribute(entry.getKey(), entry.getValue(), sink);
    }
  }

  /** The fields that were not taken. */
  void rest(BiConsumer<String, Object> sink) {
    Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (!taken.contains(field.getKey())) {
        attribute(field.getKey(), field.getValue(), sink);
      }
    }
  }

  private static void attribute(String name, JsonNode value, BiConsumer<String, Object> sink) {
    if (value.isTextual()) {
      sink.accept(name, value.textValue());
    } else if (value.isBoolean()) {
      sink.accept(name, value.booleanValue());
    } else if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      sink.accept(name, value.isBigDecimal() ? number.stripTrailingZeros() : number);
    } else if (!value.isNull()) {
      sink.accept(name, value.toString());
    }
  }

  private JsonNode object(String field) throws BadEventException {
    JsonNode value = take(field);
    if (value == null) {
      return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }
    if (!value.isObject()) {
      throw wrong(field, "an object", value);
    }
    return value;
  }

  private @Nullable JsonNode take(String field) {
    taken.add(field);
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private static long scaled(String field, JsonNode value, int digits) throws BadEventException {
    if (!value.isNumber()) {
      throw wrong(field, "a number", value);
    }
    try {
      return Decimals.scaled(value.decimalValue(), digits);
    } catch (ArithmeticException e) {
      throw outOfRange(field, value);
    }
  }

  private static BadEventException outOfRange(String field, JsonNode value) {
    return new BadEventException(field + " is out of range: " + shortened(value));
  }

  private static long notNegative(String field, long number, JsonNode value)
      throws BadEventException {
    if (number < 0) {
      throw new BadEventException(field + " must not be negative: " + shortened(value));
    }
    return number;
  }

  private static BadEventException wrong(String field, String expected, JsonNode value) {
    return new BadEventException(field + " must be " + expected + ", not " + shortened(value));
  }

  private static String shortened(JsonNode value) {
    return shortened(value.toString());
  }

  /** Short enough for a message. */
  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
