package dev.tocsin.route;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Instants;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.codec.AcknowledgementCodec;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.TransitionCodec;
import dev.tocsin.json.NotificationJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notifications as bytes. Their JSON is made anew. */
public final class NotificationCodec {
  private NotificationCodec() {}

  /** Writes a notification so that {@link #read} gives an equal one. */
  public static void write(Message.Notification notification, ByteOutput out) {
    out.text(notification.key());
    out.writeLong(Instants.toNanos(notification.time()));
    out.text(notification.receiver());
    out.text(notification.thread());
    texts(notification.groupLabels(), out);
    out.text(notification.cause().name());
    out.varint(notification.alerts().size());
    for (NotifiedAlert alert : notification.alerts()) {
      TransitionCodec.write(alert.transition(), out);
      out.writeBoolean(alert.acknowledged().isPresent());
      alert.acknowledged().ifPresent(by -> AcknowledgementCodec.write(by, out));
      texts(alert.links(), out);
    }
    text(notification.title(), out);
    text(notification.text(), out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the bytes are none of a notification
   */
  public static Message.Notification read(ByteInput in) throws IOException {
    String key = in.text();
    long time = in.readLong();
    String receiver = in.text();
    String thread = in.text();
    Map<String, String> labels = texts(in);
    String cause = in.text();
    List<NotifiedAlert> alerts = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      Transition transition = TransitionCodec.read(in);
      Optional<Acknowledgement> by =
          in.readBoolean() ? Optional.of(AcknowledgementCodec.read(in)) : Optional.empty();
      alerts.add(new NotifiedAlert(transition, by, texts(in)));
    }
    try {
      return NotificationJson.notification(
          key,
          Instants.ofNanos(time),
          receiver,
          thread,
          labels,
          Message.Cause.valueOf(cause),
          alerts,
          text(in),
          text(in));
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
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

  private static void text(Optional<String> text, ByteOutput out) {
    out.writeBoolean(text.isPresent());
    text.ifPresent(out::text);
  }

  private static Optional<String> text(ByteInput in) throws IOException {
    return in.readBoolean() ? Optional.of(in.text()) : Optional.empty();
  }
}
