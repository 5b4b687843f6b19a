package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.spi.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notifications as JSON: one object on one line. */
public final class NotificationJson {
  private NotificationJson() {}

  /** A notification of these parts, with its JSON. */
  public static Message.Notification notification(
      String key,
      Instant time,
      String receiver,
      String thread,
      Map<String, String> groupLabels,
      Message.Cause cause,
      List<NotifiedAlert> alerts,
      Optional<String> title,
      Optional<String> text) {
    Message.Notification bare =
        new Message.Notification(
            key, time, receiver, thread, groupLabels, cause, alerts, title, text, "");
    ObjectNode json = Json.object();
    put(json, bare);
    return new Message.Notification(
        key, time, receiver, thread, groupLabels, cause, alerts, title, text, Json.write(json));
  }

  /** A notification with the channel that it is for. */
  public static String sent(String channel, Message.Notification notification) {
    ObjectNode json = Json.object();
    put(json, notification);
    json.put("channel", channel);
    return Json.write(json);
  }

  private static void put(ObjectNode json, Message.Notification notification) {
    json.put("type", "notification");
    json.put("time", notification.time().toString());
    json.put("key", notification.key());
    json.put("receiver", notification.receiver());
    json.put("thread", notification.thread());
    ObjectNode labels = json.putObject("group_labels");
    notification.groupLabels().forEach(labels::put);
    json.put("cause", notification.cause().label());
    json.put("status", status(notification.isFiring()));
    notification.title().ifPresent(said -> json.put("title", said));
    notification.text().ifPresent(said -> json.put("text", said));
    ArrayNode list = json.putArray("alerts");
    notification.alerts().forEach(alert -> put(list.addObject(), alert));
  }

  private static void put(ObjectNode json, NotifiedAlert alert) {
    json.put("status", status(alert.isFiring()));
    json.put("alert", alert.transition().alertKey());
    Json.put(json, alert.transition());
    json.remove("type");
    json.remove("channels");
    alert.acknowledged().ifPresent(by -> acknowledgement(json.putObject("acknowledged"), by));
    Json.texts(json, "links", alert.links());
    evidence(json, alert.transition().evidence());
  }

  static void acknowledgement(ObjectNode json, Acknowledgement acknowledgement) {
    json.put("by", acknowledgement.by());
    json.put("at", acknowledgement.at().toString());
    json.put("comment", acknowledgement.comment());
  }

  /** Puts exemplars and contributors, where there are any. */
  public static void evidence(ObjectNode json, Evidence evidence) {
    if (evidence.equals(Evidence.NONE)) {
      return;
    }
    ArrayNode exemplars = json.putArray("exemplars");
    for (Exemplar exemplar : evidence.exemplars()) {
      ObjectNode node = exemplars.addObject();
      node.put("call", exemplar.call());
      node.put("trace", exemplar.trace());
      node.put("time", exemplar.time().toString());
      Json.number(node, "value", exemplar.value());
    }
    ArrayNode contributors = json.putArray("contributors");
    for (Contributor contributor : evidence.contributors()) {
      ObjectNode node = contributors.addObject();
      node.put("dimension", contributor.dimension());
      node.put("value", contributor.value());
      Json.number(node, "share", contributor.share());
      Json.number(node, "traffic_share", contributor.trafficShare());
    }
    json.put("sampled", evidence.sampled());
  }

  private static String status(boolean firing) {
    return firing ? "firing" : "resolved";
  }
}
