package dev.tocsin.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Events a second against the number of rules and of users, on logarithmic scales, as SVG. */
final class ScalingPicture {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int TOP = 50;
  private static final int GAP = 190;
  private static final int MOST_DECADES = 8;
  private static final String[] COLOURS = {
    "#444444", "#d62728", "#1f77b4", "#9467bd", "#8c564b", "#2ca02c", "#ff7f0e"
  };

  private final List<Figure> figures;
  private final StringBuilder svg = new StringBuilder();

  ScalingPicture(List<Figure> figures) {
    this.figures = figures;
  }

  String svg() {
    int width = 2 * (WIDTH + GAP) + LEFT;
    int height = HEIGHT + TOP + 60;
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
            + " font-size='12'><rect width='100%%' height='100%%' fill='white'/>",
        width, height);
    panel(LEFT, "rules on shared aggregates", 7, 700, lines("rules", false));
    panel(
        LEFT + WIDTH + GAP,
        "users, each with a daily budget",
        1_000,
        1_000_000,
        lines("daily budget", true));
    return svg.append("</svg>\n").toString();
  }

  private Map<String, Map<Integer, Double>> lines(String part, boolean variants) {
    Map<String, Map<Integer, Double>> lines = new LinkedHashMap<>();
    for (Figure figure : figures) {
      if (figure.part().equals(part)) {
        String name = figure.contender() + (variants ? ", " + figure.variant() : "");
        lines.computeIfAbsent(name, n -> new TreeMap<>()).put(figure.x(), figure.eventsASecond());
      }
    }
    return lines;
  }

  private void panel(
      int left, String title, int from, int to, Map<String, Map<Integer, Double>> lines) {
    add("<text x='%d' y='%d' font-size='14'>events/s against %s</text>", left, TOP - 20, title);
    for (int decade = 2; decade <= MOST_DECADES; decade++) {
      double y = y(Math.pow(10, decade));
      add("<path d='M%d %.1fh%d' stroke='#ddd'/>", left, y, WIDTH);
      add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", left - 6, y + 4, amount(decade));
    }
    lines.values().stream()
        .flatMap(line -> line.keySet().stream())
        .distinct()
        .forEach(
            x ->
                add(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                    x(left, x, from, to), TOP + HEIGHT + 20, String.format(Locale.ROOT, "%,d", x)));
    int colour = 0;
    double lastLabel = -1;
    for (Map.Entry<String, Map<Integer, Double>> line : sorted(lines)) {
      String stroke = COLOURS[colour++ % COLOURS.length];
      StringBuilder path = new StringBuilder();
      double end = 0;
      for (Map.Entry<Integer, Double> point : line.getValue().entrySet()) {
        double x = x(left, point.getKey(), from, to);
        end = y(point.getValue());
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, end));
        add("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x, end, stroke);
      }
      add("<path d='%s' fill='none' stroke='%s' stroke-width='2'/>", path, stroke);
      lastLabel = Math.max(end, lastLabel + 14);
      add(
          "<text x='%d' y='%.1f' fill='%s'>%s</text>",
          left + WIDTH + 8, lastLabel + 4, stroke, line.getKey());
    }
  }

  /** The fastest at the end first, so that names can be put below each other. */
  private static List<Map.Entry<String, Map<Integer, Double>>> sorted(
      Map<String, Map<Integer, Double>> lines) {
    return lines.entrySet().stream()
        .sorted((a, b) -> Double.compare(last(b.getValue()), last(a.getValue())))
        .toList();
  }

  private static double last(Map<Integer, Double> line) {
    return line.values().stream().reduce(0.0, (before, each) -> each);
  }

  private static double x(int left, double x, double from, double to) {
    return left + WIDTH * Math.log(x / from) / Math.log(to / from);
  }

  private static double y(double rate) {
    double decades = Math.log10(Math.max(100, rate)) - 2;
    return TOP + HEIGHT - HEIGHT * decades / (MOST_DECADES - 2);
  }

  private static String amount(int decade) {
    String[] units = {"", " k", " M"};
    return (int) Math.pow(10, decade % 3) + units[decade / 3];
  }

  private void add(String text, Object... values) {
    svg.append(String.format(Locale.ROOT, text, values)).append('\n');
  }
}
