package dev.tocsin.cli.replay;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Transition;
import dev.tocsin.cli.text.Palette;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * One alert: a rule, and the group it is about.
 *
 * @param rule name of the rule
 * @param group dimensions and values; empty for a rule without groups
 * @param reason why it is there
 */
record AlertKey(String rule, Map<String, String> group, AlertReason reason) {
  private static final int LONGEST_VALUE = 32;

  static AlertKey of(Transition transition) {
    return new AlertKey(transition.rule(), transition.group(), transition.reason());
  }

  /** {@code model_drift{metric=latency}}. */
  AttributedString text() {
    AttributedStringBuilder text = new AttributedStringBuilder().append(Palette.text(rule));
    if (!group.isEmpty()) {
      String pairs =
          group.entrySet().stream()
              .map(pair -> pair.getKey() + "=" + cut(pair.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      text.append(Palette.text(pairs, Palette.FAINT));
    }
    switch (reason) {
      case CONDITION -> {}
      case NO_DATA -> text.append(" (no data)");
      case OVERFLOW -> text.append(" (over limit)");
    }
    return text.toAttributedString();
  }

  private static String cut(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST_VALUE
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE - 2)) + "..";
  }
}
