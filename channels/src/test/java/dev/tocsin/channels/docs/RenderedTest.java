package dev.tocsin.channels.docs;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.alertmanager.AlertmanagerChannel;
import dev.tocsin.channels.console.ConsoleChannel;
import dev.tocsin.channels.discord.DiscordChannel;
import dev.tocsin.channels.email.EmailChannel;
import dev.tocsin.channels.opsgenie.OpsgenieChannel;
import dev.tocsin.channels.pagerduty.PagerDutyChannel;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.channels.slack.SlackChannel;
import dev.tocsin.channels.teams.TeamsChannel;
import dev.tocsin.channels.webhook.WebhookChannel;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages as docs/channels.md shows them are the messages that are sent. */
class RenderedTest {
  private static final Secret KEY = Secret.of(() -> "R0UTINGKEY");

  private final RecordingServer server = new RecordingServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void webhook() throws Exception {
    Channel channel =
        WebhookChannel.to(url())
            .signedWith(Secret.of(() -> "secret"))
            .http(Quick.loopback())
            .build();
    String body = sent(channel, Alerts.firing());
    RecordingServer.Request request = server.requests().get(0);
    DocumentedExample.shown(
        "webhook-one",
        "Idempotency-Key: "
            + request.header("Idempotency-key")
            + "\nX-Tocsin-Signature: "
            + request.header("X-tocsin-signature")
            + "\n\n"
            + body);
    groups("webhook", channel);
  }

  @Test
  void slack() throws Exception {
    all("slack", SlackChannel.incomingWebhook(url()).http(Quick.loopback()).build());
  }

  @Test
  void slackBot() throws Exception {
    server.usually(200, "{\"ok\":true,\"channel\":\"C0123456789\",\"ts\":\"1503435956.000247\"}");
    Channel channel =
        SlackChannel.bot(KEY, "C0123456789")
            .endpoint(server.url("/"))
            .http(Quick.loopback())
            .build();
    Optional<String> posted = channel.deliver(Alerts.firing(), Optional.empty());
    channel.deliver(Alerts.group(), posted);
    DocumentedExample.shown("slack-bot", DocumentedExample.pretty(server.bodies().get(2)));
  }

  @Test
  void pagerDuty() throws Exception {
    all(
        "pagerduty",
        PagerDutyChannel.routingKey(KEY)
            .source("chat-service")
            .endpoint(server.url("/"))
            .http(Quick.loopback())
            .build());
  }

  @Test
  void alertmanager() throws Exception {
    try (Channel channel = AlertmanagerChannel.to(url()).http(Quick.loopback()).build()) {
      all("alertmanager", channel);
    }
  }

  @Test
  void teams() throws Exception {
    all("teams", TeamsChannel.workflow(url()).http(Quick.loopback()).build());
  }

  @Test
  void opsgenie() throws Exception {
    all(
        "opsgenie",
        OpsgenieChannel.apiKey(KEY)
            .source("chat-service")
            .endpoint(server.url(""))
            .http(Quick.loopback())
            .build());
  }

  @Test
  void discord() throws Exception {
    all("discord", DiscordChannel.webhook(url()).http(Quick.loopback()).build());
  }

  @Test
  void console() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Channel channel =
        new ConsoleChannel("console", new PrintStream(written, true, StandardCharsets.UTF_8));
    channel.send(Alerts.firing());
    channel.send(Alerts.group());
    channel.send(Alerts.acknowledged());
    DocumentedExample.shown("console", written.toString(StandardCharsets.UTF_8));
  }

  @Test
  void email() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      Channel channel =
          EmailChannel.unencrypted("127.0.0.1", mail.getSmtp().getPort())
              .from("Tocsin <tocsin@example.org>")
              .to("oncall@example.org")
              .build();
      channel.send(Alerts.firing());
      channel.send(Alerts.group());
      channel.send(Alerts.acknowledged());
      MimeMessage[] mails = mail.getReceivedMessages();
      DocumentedExample.shown("email-one", text(mails[0]));
      DocumentedExample.shown("email-group", text(mails[1]));
      DocumentedExample.shown("email-acknowledged", text(mails[2]));
      DocumentedExample.shown("email-html", part(mails[1], 1));
    } finally {
      mail.stop();
    }
  }

  private static String text(MimeMessage mail) throws Exception {
    return "Subject: " + mail.getSubject() + "\n\n" + part(mail, 0);
  }

  private static String part(MimeMessage mail, int index) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent().toString();
  }

  private Secret url() {
    return Secret.of(() -> server.url("/"));
  }

  private void all(String name, Channel channel) throws Exception {
    DocumentedExample.shown(name + "-one", sent(channel, Alerts.firing()));
    groups(name, channel);
  }

  private void groups(String name, Channel channel) throws Exception {
    DocumentedExample.shown(name + "-group", sent(channel, Alerts.group()));
    DocumentedExample.shown(name + "-acknowledged", sent(channel, Alerts.acknowledged()));
  }

  /** All requests that it makes for the message, with their lines where there are paths. */
  private String sent(Channel channel, Message message) throws Exception {
    int before = server.requests().size();
    channel.send(message);
    StringBuilder sent = new StringBuilder();
    for (RecordingServer.Request request :
        server.requests().subList(before, server.requests().size())) {
      boolean plain = request.path().equals("/");
      sent.append(plain ? "" : request.method() + " " + request.path() + "\n")
          .append(DocumentedExample.pretty(request.body()).replace("R0UTINGKEY", "..."))
          .append('\n');
    }
    return sent.toString();
  }
}
