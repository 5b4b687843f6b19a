package dev.tocsin.channels.secret;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes secrets out of texts that others wrote: answers of servers, messages of exceptions. */
public final class Redaction {
  private static final int SHORTEST_PART = 6;

  private final List<String> values;

  private Redaction(List<String> values) {
    this.values = values;
  }

  /** Of these values. */
  public static Redaction of(List<String> values) {
    return new Redaction(
        values.stream()
            .filter(value -> !value.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** Also of a URL: as a whole, its path and query, and each part of them that is not short. */
  public Redaction andUrl(URI url) {
    List<String> more = new ArrayList<>(values);
    more.add(url.toString());
    for (String text : new String[] {url.getRawPath(), url.getPath(), url.getRawQuery()}) {
      if (text != null) {
        more.add(text.length() >= SHORTEST_PART ? text : "");
        for (String part : text.split("[/&=]", -1)) {
          more.add(part.length() >= SHORTEST_PART ? part : "");
        }
      }
    }
    return of(more);
  }

  /** The text with {@code ***} in the place of each secret. */
  public String in(String text) {
    String redacted = text;
    for (String value : values) {
      redacted = redacted.replace(value, "***");
    }
    return redacted;
  }

  @Override
  public String toString() {
    return "***";
  }
}
