package dev.tocsin.cli.text;

import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * What shows why an alert fires: {@code model=big 70% (of 25% of the calls)}, {@code c-16 3.2 s}.
 */
public final class EvidenceText {
  private static final int GAP = 2;
  private static final String MOST = "mostly";
  private static final String CALLS = "calls ";

  private EvidenceText() {}

  /**
   * At most two paragraphs; none where there is nothing to show.
   *
   * @param unit of the reading
   * @param width that no line exceeds if it can be helped
   * @param indent of all lines
   */
  public static List<AttributedString> lines(Evidence evidence, Unit unit, int width, int indent) {
    List<AttributedString> lines = new ArrayList<>();
    if (!evidence.contributors().isEmpty()) {
      lines.addAll(
          paragraph(
              MOST,
              evidence.contributors().stream().map(EvidenceText::text).toList(),
              width,
              indent));
    }
    if (!evidence.exemplars().isEmpty()) {
      lines.addAll(
          paragraph(
              CALLS,
              evidence.exemplars().stream().map(each -> text(each, unit)).toList(),
              width,
              indent));
    }
    return lines;
  }

  private static List<AttributedString> paragraph(
      String label, List<String> parts, int width, int indent) {
    Paragraph paragraph = new Paragraph(width, indent + label.length() + GAP);
    paragraph.add(0, new AttributedString(" ".repeat(indent)));
    paragraph.add(0, Palette.text(label, Palette.FAINT));
    for (int i = 0; i < parts.size(); i++) {
      String end = i < parts.size() - 1 ? "," : "";
      paragraph.add(i == 0 ? GAP : 1, Palette.text(parts.get(i) + end));
    }
    return paragraph.lines();
  }

  private static String text(Contributor each) {
    String share = each.dimension() + "=" + each.value() + " " + percent(each.share());
    String traffic = percent(each.trafficShare());
    return percent(each.share()).equals(traffic) ? share : share + " (" + traffic + " of calls)";
  }

  private static String text(Exemplar each, Unit unit) {
    Double value = each.value();
    return value == null ? each.call() : each.call() + " " + Quantity.near(value, Double.NaN, unit);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }
}
