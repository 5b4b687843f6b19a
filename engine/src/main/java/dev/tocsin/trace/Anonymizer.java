package dev.tocsin.trace;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.event.Redaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes people out of events. Ids (of calls, users, sessions, traces, parents) become the first 16
 * hexadecimal digits of their HMAC-SHA256 with a key: the same id is the same value, so that joins
 * and counts stay, and without the key nobody can try out ids. Attributes and labels go unless
 * named; reasons of errors are redacted. Models, features, environments, prompts, tags, names of
 * scores, times, tokens and costs stay as they are. Not thread-safe.
 */
public final class Anonymizer {
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES_KEPT = 8;

  private final Mac mac;
  private final Texts texts;
  private final Set<String> attributes;

  /** What becomes of inputs, outputs, context, references and reasons of scores. */
  public enum Texts {
    /** They are left out. */
    DROPPED,
    /** They stay without what {@link Redaction} finds. */
    REDACTED,
    /** They stay. */
    KEPT
  }

  /**
   * @param key of any length over 0; copied
   * @param attributes names of those that stay
   */
  public Anonymizer(byte[] key, Texts texts, Set<String> attributes) {
    try {
      mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each Java has " + HMAC, e);
    }
    this.texts = texts;
    this.attributes = Set.copyOf(attributes);
  }

  /** The event without people. */
  public Event of(Event event) {
    if (event instanceof Call call) {
      return call(call);
    }
    if (event instanceof Score score) {
      return new Score(
          score.timeNanos(),
          hashed(score.call()),
          score.name(),
          score.value(),
          score.label(),
          text(score.reason()),
          score.source());
    }
    if (event instanceof Measure measure) {
      Map<String, String> labels =
          measure.labels().entrySet().stream()
              .filter(label -> attributes.contains(label.getKey()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return new Measure(measure.timeNanos(), measure.name(), measure.value(), labels);
    }
    return event;
  }

  private Call call(Call call) {
    CallBuilder anonymous =
        call.withoutTexts().withAttributes(attributes).toBuilder()
            .id(id(call.id()))
            .user(id(call.user()))
            .session(id(call.session()))
            .trace(id(call.trace()))
            .parent(id(call.parent()))
            .error(call.error() == null ? null : Redaction.of(call.error()))
            .input(text(call.input()))
            .output(text(call.output()))
            .reference(text(call.reference()));
    for (String context : call.context()) {
      String left = text(context);
      if (left != null) {
        anonymous.context(left);
      }
    }
    return anonymous.build();
  }

  private @Nullable String text(@Nullable String text) {
    if (text == null || texts == Texts.DROPPED) {
      return null;
    }
    return texts == Texts.KEPT ? text : Redaction.of(text);
  }

  private @Nullable String id(@Nullable String id) {
    return id == null ? null : hashed(id);
  }

  private String hashed(String id) {
    byte[] whole = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(whole, 0, BYTES_KEPT);
  }
}
