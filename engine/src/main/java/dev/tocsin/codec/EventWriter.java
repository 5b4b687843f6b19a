package dev.tocsin.codec;

import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as bytes, some hundred a call: what is unknown takes a bit. Maps are written in the
 * order of their keys, so that equal events are equal bytes. Confined to one thread.
 */
public final class EventWriter {
  static final int CALL = 1;
  static final int SCORE = 2;
  static final int DEPLOYMENT = 3;
  static final int MEASURE = 4;
  static final int TEXT = 0;
  static final int FLAG = 1;
  static final int NUMBER = 2;

  private static final int CAPACITY = 512;

  private final boolean withTexts;
  private final ByteOutput body = new ByteOutput(CAPACITY);
  private long known;
  private int place;

  /**
   * @param withTexts whether the texts of calls are written: input, output, reference and context
   */
  public EventWriter(boolean withTexts) {
    this.withTexts = withTexts;
  }

  /** Writes an event so that {@link EventReader} gives an equal one. */
  public void write(Event event, ByteOutput out) {
    body.reset();
    known = 0;
    place = 0;
    int kind;
    if (event instanceof Call call) {
      kind = CALL;
      call(call);
    } else if (event instanceof Score score) {
      kind = SCORE;
      score(score);
    } else if (event instanceof Deployment deployment) {
      kind = DEPLOYMENT;
      body.text(deployment.prompt());
      body.text(deployment.version());
    } else {
      kind = MEASURE;
      measure((Measure) event);
    }
    out.writeByte(kind);
    out.writeLong(event.timeNanos());
    out.varint(known);
    out.write(body.array(), 0, body.size());
  }

  private void score(Score score) {
    body.text(score.call());
    body.text(score.name());
    text(score.label());
    text(score.reason());
    text(score.source());
    number(score.value());
  }

  private void measure(Measure measure) {
    body.text(measure.name());
    number(measure.value());
    body.varint(measure.labels().size());
    new TreeMap<>(measure.labels())
        .forEach(
            (label, value) -> {
              body.text(label);
              body.text(value);
            });
  }

  /** In the order in which {@link EventReader} reads. */
  private void call(Call call) {
    text(call.id());
    text(call.operation());
    text(call.model());
    text(call.provider());
    text(call.user());
    text(call.feature());
    text(call.environment());
    text(call.session());
    text(call.trace());
    text(call.parent());
    text(call.prompt());
    text(call.promptVersion());
    text(call.promptLabel());
    text(call.serviceTier());
    text(call.error());
    text(call.finishReason());
    text(call.feedback());
    number(call.startNanos());
    number(call.inputTokens());
    number(call.outputTokens());
    number(call.cachedTokens());
    number(call.cacheWriteTokens());
    number(call.reasoningTokens());
    number(call.audioInputTokens());
    number(call.audioOutputTokens());
    number(call.latencyMicros());
    number(call.ttftMicros());
    number(call.retries());
    number(call.costNanoDollars());
    flag(call.batch());
    flag(call.cacheHit());
    flag(call.taskCompleted());
    body.writeByte(code(call.status()));
    list(call.tags());
    scores(call);
    attributes(call.attributes());
    text(withTexts ? call.input() : null);
    text(withTexts ? call.output() : null);
    text(withTexts ? call.reference() : null);
    list(withTexts ? call.context() : List.of());
  }

  private void text(@Nullable String text) {
    if (text != null) {
      note();
      body.text(text);
    }
    place++;
  }

  private void number(long number) {
    if (number != Event.UNKNOWN) {
      note();
      body.signed(number);
    }
    place++;
  }

  /** Whether it is known, then what it is. */
  private void flag(@Nullable Boolean flag) {
    if (flag != null) {
      note();
      place++;
      if (flag) {
        note();
      }
      place++;
    } else {
      place += 2;
    }
  }

  private void list(List<String> texts) {
    if (!texts.isEmpty()) {
      note();
      body.varint(texts.size());
      texts.forEach(body::text);
    }
    place++;
  }

  private void scores(Call call) {
    int count = call.scoreCount();
    if (count > 0) {
      note();
      body.varint(count);
      for (int i = 0; i < count; i++) {
        body.text(call.scoreName(i));
        body.signed(call.scoreBillionths(i));
      }
    }
    place++;
  }

  private void attributes(Map<String, Object> attributes) {
    if (!attributes.isEmpty()) {
      note();
      body.varint(attributes.size());
      for (Map.Entry<String, Object> attribute : new TreeMap<>(attributes).entrySet()) {
        Object value = attribute.getValue();
        body.text(attribute.getKey());
        body.writeByte(
            value instanceof Boolean ? FLAG : value instanceof BigDecimal ? NUMBER : TEXT);
        body.text(value.toString());
      }
    }
    place++;
  }

  private static int code(Status status) {
    return switch (status) {
      case OK -> 0;
      case ERROR -> 1;
      case TIMEOUT -> 2;
    };
  }

  private void note() {
    known |= 1L << place;
  }
}
