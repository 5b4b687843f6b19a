package dev.tocsin.journal;

import dev.tocsin.codec.AcknowledgementCodec;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.SilenceCodec;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.plan.EngineGauge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link InputWriter} wrote. */
public final class InputReader {
  private InputReader() {}

  /**
   * Gives every input of a batch to a sink.
   *
   * @return how many
   * @throws IOException when the bytes are none of inputs; the sink has then had those before
   */
  public static long read(ByteInput in, InputSink sink) throws IOException {
    EventReader events = new EventReader(in);
    long count = 0;
    while (!in.isAtEnd()) {
      int kind = in.readByte();
      switch (kind) {
        case InputWriter.ARRIVAL -> sink.arrival(events.read());
        case InputWriter.TICK -> sink.tick(in.readLong());
        case InputWriter.GAUGES -> sink.gauges(gauges(in));
        case InputWriter.RULES -> sink.rules(rules(in));
        case InputWriter.DELIVERED -> sink.delivered(delivered(in));
        case InputWriter.SILENCED -> sink.silenced(SilenceCodec.read(in));
        case InputWriter.EXPIRED -> sink.expired(in.text(), in.readLong());
        case InputWriter.ACKNOWLEDGED -> sink.acknowledged(acknowledged(in));
        case InputWriter.TIMER -> sink.timer(in.readLong());
        case InputWriter.GAP -> sink.gap();
        case InputWriter.ERASE -> sink.erase(in.text());
        default -> throw new IOException("no input of kind " + kind);
      }
      count++;
    }
    return count;
  }

  private static Input.Acknowledged acknowledged(ByteInput in) throws IOException {
    List<String> alerts = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      alerts.add(in.text());
    }
    return new Input.Acknowledged(alerts, AcknowledgementCodec.read(in));
  }

  private static Input.Delivered delivered(ByteInput in) throws IOException {
    return new Input.Delivered(
        in.text(),
        in.readBoolean(),
        in.readLong(),
        in.readBoolean() ? Optional.of(in.text()) : Optional.empty());
  }

  /** Reads {@link InputWriter#rules}. */
  public static RuleTexts rules(ByteInput in) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (long left = in.varint(); left > 0; left--) {
      texts.put(in.text(), in.text());
    }
    return new RuleTexts(texts);
  }

  /** A gauge that this version does not know is passed over. */
  private static Map<EngineGauge, Long> gauges(ByteInput in) throws IOException {
    Map<EngineGauge, Long> values = new EnumMap<>(EngineGauge.class);
    for (long left = in.varint(); left > 0; left--) {
      String name = in.text();
      long value = in.signed();
      EngineGauge.named(name).ifPresent(gauge -> values.put(gauge, value));
    }
    return values;
  }
}
