package dev.tocsin.routing;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Silence;
import dev.tocsin.dsl.routing.SilenceDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Silences that stand in a file. Their ids follow from what they say, so that they stay. */
final class FileSilence {
  private static final String PREFIX = "file-";
  private static final int HASHED = 6;

  private FileSilence() {}

  static Silence of(SilenceDefinition written) {
    List<LabelMatcher> matchers = MatcherPlanner.matchers(written.matchers());
    Instant from = written.from().orElse(Instant.EPOCH);
    String content =
        String.join(
            "\n",
            matchers.toString(),
            from.toString(),
            written.until().toString(),
            written.by(),
            written.comment());
    return new Silence(
        PREFIX + hash(content), matchers, from, written.until(), written.by(), written.comment());
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, HASHED));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
