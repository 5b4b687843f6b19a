package dev.tocsin.channels.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.api.Severity;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import dev.tocsin.channels.text.Standing;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.List;

/**
 * A message as a mail. Its id comes from the message's key, so that a repeat has the same, and all
 * mails about one alert refer to the same id, so that mail programs show them as one thread.
 */
final class AlertMail extends MimeMessage {
  private static final int LONGEST_SUBJECT = 200;
  private static final int DIGITS = 40;

  private final String id;

  private AlertMail(Session session, String key) {
    super(session);
    this.id = id(key);
  }

  static AlertMail alert(
      Session session, Message.Notification message, InternetAddress from, List<InternetAddress> to)
      throws MessagingException {
    NotificationText text = NotificationText.of(message);
    AlertMail mail = new AlertMail(session, message.key());
    mail.head(message, from, to, subject(text));
    mail.setHeader("References", id("thread " + message.thread()));
    if (text.severity() == Severity.CRITICAL && text.standing() == Standing.FIRING) {
      mail.setHeader("Importance", "high");
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(TextBody.of(text), "plain"));
    both.addBodyPart(part(HtmlBody.of(text), "html"));
    mail.setContent(both);
    mail.saveChanges();
    return mail;
  }

  static AlertMail heartbeat(
      Session session, Message.Heartbeat message, InternetAddress from, List<InternetAddress> to)
      throws MessagingException {
    AlertMail mail = new AlertMail(session, message.key());
    mail.head(message, from, to, "Tocsin is alive");
    mail.setText(
        "%d events, %d dropped\n"
            .formatted(message.health().accepted(), message.health().dropped()),
        UTF_8.name());
    mail.saveChanges();
    return mail;
  }

  /** One line without control characters: nothing in it can become another header. */
  static String subject(NotificationText text) {
    String severity =
        text.standing() == Standing.RESOLVED ? "" : "[" + text.severity().label() + "] ";
    return PlainText.cut(PlainText.line(severity + text.title()), LONGEST_SUBJECT);
  }

  /** Of this message and its repeats. */
  String id() {
    return id;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  private void head(Message message, InternetAddress from, List<InternetAddress> to, String subject)
      throws MessagingException {
    setFrom(from);
    setRecipients(RecipientType.TO, to.toArray(InternetAddress[]::new));
    setSubject(subject, UTF_8.name());
    setSentDate(Date.from(message.time()));
    setHeader("Auto-Submitted", "auto-generated");
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  private static String id(String key) {
    return "<" + PlainText.digest(key).substring(0, DIGITS) + "@tocsin>";
  }
}
