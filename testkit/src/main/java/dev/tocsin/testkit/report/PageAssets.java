package dev.tocsin.testkit.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The parts of the page that are the same in every report, read from the class path. */
final class PageAssets {
  /** In the order in which they use each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "dom.js",
          "format.js",
          "theme.js",
          "print.js",
          "zoom.js",
          "spans.js",
          "drawing.js",
          "keys.js",
          "axes.js",
          "legend.js",
          "plot.js",
          "lazy.js",
          "reveal.js",
          "tables.js",
          "header.js",
          "failures.js",
          "lanes.js",
          "marks.js",
          "overview.js",
          "panels.js",
          "glance.js",
          "rules.js",
          "stacks.js",
          "quality.js",
          "tally.js",
          "sweep.js",
          "backtest.js",
          "alerts.js",
          "page.js");

  /** Those for paper and small screens after what they change. */
  private static final List<String> STYLES =
      List.of(
          "colours.css",
          "page.css",
          "header.css",
          "cards.css",
          "plots.css",
          "timeline.css",
          "tables.css",
          "phone.css",
          "print.css");

  private static final String WEBJAR = "/META-INF/resources/webjars/uplot/";
  private static final String WEBJAR_VERSION =
      "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

  private PageAssets() {}

  /** The page with names in double braces where its parts go. */
  static String template() throws IOException {
    return own("page.html");
  }

  static String style() throws IOException {
    return plotting("dist/uPlot.min.css") + "\n" + all(STYLES);
  }

  static String plottingScript() throws IOException {
    return plotting("dist/uPlot.iife.min.js");
  }

  static String plottingLicence() throws IOException {
    return plotting("LICENSE").strip();
  }

  static String script() throws IOException {
    return all(SCRIPTS);
  }

  private static String all(List<String> names) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      all.append(own(name));
    }
    return all.toString();
  }

  private static String own(String name) throws IOException {
    String text = read(name);
    return text.lines().collect(joining("\n", "", "\n"));
  }

  private static String plotting(String name) throws IOException {
    Properties about = new Properties();
    try (InputStream in = open(WEBJAR_VERSION)) {
      about.load(in);
    }
    return read(WEBJAR + about.getProperty("version") + "/" + name);
  }

  private static String read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(PageAssets.class.getResourceAsStream(name), name);
  }
}
