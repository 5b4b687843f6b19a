package dev.tocsin.testkit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTML file that holds all it needs. Its policy lets run only the scripts and the style written
 * here, each known by its hash, and nothing be fetched.
 */
final class HtmlPage {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");

  private HtmlPage() {}

  /**
   * Writes the page.
   *
   * @param json the document; its texts may be anything
   */
  static void write(String json, String title, Appendable out) throws IOException {
    String style = PageAssets.style();
    String plotting = PageAssets.plottingScript();
    String script = PageAssets.script();
    Map<String, String> parts =
        Map.of(
            "policy", policy(style, plotting, script),
            "title", escape(title),
            "licence", PageAssets.plottingLicence(),
            "style", style,
            "plotting", plotting,
            "data", json.replace("<", "\\u003c"),
            "script", script);
    fill(PageAssets.template(), parts, out);
  }

  private static void fill(String template, Map<String, String> parts, Appendable out)
      throws IOException {
    Matcher place = PLACE.matcher(template);
    int done = 0;
    while (place.find()) {
      String name = place.group(1);
      String part = Objects.requireNonNull(parts.get(name), name);
      out.append(template, done, place.start()).append(part);
      done = place.end();
    }
    out.append(template, done, template.length());
  }

  private static String policy(String style, String... scripts) {
    StringBuilder policy = new StringBuilder("default-src 'none'; script-src");
    for (String script : scripts) {
      policy.append(' ').append(hash(script));
    }
    return policy
        .append("; style-src ")
        .append(hash(style))
        .append("; base-uri 'none'; form-action 'none'")
        .toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
