package dev.tocsin.testkit.report;

import java.util.Map;
import java.util.stream.Collectors;

/** {@code model=gpt-4o, user=u1}; empty for what has no groups. */
final class GroupText {
  private GroupText() {}

  static String of(Map<String, String> group) {
    return group.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
