package dev.tocsin.channels.email;

import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.PlainText;

/**
 * An alert as HTML that mail programs show: tables and inline styles, nothing fetched. All that
 * comes from rules and calls is escaped.
 */
final class HtmlBody {
  private static final int LONGEST = 10_000;

  private HtmlBody() {}

  static String of(AlertText text) {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <!doctype html>
        <html><body style="margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;color:#1d1c1d">
        <table role="presentation" cellpadding="0" cellspacing="0" style="border-left:6px solid %s">
        <tr><td style="padding:4px 0 8px 12px">
        <h1 style="margin:0;font-size:20px">%s</h1>
        """
            .formatted(colour(text), escaped(PlainText.line(text.title()))));
    if (!text.description().isBlank()) {
      html.append(
          "<p style=\"font-size:14px\">%s</p>\n"
              .formatted(escaped(text.description()).replace("\n", "<br>")));
    }
    html.append("<table cellpadding=\"0\" cellspacing=\"0\" style=\"font-size:14px\">\n");
    for (AlertText.Fact fact : text.facts()) {
      html.append(
          """
          <tr><th align="left" style="padding:2px 16px 2px 0">%s</th><td>%s</td></tr>
          """
              .formatted(escaped(fact.name()), escaped(fact.value()).replace("\n", "<br>")));
    }
    html.append("</table>\n");
    text.runbook()
        .ifPresent(
            link ->
                html.append(
                    "<p><a href=\"%s\">Runbook</a></p>\n".formatted(escaped(link.toString()))));
    return html.append("</td></tr></table>\n</body></html>\n").toString();
  }

  private static String colour(AlertText text) {
    if (text.resolved()) {
      return "#2eb67d";
    }
    return switch (text.severity()) {
      case INFO -> "#2f80ed";
      case WARNING -> "#f2a600";
      case CRITICAL -> "#d0021b";
    };
  }

  private static String escaped(String text) {
    return PlainText.cut(PlainText.readable(text), LONGEST)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
