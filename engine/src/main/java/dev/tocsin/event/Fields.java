package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The fields of a call, by the name that conditions give them. */
public final class Fields {
  private static final String SCORE = "score.";
  private static final String ATTRIBUTE = "attr.";
  private static final int MOST_ZEROS = 30;
  private static final Map<String, Field> ALL = new LinkedHashMap<>();

  static {
    text("id", Call::id);
    text("operation", Call::operation);
    text("model", Call::model);
    text("provider", Call::provider);
    text("user", Call::user);
    text("feature", Call::feature);
    text("environment", Call::environment);
    text("session", Call::session);
    text("trace", Call::trace);
    text("parent", Call::parent);
    text("prompt", Call::prompt);
    text("prompt_version", Call::promptVersion);
    text("prompt_label", Call::promptLabel);
    text("service_tier", Call::serviceTier);
    text("status", call -> call.status().label());
    text("error", Call::error);
    text("finish_reason", Call::finishReason);
    text("feedback", Call::feedback);
    number("latency", Unit.DURATION, Call::latencyMicros);
    number("ttft", Unit.DURATION, Call::ttftMicros);
    number("input_tokens", Unit.TOKENS, Call::inputTokens);
    number("output_tokens", Unit.TOKENS, Call::outputTokens);
    number("cached_tokens", Unit.TOKENS, Call::cachedTokens);
    number("cache_write_tokens", Unit.TOKENS, Call::cacheWriteTokens);
    number("reasoning_tokens", Unit.TOKENS, Call::reasoningTokens);
    number("audio_input_tokens", Unit.TOKENS, Call::audioInputTokens);
    number("audio_output_tokens", Unit.TOKENS, Call::audioOutputTokens);
    number("retries", Unit.COUNT, Call::retries);
    ALL.put("cost", new Field.Number("cost", Unit.MONEY, false, PricedCall::costNanoDollars));
    flag("batch", Call::batch);
    flag("cache_hit", Call::cacheHit);
    flag("task_completed", Call::taskCompleted);
  }

  private Fields() {}

  /** The field of a name, or empty when there is none. */
  public static Optional<Field> named(String name) {
    if (name.startsWith(SCORE) && name.length() > SCORE.length()) {
      return Optional.of(score(name.substring(SCORE.length())));
    }
    if (name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length()) {
      return Optional.of(new Field.Attribute(name, name.substring(ATTRIBUTE.length())));
    }
    return Optional.ofNullable(ALL.get(name));
  }

  /** All declared names; scores and attributes need no declaration. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /** The field of a score that calls carry. */
  public static Field.Number score(String score) {
    return new Field.Number(
        SCORE + score,
        Unit.NUMBER,
        true,
        priced -> {
          Long value = priced.call().scores().get(score);
          return value == null ? Event.UNKNOWN : value;
        });
  }

  /** The name of the score that a field reads, if it reads one. */
  public static Set<String> scores(Field field) {
    return field.name().startsWith(SCORE)
        ? Set.of(field.name().substring(SCORE.length()))
        : Set.of();
  }

  /** A text of any field or attribute for use as a dimension, or null when not known. */
  public static @Nullable String dimension(Field field, PricedCall call) {
    if (field instanceof Field.Text text) {
      return text.reader().read(call);
    }
    if (field instanceof Field.Flag flag) {
      Boolean value = flag.reader().read(call);
      return value == null ? null : value.toString();
    }
    if (field instanceof Field.Attribute attribute) {
      Object value = call.call().attributes().get(attribute.key());
      return value instanceof BigDecimal number
          ? plain(number.stripTrailingZeros())
          : value == null ? null : value.toString();
    }
    throw new IllegalArgumentException(field.name() + " is a number, not a dimension");
  }

  /** Hostile exponents are not written out: 1e999999999 has a gigabyte of digits. */
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MOST_ZEROS
        ? number.toPlainString()
        : number.toString();
  }

  private static void text(String name, Function<Call, @Nullable String> reader) {
    ALL.put(name, new Field.Text(name, priced -> reader.apply(priced.call())));
  }

  private static void number(String name, Unit unit, ToLongFunction<Call> reader) {
    ALL.put(name, new Field.Number(name, unit, false, priced -> reader.applyAsLong(priced.call())));
  }

  private static void flag(String name, Function<Call, @Nullable Boolean> reader) {
    ALL.put(name, new Field.Flag(name, priced -> reader.apply(priced.call())));
  }
}
