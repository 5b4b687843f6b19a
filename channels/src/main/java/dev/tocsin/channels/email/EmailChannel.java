package dev.tocsin.channels.email;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.retry.Retries;
import dev.tocsin.channels.secret.Redaction;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Sends mails over SMTP, as text and HTML. A mail goes to all recipients at once; when the server
 * refuses some of them, the others have it, and do not get it again when it is tried again for
 * those whom it may still reach. A server is given 5 s to connect and 7 s for each answer; one that
 * drips its answers byte by byte can take longer, until the engine counts the message as failed.
 * Mail servers are often inside, so any address is allowed. Heartbeats are left out unless asked
 * for. Blocks while it sends.
 *
 * <pre>{@code
 * EmailChannel.startTls("smtp.example.org", 587)
 *     .login("tocsin", Secret.env("SMTP_PASSWORD"))
 *     .from("Tocsin <tocsin@example.org>")
 *     .to("oncall@example.org")
 *     .build()
 * }</pre>
 */
public final class EmailChannel implements Channel {
  private final String name;
  private final SmtpServer server;
  private final InternetAddress from;
  private final List<InternetAddress> to;
  private final boolean heartbeats;
  private final Retries retries;
  private final Session session;
  private final UnreachedRecipients unreached = new UnreachedRecipients();

  EmailChannel(EmailChannelBuilder builder, InternetAddress from, List<InternetAddress> to) {
    this.name = builder.name;
    this.server = builder.server();
    this.from = from;
    this.to = List.copyOf(to);
    this.heartbeats = builder.heartbeats;
    this.retries = new Retries(builder.retries);
    this.session = Session.getInstance(server.properties());
  }

  /** A server that begins in the clear and must then encrypt, usually on port 587. */
  public static EmailChannelBuilder startTls(String host, int port) {
    return new EmailChannelBuilder(host, port, SmtpServer.Security.STARTTLS);
  }

  /** A server that encrypts from the first byte on, usually on port 465. */
  public static EmailChannelBuilder tls(String host, int port) {
    return new EmailChannelBuilder(host, port, SmtpServer.Security.TLS);
  }

  /** A server inside, without encryption, and therefore without a password. */
  public static EmailChannelBuilder unencrypted(String host, int port) {
    return new EmailChannelBuilder(host, port, SmtpServer.Security.NONE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws Exception {
    if (message instanceof Message.Notification alert) {
      send(AlertMail.alert(session, alert, from, to));
    } else if (heartbeats) {
      send(AlertMail.heartbeat(session, (Message.Heartbeat) message, from, to));
    }
  }

  @Override
  public ChannelHealth.Circuit circuit() {
    return retries.circuit();
  }

  private void send(AlertMail mail) throws Exception {
    Optional<Credentials> credentials = server.login().map(Credentials::of);
    retries.call(
        () -> {
          attempt(mail, credentials);
          return mail;
        });
  }

  private void attempt(AlertMail mail, Optional<Credentials> credentials)
      throws IOException, PermanentFailure {
    boolean sent = false;
    try (Transport transport = session.getTransport("smtp")) {
      if (credentials.isPresent()) {
        transport.connect(credentials.get().user, credentials.get().password);
      } else {
        transport.connect();
      }
      transport.sendMessage(mail, unreached.of(mail));
      sent = true;
      unreached.forget(mail);
    } catch (MessagingException e) {
      if (sent) {
        return; // the server has it; only the goodbye failed
      }
      unreached.note(mail, e);
      SmtpFailure.raise(e, credentials.map(Credentials::redaction).orElse(Redaction.of(List.of())));
    }
  }

  /** For the time of one message. */
  private static final class Credentials {
    private final String user;
    private final String password;

    private Credentials(String user, String password) {
      this.user = user;
      this.password = password;
    }

    static Credentials of(SmtpServer.Login login) {
      return new Credentials(login.user(), login.password().reveal());
    }

    /** The password, and as it goes over the wire. */
    Redaction redaction() {
      return Redaction.of(
          List.of(password, base64(password), base64("\0" + user + "\0" + password)));
    }

    private static String base64(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
