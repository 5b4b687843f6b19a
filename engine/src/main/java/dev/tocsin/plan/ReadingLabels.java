package dev.tocsin.plan;

import dev.tocsin.window.WindowShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names for what the conditions of a plan compare, each another: as first written, with windows.
 */
public final class ReadingLabels {
  private final List<String> readings;
  private final List<String> derived;

  public ReadingLabels(Plan plan) {
    Set<String> taken = new HashSet<>();
    readings = plan.readings().stream().map(reading -> unlike(label(reading), taken)).toList();
    derived = plan.derived().stream().map(each -> unlike(text(each), taken)).toList();
  }

  /** The label of a quantity of the plan. */
  public String of(Quantity quantity) {
    return (quantity instanceof ReadingPlan ? readings : derived).get(quantity.id());
  }

  private static String unlike(String label, Set<String> taken) {
    String unlike = label;
    for (int number = 2; !taken.add(unlike); number++) {
      unlike = label + " (" + number + ")";
    }
    return unlike;
  }

  private static String text(Quantity quantity) {
    return quantity.text().strip().replaceAll("\\s+", " ");
  }

  private static String label(ReadingPlan reading) {
    String text = text(reading);
    WindowShape window = reading.aggregate().window();
    boolean hasWindow = text.contains(" over ") || text.contains(" per ");
    return text
        + (hasWindow || window instanceof WindowShape.Latest ? "" : " " + WindowText.window(window))
        + (text.contains(" offset ") ? "" : WindowText.offset(window))
        + (text.contains(" vs ") ? "" : WindowText.baseline(window));
  }
}
