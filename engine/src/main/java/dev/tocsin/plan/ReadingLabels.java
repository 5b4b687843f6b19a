package dev.tocsin.plan;

import dev.tocsin.window.WindowShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names for the readings of a plan, each another: as first written, with the window. */
public final class ReadingLabels {
  private static final String VERSUS = " vs ";

  private ReadingLabels() {}

  /** The labels, in the order of {@link Plan#readings()}. */
  public static List<String> of(Plan plan) {
    List<String> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (ReadingPlan reading : plan.readings()) {
      String label = label(reading);
      String unlike = label;
      for (int number = 2; !taken.add(unlike); number++) {
        unlike = label + " (" + number + ")";
      }
      labels.add(unlike);
    }
    return List.copyOf(labels);
  }

  private static String label(ReadingPlan reading) {
    String text = reading.text().strip().replaceAll("\\s+", " ");
    WindowShape window = reading.aggregate().window();
    if (window instanceof WindowShape.Latest) {
      return text;
    }
    String clause = WindowText.of(window);
    int baseline = clause.indexOf(VERSUS) < 0 ? clause.length() : clause.indexOf(VERSUS);
    boolean hasWindow = text.contains(" over ") || text.contains(" per ");
    return text
        + (hasWindow ? "" : " " + clause.substring(0, baseline))
        + (text.contains(VERSUS) ? "" : clause.substring(baseline));
  }
}
