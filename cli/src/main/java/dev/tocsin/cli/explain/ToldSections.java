package dev.tocsin.cli.explain;

import dev.tocsin.api.NotificationDecision;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.replay.AlertFinding;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Who was told of an alert, why not, and when they are told next. */
final class ToldSections {
  private static final int INDENT = 4;

  private ToldSections() {}

  static List<Section> of(AlertFinding finding, int width) {
    List<Section> sections = new ArrayList<>();
    if (!finding.decisions().isEmpty()) {
      sections.add(
          new Section(
              "Who was told, if all that was sent arrived", told(finding.decisions(), width)));
    }
    if (!finding.outlook().isEmpty()) {
      sections.add(new Section("When they are told next", outlook(finding.outlook(), width)));
    }
    return sections;
  }

  private static List<AttributedString> told(List<NotificationDecision> decisions, int width) {
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    for (NotificationDecision each : decisions) {
      table.row(
          List.of(
              Palette.text(ThresholdWords.text(each.time())),
              Palette.text(each.channel(), Palette.STRONG),
              Palette.text(verdict(each)),
              Palette.text(each.reason() + " (" + each.route() + ")", Palette.FAINT)));
    }
    return table.lines(width, INDENT);
  }

  private static List<AttributedString> outlook(List<NotificationDecision> outlook, int width) {
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT);
    for (NotificationDecision each : outlook) {
      table.row(
          List.of(
              Palette.text(each.channel(), Palette.STRONG),
              Palette.text(each.next().map(ThresholdWords::text).orElse("not known")),
              Palette.text(verdict(each) + ": " + each.reason(), Palette.FAINT)));
    }
    return table.lines(width, INDENT);
  }

  private static String verdict(NotificationDecision decision) {
    return decision.verdict().label().replace('_', ' ');
  }
}
