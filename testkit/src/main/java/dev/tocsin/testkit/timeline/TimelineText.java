package dev.tocsin.testkit.timeline;

import dev.tocsin.testkit.timeline.Entry.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines in columns: time, state, alert, and the rest. */
final class TimelineText {
  private static final String MARGIN = "     ";
  private static final String MISS = "  >  ";
  private static final String GAP = "  ";
  private static final int STATE = ".........".length();
  private static final int DATE = "2026-03-01 ".length();

  private final ReplayTimes times;
  private final Set<Entry> shown;
  private final int nameWidth;
  private final List<String> lines = new ArrayList<>();
  private @Nullable LocalDate day;
  private int cut;

  TimelineText(ReplayTimes times, Set<Entry> shown) {
    this.times = times;
    this.shown = shown;
    this.nameWidth = shown.stream().mapToInt(each -> each.name().length()).max().orElse(0);
  }

  String of(Collection<Entry> all) {
    int others = 0;
    int marks = 0;
    for (Entry each : all) {
      if (shown.contains(each)) {
        endCut();
        add(each);
      } else if (each.kind() == Kind.MARK) {
        marks++;
      } else if (each.own()) {
        cut++;
      } else {
        others++;
      }
    }
    endCut();
    more(marks, "more injected");
    more(others, "more of other alerts");
    return String.join("\n", lines);
  }

  private void endCut() {
    more(cut, "more");
    cut = 0;
  }

  private void more(int number, String what) {
    if (number > 0) {
      lines.add(MARGIN + "... " + number + " " + what);
    }
  }

  private void add(Entry each) {
    String margin = each.kind() == Kind.EXPECTED ? MISS : MARGIN;
    String name = each.name().isEmpty() ? "" : padded(each.name(), nameWidth) + GAP;
    boolean fits = each.state().length() <= STATE;
    String state = fits ? padded(each.state(), STATE) + " " : each.state() + GAP;
    String line = margin + time(each) + GAP + state + name + each.text();
    lines.add(line.stripTrailing());
  }

  private String time(Entry each) {
    String ofDay = times.ofDay(each.time());
    if (!times.isDated()) {
      return ofDay;
    }
    LocalDate its = times.day(each.time());
    String date = its.equals(day) ? " ".repeat(DATE) : times.date(each.time()) + " ";
    day = its;
    return date + ofDay;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
