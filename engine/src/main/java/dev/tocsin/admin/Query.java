package dev.tocsin.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters behind the question mark, each of them known and given once. */
final class Query {
  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @throws Refusal for what is unknown, or given twice
   */
  static Query of(@Nullable String raw, List<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!known.contains(name)) {
        throw Refusal.badRequest("no parameter '" + name + "' here", name, known);
      }
      if (values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
        throw Refusal.badRequest("the parameter '" + name + "' is given twice");
      }
    }
    return new Query(values);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * @throws Refusal without it
   */
  String required(String name) {
    return value(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> Refusal.badRequest("the parameter '" + name + "' is missing"));
  }

  /**
   * One of the words, if it is given.
   *
   * @throws Refusal for another word
   */
  Optional<String> choice(String name, List<String> words) {
    Optional<String> value = value(name);
    value.ifPresent(
        word -> {
          if (!words.contains(word)) {
            String error = name + " is one of " + String.join(", ", words) + ", not '" + word + "'";
            throw Refusal.badRequest(error, word, words);
          }
        });
    return value;
  }

  /** A number from 1 to {@code most}, or {@code most} where none is given. */
  int count(String name, int most) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return most;
    }
    if (!value.get().matches("[1-9]\\d{0,8}") || Integer.parseInt(value.get()) > most) {
      throw Refusal.badRequest(
          name + " is a number from 1 to " + most + ", not '" + value.get() + "'");
    }
    return Integer.parseInt(value.get());
  }

  /** A part as it was meant; that it is well encoded, the server has seen to. */
  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
