package dev.tocsin.examples.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.channels.email.EmailChannel;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.pagerduty.PagerDutyChannel;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.slack.SlackChannel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Slack, a mail server and PagerDuty, as far as an incident needs them, and channels to them. */
final class StandIns implements AutoCloseable {
  private static final String ONCALL = "oncall@example.org";
  private static final String MANAGERS = "managers@example.org";
  private static final HttpOptions LOOPBACK =
      HttpOptions.standard().allowHttp().allowPrivateAddresses();

  private final Consumer<String> console;
  private final HttpStandIn slack = new HttpStandIn(this::slack);
  private final HttpStandIn pagerDuty = new HttpStandIn(this::pagerDuty);
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private int posts;

  /** How many mails each box had when they were shown. */
  private final Map<String, Integer> shown = new LinkedHashMap<>();

  /**
   * @param console takes a line for all that arrives
   */
  StandIns(Consumer<String> console) {
    this.console = console;
    mail.start();
    shown.put(ONCALL, 0);
    shown.put(MANAGERS, 0);
  }

  /** As a service would build them, but for the addresses. */
  List<Channel> channels() {
    return List.of(
        SlackChannel.bot(Secret.of(() -> "xoxb-demo"), "C0123")
            .endpoint(slack.url() + "/api/")
            .http(LOOPBACK)
            .build(),
        mailTo("email", ONCALL),
        mailTo("email-managers", MANAGERS),
        PagerDutyChannel.routingKey(Secret.of(() -> "demo"))
            .oneIncidentForGroup()
            .endpoint(pagerDuty.url() + "/v2/enqueue")
            .http(LOOPBACK)
            .build());
  }

  private Channel mailTo(String name, String address) {
    return EmailChannel.unencrypted("127.0.0.1", mail.getSmtp().getPort())
        .name(name)
        .from("Tocsin <tocsin@example.org>")
        .to(address)
        .build();
  }

  /** Shows the mails that came since the last time. */
  void showMails() {
    for (Map.Entry<String, Integer> box : shown.entrySet()) {
      try {
        MimeMessage[] all = mail.getReceivedMessagesForDomain(box.getKey());
        for (int i = box.getValue(); i < all.length; i++) {
          console.accept("mail       to %s: %s".formatted(box.getKey(), all[i].getSubject()));
        }
        box.setValue(all.length);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private String slack(String path, JsonNode body) {
    String method = path.substring(path.lastIndexOf('/') + 1);
    boolean reply = body.has("thread_ts");
    console.accept(
        "slack      %s%s: %s"
            .formatted(method, reply ? " in its thread" : "", body.path("text").asText()));
    String ts = body.has("ts") ? body.path("ts").asText() : "1." + ++posts;
    return "{\"ok\":true,\"channel\":\"C0123\",\"ts\":\"" + ts + "\"}";
  }

  private String pagerDuty(String path, JsonNode body) {
    String summary = body.path("payload").path("summary").asText();
    console.accept(
        "pagerduty  %s%s"
            .formatted(
                body.path("event_action").asText(), summary.isEmpty() ? "" : ": " + summary));
    return "{\"status\":\"success\"}";
  }

  @Override
  public void close() {
    slack.close();
    pagerDuty.close();
    mail.stop();
  }
}
