package dev.tocsin.trace.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of which fields are taken by name, each checked. Where several names are given, the
 * first that says something counts. Null and an empty text say nothing, as absence does; numbers
 * may be written as texts, and objects and lists as texts with JSON in them.
 */
public final class Fields {
  private static final int MOST_ZEROS = 30;
  private static final Set<String> NOTHING = Set.of("", "None", "null");

  private final ObjectNode node;
  private final String path;

  private Fields(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** The fields of an object. */
  public static Fields of(ObjectNode node) {
    return new Fields(node, "");
  }

  /** Those of an object without any. */
  public static Fields none() {
    return of(JsonNodeFactory.instance.objectNode());
  }

  /** The object itself; not to be changed. */
  public ObjectNode node() {
    return node;
  }

  /** The same with the fields of objects in it by their names with a dot between. */
  public Fields flat() {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue() instanceof ObjectNode object) {
        object
            .properties()
            .forEach(each -> flat.set(field.getKey() + "." + each.getKey(), each.getValue()));
      } else {
        flat.set(field.getKey(), field.getValue());
      }
    }
    return new Fields(flat, path);
  }

  /** Its names. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether there is something under this name. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** A text; a number or a truth value is taken as it is written; or null. */
  public @Nullable String text(String... names) throws BadEventException {
    String name = first(names);
    if (name == null) {
      return null;
    }
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      if (Math.abs((long) number.scale()) > MOST_ZEROS) {
        throw wrong(name, "a text", value); // 1e999999999 has a gigabyte of digits
      }
      return number.toPlainString();
    }
    if (!value.isValueNode()) {
      throw wrong(name, "a text", value);
    }
    return value.asText();
  }

  /** A text that must be there. */
  public String required(String... names) throws BadEventException {
    String text = text(names);
    if (text == null) {
      throw new BadEventException("no " + path + names[0]);
    }
    return text;
  }

  /** Whatever is there as a text: a text as it is, anything else as JSON; or null. */
  public @Nullable String content(String... names) {
    String name = first(names);
    if (name == null) {
      return null;
    }
    JsonNode value = node.path(name);
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** True, false, or null where nothing is said. */
  public @Nullable Boolean flag(String... names) throws BadEventException {
    String name = first(names);
    if (name == null) {
      return null;
    }
    String text = node.path(name).asText();
    if (text.equalsIgnoreCase("true") || text.equals("1")) {
      return true;
    }
    if (text.equalsIgnoreCase("false") || text.equals("0")) {
      return false;
    }
    throw wrong(name, "true or false", node.path(name));
  }

  /** A whole number that is not negative, or {@link Event#UNKNOWN}. */
  public long count(String... names) throws BadEventException {
    String name = first(names);
    if (name == null) {
      return Event.UNKNOWN;
    }
    BigDecimal number = number(name);
    JsonNode value = node.path(name);
    if (number.signum() < 0) {
      throw new BadEventException(path + name + " must not be negative: " + shortened(value));
    }
    long whole = scaled(name, number, 0);
    if (number.compareTo(BigDecimal.valueOf(whole)) != 0) {
      throw wrong(name, "a whole number", value);
    }
    return whole;
  }

  /**
   * A decimal that is not negative, times ten to the digits; or {@link Event#UNKNOWN}. Seconds to
   * microseconds are 6 digits, milliseconds to microseconds 3, dollars to nano-dollars 9.
   */
  public long amount(int digits, String... names) throws BadEventException {
    String name = first(names);
    if (name == null) {
      return Event.UNKNOWN;
    }
    BigDecimal number = number(name);
    if (number.signum() < 0) {
      throw new BadEventException(
          path + name + " must not be negative: " + shortened(node.path(name)));
    }
    return scaled(name, number, digits);
  }

  /** A decimal of any sign in billionths, or {@link Event#UNKNOWN}. */
  public long billionths(String... names) throws BadEventException {
    String name = first(names);
    return name == null ? Event.UNKNOWN : scaled(name, number(name), 9);
  }

  /** A time in nanoseconds since 1970, or {@link Event#UNKNOWN}. */
  public long time(Times times, String... names) throws BadEventException {
    String name = first(names);
    return name == null ? Event.UNKNOWN : times.nanos(path + name, node.get(name));
  }

  /**
   * An object, or the fields of none where nothing is said.
   *
   * @throws BadEventException when it is something else
   */
  public Fields object(String... names) throws BadEventException {
    String name = first(names);
    if (name == null) {
      return none();
    }
    if (parsed(name) instanceof ObjectNode object) {
      return new Fields(object, path + name + ".");
    }
    throw wrong(name, "an object", node.path(name));
  }

  /** An object; the fields of none where there is no object. */
  public Fields objectIfAny(String... names) {
    String name = first(names);
    return name != null && parsed(name) instanceof ObjectNode object
        ? new Fields(object, path + name + ".")
        : none();
  }

  /**
   * The elements of a list, none where nothing is said.
   *
   * @throws BadEventException when it is something else
   */
  public List<JsonNode> list(String... names) throws BadEventException {
    String name = first(names);
    List<JsonNode> elements = new ArrayList<>();
    if (name != null) {
      if (!(parsed(name) instanceof ArrayNode list)) {
        throw wrong(name, "a list", node.path(name));
      }
      list.forEach(elements::add);
    }
    return elements;
  }

  /** The objects in a list; what is no object in it is left out. */
  public List<Fields> objects(String... names) throws BadEventException {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : list(names)) {
      if (element instanceof ObjectNode object) {
        objects.add(of(object));
      }
    }
    return objects;
  }

  /** The texts in a list. */
  public List<String> texts(String... names) throws BadEventException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(names)) {
      if (!element.isValueNode()) {
        throw wrong(names[0], "a list of texts", node.path(names[0]));
      }
      texts.add(element.asText());
    }
    return texts;
  }

  /** The texts, numbers and truth values here, by name; a number without trailing zeros. */
  public void scalars(BiConsumer<String, Object> sink) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      if (value.isTextual() && !value.textValue().isEmpty()) {
        sink.accept(field.getKey(), value.textValue());
      } else if (value.isBoolean()) {
        sink.accept(field.getKey(), value.booleanValue());
      } else if (value.isNumber()) {
        BigDecimal number = value.decimalValue();
        sink.accept(field.getKey(), value.isBigDecimal() ? number.stripTrailingZeros() : number);
      }
    }
  }

  /** The first of the names under which something is said, or null. */
  public @Nullable String first(String... names) {
    for (String name : names) {
      JsonNode value = node.get(name);
      if (value != null && !value.isNull() && !(value.isTextual() && isNothing(value))) {
        return name;
      }
    }
    return null;
  }

  private static boolean isNothing(JsonNode text) {
    return text.textValue().length() <= 4 && NOTHING.contains(text.textValue().strip());
  }

  private @Nullable JsonNode parsed(String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? JsonTree.ofText(value.textValue()) : value;
  }

  private BigDecimal number(String name) throws BadEventException {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    try {
      if (value.isTextual()) {
        return new BigDecimal(value.textValue().strip());
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "a number", value);
    }
    throw wrong(name, "a number", value);
  }

  private long scaled(String name, BigDecimal number, int digits) throws BadEventException {
    try {
      return Decimals.scaled(number, digits);
    } catch (ArithmeticException e) {
      throw new BadEventException(path + name + " is out of range: " + shortened(node.path(name)));
    }
  }

  private BadEventException wrong(String name, String expected, JsonNode value) {
    return new BadEventException(
        path + name + " must be " + expected + ", not " + shortened(value));
  }

  /** Short enough for a message. */
  public static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
