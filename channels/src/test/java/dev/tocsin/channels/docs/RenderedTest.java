package dev.tocsin.channels.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.email.EmailChannel;
import dev.tocsin.channels.pagerduty.PagerDutyChannel;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.channels.slack.SlackChannel;
import dev.tocsin.channels.webhook.WebhookChannel;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages as docs/channels.md shows them are the messages that are sent. */
class RenderedTest {
  private static final Path PAGE = Path.of(System.getProperty("tocsin.root"), "docs/channels.md");
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
    shown(
        "webhook",
        "Idempotency-Key: "
            + request.header("Idempotency-key")
            + "\nX-Tocsin-Signature: "
            + request.header("X-tocsin-signature")
            + "\n\n"
            + body);
  }

  @Test
  void slack() throws Exception {
    Channel channel = SlackChannel.incomingWebhook(url()).http(Quick.loopback()).build();
    shown("slack-firing", sent(channel, Alerts.firing()));
    shown("slack-resolved", sent(channel, Alerts.resolved()));
  }

  @Test
  void pagerDuty() throws Exception {
    Channel channel =
        PagerDutyChannel.routingKey(Secret.of(() -> "R0UTINGKEY"))
            .source("chat-service")
            .endpoint(server.url("/"))
            .http(Quick.loopback())
            .build();
    shown("pagerduty-trigger", sent(channel, Alerts.worse()).replace("R0UTINGKEY", "..."));
    shown("pagerduty-resolve", sent(channel, Alerts.resolved()).replace("R0UTINGKEY", "..."));
  }

  @Test
  void email() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      EmailChannel.unencrypted("127.0.0.1", mail.getSmtp().getPort())
          .from("Tocsin <tocsin@example.org>")
          .to("oncall@example.org")
          .build()
          .send(Alerts.resolved());
      MimeMessage message = mail.getReceivedMessages()[0];
      MimeMultipart both = (MimeMultipart) message.getContent();
      shown(
          "email-text",
          "Subject: " + message.getSubject() + "\n\n" + both.getBodyPart(0).getContent());
      shown("email-html", both.getBodyPart(1).getContent().toString());
    } finally {
      mail.stop();
    }
  }

  private Secret url() {
    return Secret.of(() -> server.url("/"));
  }

  private String sent(Channel channel, Message message) throws Exception {
    channel.send(message);
    String last = server.bodies().get(server.bodies().size() - 1);
    ObjectMapper mapper = new ObjectMapper();
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(last));
  }

  /** Compares with the block that follows a comment of that name; writes it where told to. */
  private static void shown(String name, String text) throws Exception {
    String page = Files.readString(PAGE);
    Matcher block =
        Pattern.compile("(<!-- rendered " + name + " -->\n```[a-z]*\n)(.*?)\n```", Pattern.DOTALL)
            .matcher(page);
    assertThat(block.find()).as(name).isTrue();
    String rendered = text.replace("\r\n", "\n").stripTrailing();
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(
          PAGE, page.substring(0, block.start(2)) + rendered + page.substring(block.end(2)));
    } else {
      assertThat(rendered).as(name).isEqualTo(block.group(2));
    }
  }
}
