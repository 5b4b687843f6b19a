package dev.tocsin.testkit.fault;

import dev.tocsin.api.DurationText;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.testfile.FaultDefinition;
import dev.tocsin.dsl.testfile.FieldDefinition;
import dev.tocsin.dsl.testfile.FieldValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Faults in a few words, for timelines. */
final class FaultText {
  private static final int LONGEST = 100;

  private FaultText() {}

  /** As in {@code latency x 2 where model == gpt-4}. */
  static String of(FaultDefinition fault) {
    String effects =
        fault.effects().stream().map(FaultText::effect).collect(Collectors.joining(", "));
    String share = fault.share().map(FaultText::share).orElse("");
    String where = fault.where().map(FaultText::where).orElse("");
    return shortened(effects + share + where);
  }

  private static String effect(FaultDefinition.Effect effect) {
    if (effect instanceof FaultDefinition.Changed changed) {
      return changed.fields().stream()
          .map(field -> changed(changed.change(), field))
          .collect(Collectors.joining(", "));
    }
    if (effect instanceof FaultDefinition.Lost lost) {
      return "no " + lost.scores().stream().map(Located::value).collect(Collectors.joining(", "));
    }
    if (effect instanceof FaultDefinition.Delayed delayed) {
      return "scores " + DurationText.of(delayed.by()) + " later";
    }
    if (effect instanceof FaultDefinition.Shifted shifted) {
      boolean back = shifted.by().isNegative();
      return "clock " + (back ? "-" : "+") + DurationText.of(shifted.by().abs());
    }
    if (effect instanceof FaultDefinition.Repeated repeated) {
      return "calls x " + repeated.times();
    }
    if (effect instanceof FaultDefinition.Deployed live) {
      return "deployment " + live.prompt() + " " + live.version();
    }
    return effect instanceof FaultDefinition.Dropped ? "no calls" : "calls twice";
  }

  private static String changed(FaultDefinition.Change change, FieldDefinition field) {
    String sign =
        switch (change) {
          case SET -> " = ";
          case MULTIPLY -> " x ";
          case ADD -> " + ";
        };
    return field.name().value() + sign + value(field.value());
  }

  private static String value(FieldValue value) {
    return value instanceof FieldValue.One one ? one.text().value() : written(value.span());
  }

  private static String share(BigDecimal share) {
    String percent = share.movePointRight(2).stripTrailingZeros().toPlainString();
    return " for " + percent + "%";
  }

  private static String where(FaultDefinition.Where where) {
    if (where instanceof FaultDefinition.Fields mapping) {
      return " where "
          + mapping.fields().stream().map(FaultText::among).collect(Collectors.joining(" and "));
    }
    return " where " + written(where.span());
  }

  private static String among(FaultDefinition.Among among) {
    List<String> values = among.values().stream().map(Located::value).toList();
    return among.field().value()
        + (values.size() == 1 ? " == " + values.get(0) : " in (" + String.join(", ", values) + ")");
  }

  private static String written(Span span) {
    return span.text();
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    return end == line.length() ? line : line.substring(0, end) + "...";
  }
}
