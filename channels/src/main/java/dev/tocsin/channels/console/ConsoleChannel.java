package dev.tocsin.channels.console;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes each message to a stream, standard output by default: one alert as one line, several as a
 * line and an indented one for each.
 */
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
        message instanceof Message.Notification alerts
            ? lines(alerts)
            : line((Message.Heartbeat) message));
    if (out.checkError()) {
      throw new IOException("the stream is closed or full");
    }
  }

  private static String lines(Message.Notification message) {
    NotificationText text = NotificationText.of(message);
    String notes =
        text.notes().stream().map(note -> " [" + shown(note) + "]").collect(Collectors.joining());
    if (message.alerts().size() == 1) {
      NotifiedAlert only = message.alerts().get(0);
      return only.transition().time() + " " + line(only) + notes;
    }
    return message.alerts().stream()
        .map(alert -> System.lineSeparator() + "  " + line(alert))
        .collect(Collectors.joining("", message.time() + " " + shown(text.title()) + notes, ""));
  }

  private static String line(NotifiedAlert alert) {
    Transition transition = alert.transition();
    ComparedReading reading = transition.decisive();
    return shown(
        "%s %s %s%s: %s is %s, threshold %s %s"
            .formatted(
                alert.isFiring() ? "FIRING" : "resolved",
                transition.severity().label(),
                transition.rule(),
                transition.group().isEmpty()
                    ? ""
                    : transition.group().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(",", "{", "}")),
                reading.term(),
                number(reading.value(), reading),
                reading.operator(),
                number(reading.threshold(), reading)));
  }

  private static String line(Message.Heartbeat heartbeat) {
    EngineHealth health = heartbeat.health();
    return "%s alive: %d events, %d dropped, %d waiting"
        .formatted(heartbeat.time(), health.accepted(), health.dropped(), health.queueDepth());
  }

  /** On one line, without what a terminal would take for a command. */
  private static String shown(String text) {
    return PlainText.line(text);
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
