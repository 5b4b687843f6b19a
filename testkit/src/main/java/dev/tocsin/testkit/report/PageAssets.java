package dev.tocsin.testkit.report;

import static java.util.stream.Collectors.joining;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
          "plot.js",
          "lazy.js",
          "tables.js",
          "header.js",
          "failures.js",
          "lanes.js",
          "overview.js",
          "panels.js",
          "rules.js",
          "stacks.js",
          "quality.js",
          "backtest.js",
          "alerts.js",
          "page.js");

  private static final String WEBJAR = "/META-INF/resources/webjars/uplot/";
  private static final String WEBJAR_VERSION =
      "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

  private PageAssets() {}

  /** The page with names in double braces where its parts go. */
  static String template() throws IOException {
    return own("page.html");
  }

  static String style() throws IOException {
    return plotting("dist/uPlot.min.css") + "\n" + own("page.css");
  }

  static String plottingScript() throws IOException {
    return plotting("dist/uPlot.iife.min.js");
  }

  static String plottingLicence() throws IOException {
    return plotting("LICENSE").strip();
  }

  static String script() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : SCRIPTS) {
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

  private static InputStream open(String name) throws IOException {
    InputStream in = PageAssets.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("not on the class path: " + name);
    }
    return in;
  }
}
