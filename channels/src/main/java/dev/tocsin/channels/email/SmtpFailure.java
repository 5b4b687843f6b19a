package dev.tocsin.channels.email;

import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.secret.Redaction;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells refusals (5yz, RFC 5321, 4.2.1) from what may pass. */
final class SmtpFailure {
  private static final Pattern CODE = Pattern.compile("^\\s*([245][0-9]{2})[ -]");
  private static final int LONGEST = 300;

  private SmtpFailure() {}

  /**
   * Always throws.
   *
   * @throws PermanentFailure when the server has refused it and nothing says that it may pass
   * @throws IOException otherwise
   */
  static void raise(MessagingException failure, Redaction redaction)
      throws IOException, PermanentFailure {
    List<Integer> codes = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (Exception one = failure; one != null; one = next(one)) {
      String message = String.valueOf(one.getMessage());
      Matcher code = CODE.matcher(message);
      if (code.find()) {
        codes.add(Integer.parseInt(code.group(1)));
      }
      said.append(said.isEmpty() ? "" : "; ")
          .append(one.getClass().getSimpleName())
          .append(": ")
          .append(message.replaceAll("\\s+", " ").strip());
    }
    String text = redaction.in(said.toString());
    text = text.substring(0, Math.min(text.length(), LONGEST));
    if (!codes.isEmpty() && codes.stream().noneMatch(code -> code / 100 == 4)) {
      throw new PermanentFailure(text);
    }
    throw new TemporaryFailure(text);
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException chained ? chained.getNextException() : null;
  }
}
