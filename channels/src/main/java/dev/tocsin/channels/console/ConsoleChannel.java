package dev.tocsin.channels.console;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes each message as one line to a stream, standard output by default. */
public final class ConsoleChannel implements Channel {
  private final String name;
  private final PrintStream out;

  /** The channel {@code console} on standard output. */
  public ConsoleChannel() {
    this("console", System.out);
  }

  /**
   * @param name the name that rules use
   * @param out where lines go; never closed here
   */
  public ConsoleChannel(String name, PrintStream out) {
    this.name = requireNonNull(name, "name");
    this.out = requireNonNull(out, "out");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws IOException {
    out.println(
        message instanceof Message.Notification alert
            ? line(alert.alerts().get(0).transition())
            : line((Message.Heartbeat) message));
    if (out.checkError()) {
      throw new IOException("the stream is closed or full");
    }
  }

  private static String line(Transition transition) {
    ComparedReading reading = transition.decisive();
    String value = number(reading.value(), reading);
    String state =
        switch (transition.to()) {
          case FIRING -> "FIRING";
          case PENDING -> "pending";
          case INACTIVE -> "resolved";
        };
    return "%s %s %s %s%s: %s is %s, threshold %s %s"
        .formatted(
            transition.time(),
            state,
            transition.severity().label(),
            transition.rule(),
            transition.group().isEmpty()
                ? ""
                : transition.group().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(",", "{", "}")),
            reading.term(),
            value,
            reading.operator(),
            number(reading.threshold(), reading));
  }

  private static String line(Message.Heartbeat heartbeat) {
    EngineHealth health = heartbeat.health();
    return "%s alive: %d events, %d dropped, %d waiting"
        .formatted(heartbeat.time(), health.accepted(), health.dropped(), health.queueDepth());
  }

  private static String number(@Nullable Double value, ComparedReading reading) {
    if (value == null) {
      return "no data";
    }
    String digits =
        new java.math.BigDecimal(value)
            .round(new java.math.MathContext(6))
            .stripTrailingZeros()
            .toPlainString();
    String unit = reading.unit().symbol();
    return unit.isEmpty() ? digits : digits + " " + unit;
  }
}
