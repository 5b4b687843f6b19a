package dev.tocsin.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.channels.secret.Secret;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) of a body, by which a receiver knows who sent it. */
final class Signature {
  static final String HEADER = "X-Tocsin-Signature";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The words {@code sha256=} and 64 hexadecimal digits. */
  static String of(byte[] body, Secret key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), ALGORITHM));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it, and any key that is not empty does
    }
  }
}
