package dev.tocsin.admin;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a caller has to show. Never in texts. */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private final Supplier<byte @Nullable []> digest;

  private BearerToken(Supplier<byte @Nullable []> digest) {
    this.digest = digest;
  }

  static BearerToken of(Supplier<? extends @Nullable String> supplier) {
    return new BearerToken(
        () -> {
          String token = supplier.get();
          return token == null || token.isBlank() ? null : digest(CharBuffer.wrap(token));
        });
  }

  static BearerToken of(char[] characters) {
    CharBuffer token = CharBuffer.wrap(characters);
    if (token.chars().allMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("the token is blank");
    }
    byte[] digest = digest(token);
    return new BearerToken(() -> digest);
  }

  /**
   * Whether the only value of {@code Authorization} shows it. Compares hashes, and all of them, so
   * that the time it takes tells nothing about the token.
   */
  boolean isShown(@Nullable List<String> authorization) {
    if (authorization == null || authorization.size() != 1) {
      return false;
    }
    String value = authorization.get(0);
    byte[] expected = digest.get();
    if (expected == null || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String shown = value.substring(SCHEME.length()).strip();
    // the server reads headers as Latin-1
    byte[] bytes = shown.getBytes(StandardCharsets.ISO_8859_1);
    return MessageDigest.isEqual(expected, sha256().digest(bytes));
  }

  private static byte[] digest(CharBuffer token) {
    return sha256().digest(toBytes(token));
  }

  private static byte[] toBytes(CharBuffer token) {
    var encoded = StandardCharsets.UTF_8.encode(token.duplicate());
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
