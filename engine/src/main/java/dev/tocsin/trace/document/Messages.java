package dev.tocsin.trace.document;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The text of messages as chat interfaces write them: lists of roles with contents in parts. */
public final class Messages {
  private static final int DEEPEST = 8;

  private Messages() {}

  /**
   * What messages say, one after the other; a text by itself is that text, also one that is JSON
   * without messages.
   */
  public static @Nullable String text(Value messages) {
    StringJoiner all = new StringJoiner("\n");
    all.setEmptyValue("");
    add(messages.parsed(), all, DEEPEST);
    return all.length() == 0 ? messages.textOrJson() : all.toString();
  }

  private static void add(Value value, StringJoiner all, int deep) {
    if (deep == 0 || value.node() == null) {
      return;
    }
    if (value.node().isTextual()) {
      all.add(value.node().textValue());
    }
    for (Value each : value.items()) {
      add(each, all, deep - 1);
    }
    if (value.isObject()) {
      add(
          value.get(
              "message",
              "messages",
              "choices",
              "parts",
              "contents",
              "content",
              "text",
              "message_content",
              "kwargs"),
          all,
          deep - 1);
    }
  }
}
