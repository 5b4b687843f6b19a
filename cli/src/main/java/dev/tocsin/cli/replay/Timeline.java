package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.EvidenceText;
import dev.tocsin.cli.text.Palette;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** The transitions under a heading a day. */
final class Timeline {
  /** More alerts than this of one rule in one day are left out of a brief timeline. */
  static final int MOST_ALERTS = 5;

  /** Below the state of the transition. */
  private static final int EVIDENCE_INDENT = 11;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  private final TransitionLine line;
  private final DayLimit limit;
  private final int width;
  private final boolean evidence;
  private final List<AttributedString> pending = new ArrayList<>();
  private @Nullable LocalDate day;
  private boolean cut;

  /**
   * @param evidence whether what fires is followed by what shows why
   */
  Timeline(int width, TimelineMode mode, List<RuleLine> rules, boolean evidence) {
    this.width = width;
    this.evidence = evidence;
    int widest = rules.stream().mapToInt(rule -> rule.name().length()).max().orElse(0);
    this.line = new TransitionLine(width, widest);
    this.limit = new DayLimit(mode == TimelineMode.BRIEF ? MOST_ALERTS : Integer.MAX_VALUE);
  }

  /** The lines for the next transition; {@code fired} says how long, when it ends. */
  List<AttributedString> lines(Transition transition, Optional<Duration> fired) {
    List<AttributedString> lines = new ArrayList<>(dayOf(transition.time()));
    if (!limit.hides(transition)) {
      lines.addAll(pending);
      pending.clear();
      lines.addAll(line.lines(transition, fired));
      if (evidence) {
        lines.addAll(
            EvidenceText.lines(
                transition.evidence(), transition.decisive().unit(), width, EVIDENCE_INDENT));
      }
    }
    return lines;
  }

  /** The lines for a message. */
  List<AttributedString> lines(String channel, Message.Notification message) {
    List<AttributedString> lines = new ArrayList<>(dayOf(message.time()));
    lines.addAll(pending);
    pending.clear();
    lines.addAll(MessageLine.lines(channel, message, width));
    return lines;
  }

  /** The end of the day before, where another begins. */
  private List<AttributedString> dayOf(Instant time) {
    LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);
    if (date.equals(day)) {
      return List.of();
    }
    List<AttributedString> lines = endOfDay();
    pending.clear();
    if (day != null) {
      pending.add(AttributedString.EMPTY);
    }
    pending.add(Palette.text(DAY.format(date) + ", UTC", Palette.STRONG));
    day = date;
    return lines;
  }

  /** The lines after the last transition. */
  List<AttributedString> end() {
    List<AttributedString> lines = new ArrayList<>(endOfDay());
    if (cut) {
      lines.add(AttributedString.EMPTY);
      lines.add(Palette.text("--timeline full shows every alert.", Palette.FAINT));
    }
    return lines;
  }

  private List<AttributedString> endOfDay() {
    List<AttributedString> lines = new ArrayList<>();
    // a day of which nothing was shown has no heading that would say which it is
    String when = day == null || pending.isEmpty() ? "" : " on " + DAY.format(day);
    limit
        .nextDay()
        .forEach((rule, alerts) -> lines.add(more(Counts.of(alerts, "more alert"), rule + when)));
    cut |= !lines.isEmpty();
    return lines;
  }

  private static AttributedString more(String alerts, String rule) {
    return Palette.text("  ...      " + alerts + " of " + rule, Palette.FAINT);
  }
}
