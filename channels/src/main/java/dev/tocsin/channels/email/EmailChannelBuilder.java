package dev.tocsin.channels.email;

import static java.util.Objects.requireNonNull;

import dev.tocsin.channels.retry.RetrySettings;
import dev.tocsin.channels.secret.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Says how mails are sent, from whom and to whom; {@link EmailChannel} begins one. */
public final class EmailChannelBuilder {
  private final String host;
  private final int port;
  private final SmtpServer.Security security;
  private final List<String> to = new ArrayList<>();
  private @Nullable String from;
  private Optional<SmtpServer.Login> login = Optional.empty();
  private Optional<SSLContext> trust = Optional.empty();
  private Duration connectTimeout = Duration.ofSeconds(5);
  private Duration answerTimeout = Duration.ofSeconds(7);

  String name = "email";
  boolean heartbeats;
  RetrySettings retries = RetrySettings.standard();

  EmailChannelBuilder(String host, int port, SmtpServer.Security security) {
    this.host = requireNonNull(host, "host");
    this.port = port;
    this.security = security;
  }

  /** The name that rules use; {@code email} without. */
  public EmailChannelBuilder name(String named) {
    this.name = requireNonNull(named, "name");
    return this;
  }

  /** The sender, {@code tocsin@example.org} or {@code Tocsin <tocsin@example.org>}. */
  public EmailChannelBuilder from(String sender) {
    this.from = sender;
    return this;
  }

  /** Recipients, one at least; repeated calls add. */
  public EmailChannelBuilder to(String... recipients) {
    to.addAll(List.of(recipients));
    return this;
  }

  /** Who sends, for servers that ask. */
  public EmailChannelBuilder login(String user, Secret password) {
    this.login = Optional.of(new SmtpServer.Login(user, password));
    return this;
  }

  /** Whose certificates are trusted; the JDK's list without. */
  public EmailChannelBuilder trust(SSLContext context) {
    this.trust = Optional.of(context);
    return this;
  }

  /**
   * How long the server may take.
   *
   * @param connect for the connection
   * @param answer for each answer
   */
  public EmailChannelBuilder timeouts(Duration connect, Duration answer) {
    this.connectTimeout = requireNonNull(connect, "connect");
    this.answerTimeout = requireNonNull(answer, "answer");
    return this;
  }

  /** When it tries again. */
  public EmailChannelBuilder retries(RetrySettings settings) {
    this.retries = requireNonNull(settings, "settings");
    return this;
  }

  /** Sends heartbeats too. */
  public EmailChannelBuilder heartbeats() {
    this.heartbeats = true;
    return this;
  }

  /**
   * The channel.
   *
   * @throws IllegalArgumentException when sender or recipients are missing or are not addresses, or
   *     a password would go over the wire in the clear
   * @throws IllegalStateException when the password is not there
   */
  public EmailChannel build() {
    if (from == null || to.isEmpty()) {
      throw new IllegalArgumentException("a mail has a sender and at least one recipient");
    }
    if (login.isPresent() && security == SmtpServer.Security.NONE) {
      throw new IllegalArgumentException("a password is never sent without encryption");
    }
    login.ifPresent(one -> one.password().reveal());
    return new EmailChannel(
        this, address(from), to.stream().map(EmailChannelBuilder::address).toList());
  }

  SmtpServer server() {
    return new SmtpServer(host, port, security, login, trust, connectTimeout, answerTimeout);
  }

  private static InternetAddress address(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      address.validate();
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException("not a mail address: " + text, e);
    }
  }
}
