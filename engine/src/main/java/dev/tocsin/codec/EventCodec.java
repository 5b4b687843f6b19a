package dev.tocsin.codec;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events as bytes. Texts of calls are not written: the engine does not keep them. Maps are written
 * in the order of their keys, so that equal events are equal bytes.
 */
public final class EventCodec {
  private static final int CALL = 1;
  private static final int SCORE = 2;
  private static final int DEPLOYMENT = 3;
  private static final int MEASURE = 4;

  private EventCodec() {}

  /** Writes an event so that {@link #read} gives an equal one. */
  public static void write(Event event, DataOutput out) throws IOException {
    if (event instanceof Call call) {
      out.writeByte(CALL);
      out.writeLong(call.timeNanos());
      write(call, new ValueWriter(out));
    } else if (event instanceof Score score) {
      out.writeByte(SCORE);
      out.writeLong(score.timeNanos());
      ValueWriter values = new ValueWriter(out);
      values.texts(score.call(), score.name(), score.label(), score.reason(), score.source());
      out.writeLong(score.value());
    } else if (event instanceof Deployment deployment) {
      out.writeByte(DEPLOYMENT);
      out.writeLong(deployment.timeNanos());
      new ValueWriter(out).texts(deployment.prompt(), deployment.version());
    } else if (event instanceof Measure measure) {
      out.writeByte(MEASURE);
      out.writeLong(measure.timeNanos());
      ValueWriter values = new ValueWriter(out);
      values.texts(measure.name());
      out.writeLong(measure.value());
      out.writeInt(measure.labels().size());
      for (Map.Entry<String, String> label : new TreeMap<>(measure.labels()).entrySet()) {
        values.texts(label.getKey(), label.getValue());
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Event read(DataInput in) throws IOException {
    int kind = in.readByte();
    long time = in.readLong();
    ValueReader values = new ValueReader(in);
    return switch (kind) {
      case CALL -> call(time, values);
      case SCORE -> {
        String scored = values.required();
        String name = values.required();
        String label = values.text();
        String reason = values.text();
        String source = values.text();
        yield new Score(time, scored, name, in.readLong(), label, reason, source);
      }
      case DEPLOYMENT -> new Deployment(time, values.required(), values.required());
      case MEASURE -> {
        String measured = values.required();
        long value = in.readLong();
        Map<String, String> labels = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
          labels.put(values.required(), values.required());
        }
        yield new Measure(time, measured, value, labels);
      }
      default -> throw new IOException("no event of kind " + kind);
    };
  }

  private static void write(Call call, ValueWriter out) throws IOException {
    out.texts(
        call.id(),
        call.operation(),
        call.model(),
        call.provider(),
        call.user(),
        call.feature(),
        call.environment(),
        call.session(),
        call.trace(),
        call.parent(),
        call.prompt(),
        call.promptVersion(),
        call.promptLabel(),
        call.serviceTier(),
        call.error(),
        call.finishReason(),
        call.feedback());
    out.numbers(
        call.startNanos(),
        call.inputTokens(),
        call.outputTokens(),
        call.cachedTokens(),
        call.cacheWriteTokens(),
        call.reasoningTokens(),
        call.audioInputTokens(),
        call.audioOutputTokens(),
        call.latencyMicros(),
        call.ttftMicros(),
        call.retries(),
        call.costNanoDollars());
    out.flags(call.batch(), call.cacheHit(), call.taskCompleted());
    out.texts(call.status().name());
    out.values(call.tags());
    out.scores(call.scores());
    out.attributes(call.attributes());
  }

  private static Call call(long time, ValueReader in) throws IOException {
    CallBuilder call =
        Call.atNanos(time)
            .id(in.text())
            .operation(in.text())
            .model(in.text())
            .provider(in.text())
            .user(in.text())
            .feature(in.text())
            .environment(in.text())
            .session(in.text())
            .trace(in.text())
            .parent(in.text())
            .prompt(in.text())
            .promptVersion(in.text())
            .promptLabel(in.text())
            .serviceTier(in.text())
            .error(in.text())
            .finishReason(in.text())
            .feedback(in.text())
            .startNanos(in.number())
            .inputTokens(in.number())
            .outputTokens(in.number())
            .cachedTokens(in.number())
            .cacheWriteTokens(in.number())
            .reasoningTokens(in.number())
            .audioInputTokens(in.number())
            .audioOutputTokens(in.number())
            .latencyMicros(in.number())
            .ttftMicros(in.number())
            .retries(in.number())
            .costNanoDollars(in.number())
            .batch(in.flag())
            .cacheHit(in.flag())
            .taskCompleted(in.flag())
            .status(Status.valueOf(in.required()));
    in.values().forEach(call::tag);
    in.scores(call::scoreBillionths);
    in.attributes(call::attribute);
    return call.build();
  }
}
