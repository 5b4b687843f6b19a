package dev.tocsin.channels.email;

import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Listing;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import java.util.List;

/**
 * A notification as HTML that mail programs show: tables and inline styles, nothing fetched. All
 * that comes from rules and calls is escaped.
 */
final class HtmlBody {
  private static final int LONGEST = 10_000;
  private static final int LONGEST_LIST = 60_000;
  private static final int MOST_LINES = 200;
  private static final int MOST_LINKS = 20;

  private HtmlBody() {}

  static String of(NotificationText text) {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <!doctype html>
        <html><body style="margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;color:#1d1c1d">
        <table role="presentation" cellpadding="0" cellspacing="0" style="border-left:6px solid %s">
        <tr><td style="padding:4px 0 8px 12px">
        <h1 style="margin:0;font-size:20px">%s</h1>
        """
            .formatted(text.webColour(), escaped(PlainText.line(text.title()))));
    text.notes().forEach(note -> html.append(paragraph("<b>" + lines(note) + "</b>")));
    if (!text.description().isBlank()) {
      html.append(paragraph(lines(text.description())));
    }
    html.append("<table cellpadding=\"0\" cellspacing=\"0\" style=\"font-size:14px\">\n");
    for (Fact fact : text.facts()) {
      html.append(
          """
          <tr><th align="left" valign="top" style="padding:2px 16px 2px 0">%s</th><td>%s</td></tr>
          """
              .formatted(escaped(fact.name()), lines(fact.value())));
    }
    html.append("</table>\n");
    list(text, html);
    text.links().stream()
        .limit(MOST_LINKS)
        .forEach(
            link ->
                html.append(
                    "<p><a href=\"%s\">%s</a></p>\n"
                        .formatted(escaped(link.target().toString()), escaped(link.name()))));
    return html.append("</td></tr></table>\n</body></html>\n").toString();
  }

  private static void list(NotificationText text, StringBuilder html) {
    List<String> lines =
        Listing.of(text.alerts(), MOST_LINES, LONGEST_LIST, HtmlBody::withEntities);
    if (!lines.isEmpty()) {
      html.append("<ul style=\"font-size:14px;padding-left:16px\">\n");
      lines.forEach(line -> html.append("<li>").append(line).append("</li>\n"));
      html.append("</ul>\n");
    }
  }

  private static String paragraph(String escaped) {
    return "<p style=\"font-size:14px\">%s</p>\n".formatted(escaped);
  }

  private static String lines(String text) {
    return escaped(text).replace("\n", "<br>");
  }

  private static String escaped(String text) {
    return withEntities(PlainText.cut(PlainText.readable(text), LONGEST));
  }

  private static String withEntities(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
