package dev.tocsin.cli.replay;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.replay.ReplaySummary.ModelTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** What the calls cost, by model. */
final class CostTable {
  private static final int MOST_MODELS = 20;
  private static final BigDecimal CENTS_FROM = BigDecimal.TEN;

  private final ReplaySummary summary;
  private final int decimals;

  CostTable(ReplaySummary summary) {
    this.summary = summary;
    this.decimals = summary.costUsd().compareTo(CENTS_FROM) >= 0 ? 2 : 4;
  }

  List<AttributedString> lines(int width) {
    Table table = new Table(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    boolean gaps = summary.unpriced() > 0;
    table.row(Palette.STRONG, "Cost by model", "calls", "cost", gaps ? "no price" : "");
    List<ModelTotal> models = summary.models();
    models.stream().limit(MOST_MODELS).forEach(model -> row(table, Palette.PLAIN, model));
    if (models.size() > MOST_MODELS) {
      List<ModelTotal> rest = models.subList(MOST_MODELS, models.size());
      row(table, Palette.FAINT, sum(Counts.of(rest.size(), "more model"), rest));
    }
    if (models.size() > 1) {
      row(table, Palette.STRONG, sum("total", models));
    }
    return table.lines(width, 0);
  }

  private void row(Table table, AttributedStyle style, ModelTotal model) {
    boolean priced = model.unpriced() < model.calls();
    table.row(
        style,
        model.model(),
        Counts.grouped(model.calls()),
        priced ? dollars(model.costUsd()) : "unknown",
        model.unpriced() == 0 ? "" : Counts.grouped(model.unpriced()));
  }

  private static ModelTotal sum(String name, List<ModelTotal> models) {
    return new ModelTotal(
        name,
        models.stream().mapToLong(ModelTotal::calls).sum(),
        models.stream().map(ModelTotal::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add),
        models.stream().mapToLong(ModelTotal::unpriced).sum());
  }

  private String dollars(BigDecimal amount) {
    DecimalFormat format =
        new DecimalFormat("$#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }
}
