package dev.tocsin.journal;

import dev.tocsin.api.Event;
import dev.tocsin.codec.AcknowledgementCodec;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.EventWriter;
import dev.tocsin.codec.SilenceCodec;
import dev.tocsin.dsl.rulefile.RuleTexts;
import java.util.TreeMap;

/** Writes inputs as bytes. Confined to one thread. */
public final class InputWriter {
  static final int ARRIVAL = 1;
  static final int TICK = 2;
  static final int GAUGES = 3;
  static final int RULES = 4;
  static final int GAP = 6;
  static final int ERASE = 7;
  static final int DELIVERED = 8; // 5 was one without time and receipt
  static final int SILENCED = 9;
  static final int EXPIRED = 10;
  static final int ACKNOWLEDGED = 11;
  static final int TIMER = 12;

  private final EventWriter events;

  /**
   * @param withTexts whether the texts of calls are written
   */
  public InputWriter(boolean withTexts) {
    events = new EventWriter(withTexts);
  }

  /** Writes the arrival of an event. */
  public void arrival(Event event, ByteOutput out) {
    out.writeByte(ARRIVAL);
    events.write(event, out);
  }

  /** Writes an input so that {@link InputReader} gives it to its sink. */
  public void write(Input input, ByteOutput out) {
    if (input instanceof Input.Arrival arrival) {
      arrival(arrival.event(), out);
    } else if (input instanceof Input.Tick tick) {
      out.writeByte(TICK);
      out.writeLong(tick.nanos());
    } else if (input instanceof Input.Gauges gauges) {
      out.writeByte(GAUGES);
      out.varint(gauges.values().size());
      new TreeMap<>(gauges.values())
          .forEach(
              (gauge, value) -> {
                out.text(gauge.label());
                out.signed(value);
              });
    } else if (input instanceof Input.Reload reload) {
      reload(reload.texts(), out);
    } else if (input instanceof Input.Delivered delivered) {
      out.writeByte(DELIVERED);
      out.text(delivered.delivery());
      out.writeBoolean(delivered.done());
      out.writeLong(delivered.nanos());
      out.writeBoolean(delivered.receipt().isPresent());
      delivered.receipt().ifPresent(out::text);
    } else if (input instanceof Input.Silenced silenced) {
      out.writeByte(SILENCED);
      SilenceCodec.write(silenced.silence(), out);
    } else if (input instanceof Input.Expired expired) {
      out.writeByte(EXPIRED);
      out.text(expired.silence());
      out.writeLong(expired.nanos());
    } else if (input instanceof Input.Acknowledged acknowledged) {
      out.writeByte(ACKNOWLEDGED);
      out.varint(acknowledged.alerts().size());
      acknowledged.alerts().forEach(out::text);
      AcknowledgementCodec.write(acknowledged.by(), out);
    } else if (input instanceof Input.Timer timer) {
      out.writeByte(TIMER);
      out.writeLong(timer.nanos());
    } else if (input instanceof Input.Erase erase) {
      out.writeByte(ERASE);
      out.text(erase.user());
    }
  }

  /** Writes that rules took over. */
  static void reload(RuleTexts rules, ByteOutput out) {
    out.writeByte(RULES);
    rules(rules, out);
  }

  /** Writes that inputs are missing. */
  public static void gap(ByteOutput out) {
    out.writeByte(GAP);
  }

  /** Writes the texts of rules. */
  public static void rules(RuleTexts rules, ByteOutput out) {
    out.varint(rules.texts().size());
    rules
        .texts()
        .forEach(
            (name, text) -> {
              out.text(name);
              out.text(text);
            });
  }
}
