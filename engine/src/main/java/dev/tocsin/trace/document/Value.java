package dev.tocsin.trace.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record and the name it goes by in messages. Null is the same as absent.
 *
 * @param field where it is, as {@code outputs.usage_metadata.input_tokens}
 * @param node what it is, or null where it is absent
 */
public record Value(String field, @Nullable JsonNode node) {
  private static final int MOST_ZEROS = 30;
  private static final int SHORT = 60;

  /** A value by its name. */
  public static Value of(String field, @Nullable JsonNode node) {
    return new Value(field, node == null || node.isNull() || node.isMissingNode() ? null : node);
  }

  /** Whether there is none. */
  public boolean absent() {
    return node == null;
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return node instanceof ObjectNode;
  }

  /** Whether it is a number, not one that is written as a text. */
  public boolean isNumber() {
    return node != null && node.isNumber();
  }

  /** Whether it is true or false; null if it is neither. */
  public @Nullable Boolean truth() {
    return (node != null && node.isBoolean()) ? node.booleanValue() : null;
  }

  /** The first of the fields that is there; absent if none is, or this is no object. */
  public Value get(String... names) {
    for (String name : names) {
      Value found = inside(name, node == null ? null : node.get(name));
      if (!found.absent()) {
        return found;
      }
    }
    return inside(names[0], null);
  }

  /** The object in a text that is JSON, as some sources write it; else this. */
  public Value parsed() {
    if (node == null
        || !node.isTextual()
        || !node.textValue().stripLeading().matches("(?s)[\\[{].*")) {
      return this;
    }
    try {
      return of(field, Documents.TREES.readTree(node.textValue()));
    } catch (IOException | NumberFormatException e) { // a text after all
      return this;
    }
  }

  /** The fields of an object, by name; empty if it is none. */
  public Map<String, Value> fields() {
    Map<String, Value> fields = new LinkedHashMap<>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        fields.put(each.getKey(), inside(each.getKey(), each.getValue()));
      }
    }
    return fields;
  }

  /** The items of a list; empty if it is none. */
  public List<Value> items() {
    List<Value> items = new ArrayList<>();
    if (node != null && node.isArray()) {
      for (JsonNode each : node) {
        items.add(inside(String.valueOf(items.size()), each));
      }
    }
    return items;
  }

  /** A text, or a number or truth as it is written. */
  public @Nullable String text() throws UnfitException {
    if (node == null) {
      return null;
    }
    if (node.isTextual()) {
      return node.textValue().isEmpty() ? null : node.textValue();
    }
    if (node.isNumber() && Math.abs((long) node.decimalValue().scale()) <= MOST_ZEROS) {
      return node.decimalValue().toPlainString();
    }
    if (node.isBoolean()) {
      return node.asText();
    }
    throw wrong("a text"); // 1e999999999 has a gigabyte of digits
  }

  /** A text; of anything else its JSON. */
  public @Nullable String textOrJson() {
    if (node == null) {
      return null;
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }

  /** A text, number or truth as attributes of calls hold them; null for lists and objects. */
  public @Nullable Object scalar() {
    if (node == null || node.isContainerNode()) {
      return null;
    }
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      return node.isBigDecimal() ? number.stripTrailingZeros() : number;
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
  }

  /** A whole number that is not negative; also one that is written as a text. */
  public long count() throws UnfitException {
    BigDecimal number = number();
    if (number == null) {
      return Event.UNKNOWN;
    }
    long count = scaled(number, 0);
    if (BigDecimal.valueOf(count).compareTo(number) != 0) {
      throw wrong("a whole number");
    }
    return notNegative(count);
  }

  /** A decimal that is not negative, times ten to the digits; two of them can be added. */
  public long amount(int digits) throws UnfitException {
    BigDecimal number = number();
    if (number == null) {
      return Event.UNKNOWN;
    }
    long amount = notNegative(scaled(number, digits));
    if (amount > Long.MAX_VALUE / 2) {
      throw outOfRange();
    }
    return amount;
  }

  /** A decimal of any sign, in billionths. */
  public long billionths() throws UnfitException {
    BigDecimal number = number();
    return number == null ? Event.UNKNOWN : scaled(number, 9);
  }

  /** A number, also one that is written as a text. */
  public @Nullable BigDecimal number() throws UnfitException {
    if (node == null) {
      return null;
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    try {
      if (node.isTextual() && !node.textValue().isEmpty()) {
        return new BigDecimal(node.textValue());
      }
    } catch (NumberFormatException e) {
      // as below
    }
    throw wrong("a number");
  }

  /** An exception that says what it should have been. */
  public UnfitException wrong(String expected) {
    return new UnfitException(field + " must be " + expected + ", not " + shown());
  }

  /** An exception for a number that is too large. */
  UnfitException outOfRange() {
    return new UnfitException(field + " is out of range: " + shown());
  }

  /** Short enough for a message. */
  public static String shortened(String text) {
    return text.length() <= SHORT ? text : text.substring(0, SHORT - 3) + "...";
  }

  /** Its JSON, short enough for a message. */
  public String shown() {
    return shortened(String.valueOf(node));
  }

  private long scaled(BigDecimal number, int digits) throws UnfitException {
    try {
      return Decimals.scaled(number, digits);
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  private long notNegative(long number) throws UnfitException {
    if (number < 0) {
      throw new UnfitException(field + " must not be negative: " + shown());
    }
    return number;
  }

  private Value inside(String name, @Nullable JsonNode inner) {
    return of(field.isEmpty() ? name : field + "." + name, inner);
  }
}
