package dev.tocsin.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.channels.text.PlainText;

/** A message's key as a header: a repeat of the message has the same. */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /**
   * The key itself, with what a header cannot hold percent-encoded; the SHA-256 of one that is too
   * long.
   */
  static String of(String key) {
    StringBuilder header = new StringBuilder();
    for (byte one : key.getBytes(UTF_8)) {
      if (one > ' ' && one < 0x7f && one != '%') {
        header.append((char) one);
      } else {
        header.append("%%%02X".formatted(one & 0xff));
      }
    }
    return header.length() <= LONGEST ? header.toString() : PlainText.digest(key);
  }
}
