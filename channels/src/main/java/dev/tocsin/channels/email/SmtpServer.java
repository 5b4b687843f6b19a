package dev.tocsin.channels.email;

import dev.tocsin.channels.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/**
 * A mail server and how it is spoken to.
 *
 * @param host its name; its certificate must be for it
 * @param port where it listens
 * @param security what keeps others from reading along
 * @param login user and password, where it asks for them
 * @param trust whose certificates are trusted; the JDK's list without
 * @param connectTimeout for the connection
 * @param answerTimeout for each answer of the server
 */
record SmtpServer(
    String host,
    int port,
    Security security,
    Optional<Login> login,
    Optional<SSLContext> trust,
    Duration connectTimeout,
    Duration answerTimeout) {

  /** What keeps others from reading along. */
  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  /** Who sends. */
  record Login(String user, Secret password) {}

  /** As Angus Mail wants it (package {@code org.eclipse.angus.mail.smtp}). */
  Properties properties() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", host);
    properties.put("mail.smtp.port", Integer.toString(port));
    properties.put("mail.smtp.auth", Boolean.toString(login.isPresent()));
    properties.put("mail.smtp.connectiontimeout", Long.toString(connectTimeout.toMillis()));
    properties.put("mail.smtp.timeout", Long.toString(answerTimeout.toMillis()));
    properties.put("mail.smtp.writetimeout", Long.toString(answerTimeout.toMillis()));
    properties.put("mail.smtp.sendpartial", "true"); // who can be reached is
    properties.put("mail.smtp.quitwait", "false");
    switch (security) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    trust.ifPresent(
        context -> properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory()));
    return properties;
  }
}
