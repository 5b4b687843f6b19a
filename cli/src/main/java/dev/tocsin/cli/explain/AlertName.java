package dev.tocsin.cli.explain;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alert as a user names it: {@code user_budget{user="u1"}}, {@code user_budget{user=u1}}.
 *
 * @param rule its rule
 * @param group dimension to value
 */
record AlertName(String rule, Map<String, String> group) {
  private static final Pattern NAME = Pattern.compile("([^{]+)(?:\\{(.*)\\})?", Pattern.DOTALL);
  private static final Pattern LABEL =
      Pattern.compile("\\s*([\\w.]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^,\"]*))\\s*(,|$)");

  /**
   * Reads it.
   *
   * @throws CommandFailure when it is none
   */
  static AlertName parse(String text) {
    Matcher name = NAME.matcher(text.strip());
    if (!name.matches()) {
      throw wrong(text);
    }
    Map<String, String> group = new LinkedHashMap<>();
    String labels = name.group(2) == null ? "" : name.group(2).strip();
    Matcher label = LABEL.matcher(labels);
    int at = 0;
    while (at < labels.length()) {
      if (!label.find(at) || label.start() != at) {
        throw wrong(text);
      }
      String quoted = label.group(2);
      group.put(label.group(1), quoted == null ? label.group(3).strip() : unescaped(quoted));
      at = label.end();
    }
    return new AlertName(name.group(1).strip(), group);
  }

  /**
   * The group in the order of the rule's dimensions.
   *
   * @throws CommandFailure when it names others
   */
  Group of(List<String> dimensions) {
    List<String> values = new ArrayList<>();
    for (String dimension : dimensions) {
      String value = group.get(dimension);
      if (value != null) {
        values.add(value);
      }
    }
    if (values.size() != dimensions.size() || group.size() != dimensions.size()) {
      throw CommandFailure.usage(
          dimensions.isEmpty()
              ? "the rule '" + rule + "' has one alert in all, without groups"
              : "the rule '" + rule + "' has an alert for each " + String.join(" and ", dimensions),
          Optional.of("--alert '" + rule + example(dimensions) + "'"));
    }
    return new Group(dimensions, values);
  }

  private static String example(List<String> dimensions) {
    return dimensions.isEmpty() ? "" : "{" + String.join("=..., ", dimensions) + "=...}";
  }

  private static String unescaped(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length()) {
        i++;
        text.append(quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static CommandFailure wrong(String text) {
    return CommandFailure.usage(
        "--alert: '" + text + "' names no alert",
        Optional.of("write it as error_rate_spike, or as user_budget{user=\"u1\"}"));
  }
}
