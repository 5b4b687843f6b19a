package dev.tocsin.codec;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Transitions as bytes. Enumerations are written by name, so that new values may come between. */
public final class TransitionCodec {
  private TransitionCodec() {}

  /** Writes a transition so that {@link #read} gives an equal one. */
  public static void write(Transition transition, ByteOutput out) {
    out.writeLong(Instants.toNanos(transition.time()));
    out.text(transition.rule());
    texts(transition.group(), out);
    out.writeLong(Instants.toNanos(transition.activation()));
    out.text(transition.from().name());
    out.text(transition.to().name());
    reading(transition.decisive(), out);
    out.varint(transition.readings().size());
    transition.readings().forEach(reading -> reading(reading, out));
    out.text(transition.severity().name());
    out.varint(transition.channels().size());
    transition.channels().forEach(out::text);
    texts(transition.labels(), out);
    texts(transition.annotations(), out);
    out.text(transition.reason().name());
    out.writeBoolean(transition.flapping());
    EvidenceCodec.write(transition.evidence(), out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the bytes are none of a transition
   */
  public static Transition read(ByteInput in) throws IOException {
    try {
      return new Transition(
          Instants.ofNanos(in.readLong()),
          in.text(),
          texts(in),
          Instants.ofNanos(in.readLong()),
          AlertState.valueOf(in.text()),
          AlertState.valueOf(in.text()),
          reading(in),
          readings(in),
          Severity.valueOf(in.text()),
          list(in),
          texts(in),
          texts(in),
          AlertReason.valueOf(in.text()),
          in.readBoolean(),
          EvidenceCodec.read(in));
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  private static void reading(ComparedReading reading, ByteOutput out) {
    out.text(reading.term());
    out.text(reading.operator());
    number(reading.value(), out);
    number(reading.threshold(), out);
    out.signed(reading.samples());
    out.text(reading.unit().name());
  }

  private static ComparedReading reading(ByteInput in) throws IOException {
    return new ComparedReading(
        in.text(), in.text(), number(in), number(in), in.signed(), Unit.valueOf(in.text()));
  }

  private static List<ComparedReading> readings(ByteInput in) throws IOException {
    List<ComparedReading> readings = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      readings.add(reading(in));
    }
    return readings;
  }

  private static void number(@Nullable Double value, ByteOutput out) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeDouble(value);
    }
  }

  private static @Nullable Double number(ByteInput in) throws IOException {
    return in.readBoolean() ? Double.valueOf(in.readDouble()) : null;
  }

  private static void texts(Map<String, String> texts, ByteOutput out) {
    out.varint(texts.size());
    texts.forEach(
        (name, text) -> {
          out.text(name);
          out.text(text);
        });
  }

  private static Map<String, String> texts(ByteInput in) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (long left = in.varint(); left > 0; left--) {
      texts.put(in.text(), in.text());
    }
    return texts;
  }

  private static List<String> list(ByteInput in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      texts.add(in.text());
    }
    return texts;
  }
}
