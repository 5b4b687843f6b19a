package dev.tocsin.codec;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EventWriter} wrote. Confined to one thread. */
public final class EventReader {
  private final ByteInput in;
  private long known;
  private int place;

  public EventReader(ByteInput in) {
    this.in = in;
  }

  /**
   * The next event.
   *
   * @throws IOException when the bytes are none of an event
   */
  public Event read() throws IOException {
    int kind = in.readByte();
    long time = in.readLong();
    known = in.varint();
    place = 0;
    return switch (kind) {
      case EventWriter.CALL -> call(time);
      case EventWriter.SCORE -> score(time);
      case EventWriter.DEPLOYMENT -> new Deployment(time, in.text(), in.text());
      case EventWriter.MEASURE -> measure(time);
      default -> throw new IOException("no event of kind " + kind);
    };
  }

  private Score score(long time) throws IOException {
    String call = in.text();
    String name = in.text();
    String label = text();
    String reason = text();
    String source = text();
    return new Score(time, call, name, number(), label, reason, source);
  }

  private Measure measure(long time) throws IOException {
    String name = in.text();
    long value = number();
    Map<String, String> labels = new TreeMap<>();
    for (long left = in.varint(); left > 0; left--) {
      labels.put(in.text(), in.text());
    }
    return new Measure(time, name, value, labels);
  }

  private Call call(long time) throws IOException {
    CallBuilder call =
        Call.atNanos(time)
            .id(text())
            .operation(text())
            .model(text())
            .provider(text())
            .user(text())
            .feature(text())
            .environment(text())
            .session(text())
            .trace(text())
            .parent(text())
            .prompt(text())
            .promptVersion(text())
            .promptLabel(text())
            .serviceTier(text())
            .error(text())
            .finishReason(text())
            .feedback(text())
            .startNanos(number())
            .inputTokens(number())
            .outputTokens(number())
            .cachedTokens(number())
            .cacheWriteTokens(number())
            .reasoningTokens(number())
            .audioInputTokens(number())
            .audioOutputTokens(number())
            .latencyMicros(number())
            .ttftMicros(number())
            .retries(number())
            .costNanoDollars(number())
            .batch(flag())
            .cacheHit(flag())
            .taskCompleted(flag())
            .status(status());
    if (isKnown()) {
      for (long left = in.varint(); left > 0; left--) {
        call.tag(in.text());
      }
    }
    if (isKnown()) {
      for (long left = in.varint(); left > 0; left--) {
        call.scoreBillionths(in.text(), in.signed());
      }
    }
    if (isKnown()) {
      for (long left = in.varint(); left > 0; left--) {
        attribute(call);
      }
    }
    call.input(text()).output(text()).reference(text());
    if (isKnown()) {
      for (long left = in.varint(); left > 0; left--) {
        call.context(in.text());
      }
    }
    return call.build();
  }

  private void attribute(CallBuilder call) throws IOException {
    String name = in.text();
    int kind = in.readByte();
    String value = in.text();
    switch (kind) {
      case EventWriter.FLAG -> call.attribute(name, Boolean.valueOf(value));
      case EventWriter.NUMBER -> call.attribute(name, decimal(value));
      default -> call.attribute(name, value);
    }
  }

  private static BigDecimal decimal(String value) throws IOException {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new IOException("no number: " + value, e);
    }
  }

  private Status status() throws IOException {
    int code = in.readByte();
    return switch (code) {
      case 0 -> Status.OK;
      case 1 -> Status.ERROR;
      case 2 -> Status.TIMEOUT;
      default -> throw new IOException("no status " + code);
    };
  }

  private @Nullable String text() throws IOException {
    return isKnown() ? in.text() : null;
  }

  private long number() throws IOException {
    return isKnown() ? in.signed() : Event.UNKNOWN;
  }

  private @Nullable Boolean flag() {
    boolean there = isKnown();
    boolean value = isKnown();
    return there ? Boolean.valueOf(value) : null;
  }

  private boolean isKnown() {
    return (known >>> place++ & 1) != 0;
  }
}
