package dev.tocsin.trace.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Event;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Attributes by their full names. They may be written as OTLP's list of keys and values, as an
 * object, or as objects within objects.
 */
final class Attributes {
  private static final String KIND = "openinference.span.kind";
  private static final String COLUMN = "attributes.";
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  private Attributes() {}

  static Attributes of(Value written) throws UnfitException {
    Attributes attributes = new Attributes();
    if (written.node() instanceof ArrayNode list) {
      for (JsonNode each : list) {
        if (!each.path("key").isTextual()) {
          throw written.wrong("a list of keys and values");
        }
        attributes.add(each.path("key").textValue(), plain(each.path("value")));
      }
    } else if (written.isObject()) {
      written.fields().forEach((name, each) -> attributes.add(name, each.node()));
    } else if (!written.absent()) {
      throw written.wrong("attributes");
    }
    return attributes;
  }

  /** Those of a span, also where Phoenix makes columns of them. */
  static Attributes ofSpan(Value span) throws UnfitException {
    Attributes attributes = of(span.get("attributes"));
    span.fields()
        .forEach(
            (name, each) -> {
              if (name.startsWith(COLUMN)) {
                attributes.add(name.substring(COLUMN.length()), each.node());
              }
            });
    Value kind = span.get("span_kind");
    if (!kind.absent()) {
      attributes.values.putIfAbsent(KIND, Value.of(KIND, kind.node()));
    }
    return attributes;
  }

  private void add(String name, @Nullable JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(each -> add(name + "." + each.getKey(), each.getValue()));
    } else if (node instanceof ArrayNode list && list.size() > 0 && list.get(0).isObject()) {
      for (int i = 0; i < list.size(); i++) {
        add(name + "." + i, list.get(i));
      }
    } else {
      values.put(name, Value.of(name, node));
    }
  }

  /** The first of them that is there. */
  Value get(String... names) {
    for (String name : names) {
      Value value = values.get(name);
      if (value != null && !value.absent()) {
        taken.add(name);
        return value;
      }
    }
    return Value.of(names[0], null);
  }

  @Nullable String text(String... names) throws UnfitException {
    return get(names).text();
  }

  /** A count under any of several names; those that are there must agree. */
  long count(String... names) throws UnfitException {
    long count = Event.UNKNOWN;
    String from = "";
    for (String name : names) {
      long next = get(name).count();
      if (next != Event.UNKNOWN && count != Event.UNKNOWN && next != count) {
        throw new UnfitException("%s is %d, but %s is %d".formatted(from, count, name, next));
      }
      if (next != Event.UNKNOWN) {
        count = next;
        from = name;
      }
    }
    return count;
  }

  /** Whether it was asked for, and so has found its place. */
  boolean isTaken(String name) {
    return taken.contains(name);
  }

  Collection<Value> all() {
    return values.values();
  }

  /** What an OTLP value stands for. */
  private static JsonNode plain(JsonNode value) {
    JsonNode number = either(value, "intValue", "int_value");
    if (number.isTextual() && WHOLE.matcher(number.textValue()).matches()) {
      return BigIntegerNode.valueOf(new BigInteger(number.textValue()));
    }
    JsonNode list = either(value, "arrayValue", "array_value");
    if (list.isObject()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      list.path("values").forEach(each -> items.add(plain(each)));
      return items;
    }
    JsonNode object = either(value, "kvlistValue", "kvlist_value");
    if (object.isObject()) {
      ObjectNode fields = JsonNodeFactory.instance.objectNode();
      object
          .path("values")
          .forEach(each -> fields.set(each.path("key").asText(), plain(each.path("value"))));
      return fields;
    }
    for (JsonNode each : value) { // whichever scalar it has
      return each;
    }
    return MissingNode.getInstance();
  }

  private static JsonNode either(JsonNode value, String name, String other) {
    return value.has(name) ? value.path(name) : value.path(other);
  }
}
