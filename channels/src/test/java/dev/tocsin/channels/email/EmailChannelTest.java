package dev.tocsin.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.SocketServer;
import dev.tocsin.channels.server.TestCertificate;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmailChannelTest implements ChannelContract {
  private static final String PASSWORD = "hunter2hunter2";
  @TempDir static Path folder;
  private static TestCertificate certificate;
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = new TestCertificate(folder, "dns:localhost,ip:127.0.0.1");
    System.setProperty(
        DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
        certificate.file().toString());
    System.setProperty(
        DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, TestCertificate.PASSWORD);
  }

  @BeforeEach
  void start() {
    mail.start();
    mail.setUser("tocsin@example.org", "tocsin", PASSWORD);
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Override
  public Channel plugin() {
    return addressed(EmailChannel.unencrypted("127.0.0.1", mail.getSmtp().getPort()))
        .heartbeats()
        .build();
  }

  @Override
  public List<String> delivered() throws Exception {
    List<String> texts = new ArrayList<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      texts.add(message.getSubject());
    }
    return texts;
  }

  @Test
  void aMailHasTextAndHtml() throws Exception {
    plugin().send(Alerts.firing());
    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(message.getSubject())
        .isEqualTo("[warning] Firing: latency_degradation (feature=search)");
    assertThat(message.getFrom()[0]).hasToString("Tocsin <tocsin@example.org>");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    MimeMultipart both = (MimeMultipart) message.getContent();
    assertThat(both.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(both.getBodyPart(0).getContent().toString()).contains("2.51 s, threshold > 2 s");
    assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(both.getBodyPart(1).getContent().toString())
        .contains("2.51 s, threshold &gt; 2 s", "feature=search&amp;tier=1");
  }

  @Test
  void mailsOfOneAlertAreOneThreadAndRepeatsHaveOneId() throws Exception {
    for (var alert : List.of(Alerts.worse(), Alerts.worse(), Alerts.resolved())) {
      plugin().send(alert);
    }
    MimeMessage[] mails = mail.getReceivedMessages();
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    assertThat(mails[0].getMessageID()).isNotEqualTo(mails[2].getMessageID());
    assertThat(mails[0].getHeader("References")).isEqualTo(mails[2].getHeader("References"));
    assertThat(mails[0].getHeader("Importance")).containsExactly("high");
    assertThat(mails[2].getHeader("Importance")).isNull();
  }

  @Test
  void aGroupIsOneMailWithALineForEach() throws Exception {
    plugin().send(Alerts.group());
    plugin().send(Alerts.thousand("<i>&"));
    MimeMessage group = mail.getReceivedMessages()[0];
    assertThat(group.getSubject())
        .isEqualTo("[critical] Firing: 2 alerts of latency_degradation (critical), 1 resolved");
    MimeMultipart both = (MimeMultipart) group.getContent();
    assertThat(both.getBodyPart(0).getContent().toString())
        .contains("- critical latency_degradation (feature=chat)", "- resolved latency_deg")
        .contains("gpt-4o 62 % (31 % of traffic)", "trace of call c-81: https://langfuse");
    assertThat(both.getBodyPart(1).getContent().toString())
        .contains("<li>critical latency_degradation (feature=chat)");
    MimeMultipart thousand = (MimeMultipart) mail.getReceivedMessages()[1].getContent();
    assertThat(thousand.getBodyPart(0).getContent().toString())
        .hasSizeLessThan(100_000)
        .containsPattern("and [0-9]+ more");
    assertThat(thousand.getBodyPart(1).getContent().toString())
        .hasSizeLessThan(120_000)
        .doesNotContain("<i>");
  }

  @Test
  void nothingInARuleBecomesAHeaderOrMarkup() throws Exception {
    plugin().send(Alerts.saying("x\r\nBcc: eve@example.org\r\n\r\n<b>", AlertReason.CONDITION));
    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(((MimeMultipart) message.getContent()).getBodyPart(1).getContent().toString())
        .doesNotContain("<b>");
  }

  @Test
  void overTlsWithALogin() throws Exception {
    mail.getUserManager().setAuthRequired(true);
    secure(PASSWORD).trust(certificate.trust()).build().send(Alerts.firing());
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aWrongPasswordIsPermanentAndNotShown() {
    mail.getUserManager().setAuthRequired(true);
    assertThatThrownBy(
            () -> secure("wr0ngwr0ng").trust(certificate.trust()).build().send(Alerts.firing()))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("535")
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("wr0ng"));
  }

  @Test
  void aCertificateThatNobodyTrustsIsRefused() {
    assertThatThrownBy(() -> secure(PASSWORD).build().send(Alerts.firing()))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessageContaining("SSLHandshakeException");
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void overStartTlsWithALogin() throws Exception {
    mail.getUserManager().setAuthRequired(true);
    StartTlsFront front = new StartTlsFront(certificate.server(), mail.getSmtp().getPort());
    try (SocketServer server = new SocketServer(front)) {
      addressed(EmailChannel.startTls("localhost", server.port()))
          .login("tocsin", Secret.of(() -> PASSWORD))
          .trust(certificate.trust())
          .build()
          .send(Alerts.firing());
    }
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whereStartTlsIsNotOfferedNothingIsSent() {
    Channel channel =
        addressed(EmailChannel.startTls("127.0.0.1", mail.getSmtp().getPort()))
            .login("tocsin", Secret.of(() -> PASSWORD))
            .build();
    assertThatThrownBy(() -> channel.send(Alerts.firing()))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessageContaining("STARTTLS");
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void aRefusalIsPermanentAndATroubleIsTriedAgain() throws Exception {
    try (SocketServer refusing = new SocketServer(new ScriptedSmtp("RCPT", "550 no such user"))) {
      assertThatThrownBy(() -> to(refusing).send(Alerts.firing()))
          .isInstanceOf(PermanentFailure.class)
          .hasMessageContaining("550 no such user");
      assertThat(refusing.connections()).isOne();
    }
    try (SocketServer busy = new SocketServer(new ScriptedSmtp("MAIL", "451 try later"))) {
      assertThatThrownBy(() -> to(busy).send(Alerts.firing()))
          .isInstanceOf(TemporaryFailure.class)
          .hasMessageContaining("451 try later");
      assertThat(busy.connections()).isEqualTo(3);
    }
  }

  @Test
  void whoHasAMailDoesNotGetItAgainBecauseOthersCouldNotBeReached() throws Exception {
    ScriptedSmtp smtp = new ScriptedSmtp("RCPT TO:<full", "452 mailbox full");
    try (SocketServer server = new SocketServer(smtp)) {
      Channel channel =
          addressed(EmailChannel.unencrypted("127.0.0.1", server.port()))
              .to("full@example.org")
              .build();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> channel.send(Alerts.firing()))
            .isInstanceOf(TemporaryFailure.class)
            .hasMessageContaining("452 mailbox full");
      }
    }
    assertThat(smtp.heard()).filteredOn(line -> line.contains("<oncall")).hasSize(1);
    assertThat(smtp.heard()).filteredOn(line -> line.contains("<full")).hasSize(6);
  }

  @Test
  void oneRecipientThatDoesNotExistDoesNotKeepAMailFromTheOthers() throws Exception {
    ScriptedSmtp smtp = new ScriptedSmtp("RCPT TO:<gone", "550 no such user");
    try (SocketServer server = new SocketServer(smtp)) {
      Channel channel =
          addressed(EmailChannel.unencrypted("127.0.0.1", server.port()))
              .to("gone@example.org")
              .build();
      assertThatThrownBy(() -> channel.send(Alerts.firing()))
          .isInstanceOf(PermanentFailure.class)
          .hasMessageContaining("550 no such user");
    }
    assertThat(smtp.heard()).filteredOn(line -> line.equals("DATA")).hasSize(1);
  }

  @Test
  void aServerThatStallsIsLeft() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (SocketServer server = new SocketServer(connection -> never.await())) {
      Channel channel =
          addressed(EmailChannel.unencrypted("127.0.0.1", server.port()))
              .timeouts(Duration.ofSeconds(5), Duration.ofMillis(100))
              .build();
      assertThatThrownBy(() -> channel.send(Alerts.firing())).isInstanceOf(TemporaryFailure.class);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void heartbeatsAreLeftOutUnlessAskedFor() throws Exception {
    addressed(EmailChannel.unencrypted("127.0.0.1", mail.getSmtp().getPort()))
        .name("quiet")
        .build()
        .send(SampleMessages.heartbeat());
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void whatIsMissingOrUnsafeIsRefusedAtOnce() {
    assertThatThrownBy(() -> EmailChannel.tls("h", 465).to("a@example.org").build())
        .hasMessage("a mail has a sender and at least one recipient");
    assertThatThrownBy(() -> EmailChannel.tls("h", 465).from("a@example.org").build())
        .hasMessage("a mail has a sender and at least one recipient");
    assertThatThrownBy(() -> addressed(EmailChannel.tls("h", 465)).to("not one").build())
        .hasMessage("not a mail address: not one");
    assertThatThrownBy(
            () ->
                addressed(EmailChannel.unencrypted("h", 25))
                    .login("u", Secret.of(() -> PASSWORD))
                    .build())
        .hasMessage("a password is never sent without encryption");
  }

  private EmailChannelBuilder secure(String password) {
    return addressed(EmailChannel.tls("localhost", mail.getSmtps().getPort()))
        .login("tocsin", Secret.of(() -> password));
  }

  private static Channel to(SocketServer server) {
    return addressed(EmailChannel.unencrypted("127.0.0.1", server.port())).build();
  }

  private static EmailChannelBuilder addressed(EmailChannelBuilder builder) {
    return builder
        .from("Tocsin <tocsin@example.org>")
        .to("oncall@example.org")
        .retries(Quick.retries());
  }
}
