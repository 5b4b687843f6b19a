package dev.tocsin.dsl.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes maps, lists and texts as YAML in a random mixture of styles, with comments. */
final class MessyText {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int comments;

  private MessyText(Random random) {
    this.random = random;
  }

  static String of(Map<String, ?> document, Random random) {
    MessyText messy = new MessyText(random);
    messy.noise(0);
    messy.mapping(document, 0);
    messy.noise(0); // further to the right it would be a part of a text
    return messy.text.toString();
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** Blank lines and comments of their own. */
  private void noise(int indentation) {
    while (chance(4)) {
      text.append(chance(2) ? "\n" : " ".repeat(indentation) + comment() + "\n");
    }
  }

  private String comment() {
    return "#" + (chance(2) ? " " : "") + "c" + comments++ + (chance(3) ? " # 'x: [" : "");
  }

  private void endOfLine() {
    text.append(chance(5) ? " ".repeat(1 + random.nextInt(3)) + comment() + "\n" : "\n");
  }

  private void mapping(Map<String, ?> mapping, int indentation) {
    List<String> keys = new ArrayList<>(mapping.keySet());
    Collections.shuffle(keys, random);
    for (String key : keys) {
      noise(indentation);
      text.append(" ".repeat(indentation)).append(chance(8) ? '"' + key + '"' : key).append(':');
      value(mapping.get(key), indentation, chance(2) ? 0 : 1 + random.nextInt(4));
    }
  }

  private void value(Object value, int indentation, int deeper) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && !chance(3)) {
      endOfLine();
      mapping(strings(map), indentation + Math.max(1, deeper));
    } else if (value instanceof List<?> list && !list.isEmpty() && !chance(3)) {
      endOfLine();
      list(list, indentation + deeper);
    } else if (value instanceof String string && chance(6) && !string.isBlank()) {
      block(string, indentation + Math.max(1, deeper));
    } else {
      text.append(" ".repeat(1 + random.nextInt(2)));
      flow(value, indentation + 1);
      endOfLine();
    }
  }

  private void list(List<?> list, int indentation) {
    for (Object element : list) {
      noise(indentation);
      text.append(" ".repeat(indentation)).append('-');
      if (element instanceof Map<?, ?> map && !map.isEmpty() && !chance(3)) {
        String first = text.toString();
        int gap = 1 + random.nextInt(3);
        mapping(strings(map), indentation + 1 + gap);
        inline(first.length(), gap);
      } else {
        value(element, indentation, 1);
      }
    }
  }

  /** Puts the first entry behind the dash, unless a comment or a blank line comes first. */
  private void inline(int start, int gap) {
    String rest = text.substring(start);
    boolean entryFirst = !rest.isBlank() && !rest.stripLeading().startsWith("#");
    text.setLength(start);
    text.append(
        entryFirst && !rest.startsWith("\n") && chance(2)
            ? " ".repeat(gap) + rest.stripLeading()
            : "\n" + rest);
  }

  private static Map<String, ?> strings(Map<?, ?> map) {
    return map.entrySet().stream()
        .collect(Collectors.toMap(each -> (String) each.getKey(), Map.Entry::getValue));
  }

  private void block(String string, int indentation) {
    text.append(' ').append(chance(2) ? '|' : '>').append('-');
    endOfLine();
    text.append(" ".repeat(indentation)).append(string).append('\n');
  }

  private void flow(Object value, int indentation) {
    if (value instanceof Map<?, ?> map) {
      text.append('{');
      String separator = "";
      for (Map.Entry<String, ?> entry : strings(map).entrySet()) {
        text.append(separator);
        gap(indentation);
        text.append(entry.getKey()).append(": ");
        flow(entry.getValue(), indentation);
        separator = ",";
      }
      gap(indentation);
      text.append('}');
    } else if (value instanceof List<?> list) {
      text.append('[');
      String separator = "";
      for (Object element : list) {
        text.append(separator);
        gap(indentation);
        flow(element, indentation);
        separator = ",";
      }
      gap(indentation);
      text.append(']');
    } else {
      scalar((String) value);
    }
  }

  private void gap(int indentation) {
    if (chance(8)) {
      endOfLine();
      noise(indentation);
      text.append(" ".repeat(indentation));
    } else if (chance(2)) {
      text.append(' ');
    }
  }

  private void scalar(String value) {
    boolean plain = value.matches("[A-Za-z$][A-Za-z0-9_ .>$()\"=-]*[A-Za-z0-9\")]|[a-z0-9]");
    switch (random.nextInt(plain ? 4 : 2)) {
      case 0 -> text.append('\'').append(value.replace("'", "''")).append('\'');
      case 1 ->
          text.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      default -> text.append(value);
    }
  }
}
