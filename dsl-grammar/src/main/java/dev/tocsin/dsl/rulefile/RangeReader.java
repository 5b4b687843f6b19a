package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.routing.IntervalDefinition.Range;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads stretches of time such as {@code 09:00-17:00}, {@code monday-friday} or {@code -3--1}. */
final class RangeReader {
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final int ABBREVIATED = 3;
  private static final int LONGEST_MONTH = 31;
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final Pattern TIMES =
      Pattern.compile("(\\d{1,2}):(\\d{2})\\s*+-\\s*+(\\d{1,2}):(\\d{2})");
  private static final Pattern DAYS =
      Pattern.compile("(-?\\d{1,2})(?:\\s*+[-:]\\s*+(-?\\d{1,2}))?+");
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\s*+[-:]\\s*+(\\d{4}))?+");

  private final NodeReader reader;

  RangeReader(NodeReader reader) {
    this.reader = reader;
  }

  /** Minutes of the day. */
  List<Range> times(Node node) {
    List<Range> ranges = new ArrayList<>();
    for (Located<String> text : reader.texts(node, "times such as \"09:00-17:00\"")) {
      Matcher written = TIMES.matcher(text.value().strip());
      int from = written.matches() ? minute(written.group(1), written.group(2)) : DAY;
      int until = written.matches() ? minute(written.group(3), written.group(4)) : DAY + 1;
      if (from >= DAY || until > DAY) {
        wrong(text, "no times of day", "write them as \"09:00-17:00\"; the last is 24:00");
      } else if (until <= from) {
        overMidnight(text, from, until);
      } else {
        ranges.add(new Range(from, until));
      }
    }
    return ranges;
  }

  private void overMidnight(Located<String> text, int from, int until) {
    String hint =
        from == until
            ? "the whole day is \"00:00-24:00\""
            : "write two: \"%s-24:00\" and \"00:00-%s\"".formatted(clock(from), clock(until));
    wrong(text, "not in one day", hint);
  }

  private static int minute(String hour, String minute) {
    int minutes = Integer.parseInt(minute);
    return minutes < HOUR ? Integer.parseInt(hour) * HOUR + minutes : DAY + 1;
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
  }

  /** 1 is Monday; those that end before they begin go over Sunday. */
  List<Range> weekdays(Node node) {
    return named(node, "a weekday", WEEKDAYS, false);
  }

  /** 1 is January; those that end before they begin go over New Year. */
  List<Range> months(Node node) {
    return named(node, "a month", MONTHS, true);
  }

  private List<Range> named(Node node, String noun, List<String> known, boolean numbers) {
    List<Range> ranges = new ArrayList<>();
    for (Located<String> text : reader.texts(node, noun + " such as " + known.get(0))) {
      List<Integer> ends = new ArrayList<>();
      String[] words = text.value().strip().toLowerCase(Locale.ROOT).split("\\s*[-:]\\s*", 2);
      for (String word : words) {
        place(word, known, numbers)
            .ifPresentOrElse(
                ends::add,
                () ->
                    wrong(
                        text,
                        "not " + noun,
                        Suggestions.nearest(word, known)
                            .orElse(
                                "as in: %s or %s-%s"
                                    .formatted(known.get(0), known.get(0), known.get(2)))));
      }
      if (ends.size() == words.length) {
        ranges.addAll(around(ends.get(0), ends.get(ends.size() - 1), known.size()));
      }
    }
    return ranges;
  }

  private static List<Range> around(int from, int until, int last) {
    return from <= until
        ? List.of(new Range(from, until))
        : List.of(new Range(from, last), new Range(1, until));
  }

  private static Optional<Integer> place(String word, List<String> known, boolean numbers) {
    if (numbers && word.matches("\\d{1,2}")) {
      return Optional.of(Integer.parseInt(word)).filter(n -> n >= 1 && n <= known.size());
    }
    return known.stream()
        .filter(name -> name.equals(word) || name.substring(0, ABBREVIATED).equals(word))
        .findFirst()
        .map(name -> known.indexOf(name) + 1);
  }

  /** From the beginning of the month, or from its end: -1 is the last day. */
  List<Range> daysOfMonth(Node node) {
    String hint = "days are 1 to 31, or from the end -31 to -1, as in: \"1-5\" or \"-3--1\"";
    return numbers(node, "days of a month", DAYS, LONGEST_MONTH, hint);
  }

  List<Range> years(Node node) {
    return numbers(node, "years", YEARS, Integer.MAX_VALUE, "as in: 2026 or 2026-2027");
  }

  private List<Range> numbers(Node node, String noun, Pattern form, int most, String hint) {
    List<Range> ranges = new ArrayList<>();
    for (Located<String> text : reader.texts(node, noun)) {
      Matcher written = form.matcher(text.value().strip());
      if (!written.matches()) {
        wrong(text, "not " + noun, hint);
        continue;
      }
      int from = Integer.parseInt(written.group(1));
      int until = written.group(2) == null ? from : Integer.parseInt(written.group(2));
      boolean possible =
          from != 0
              && until != 0
              && Math.abs(from) <= most
              && Math.abs(until) <= most
              && !(from < 0 && until > 0);
      if (!possible) {
        wrong(text, "not " + noun, hint);
      } else if (Integer.signum(from) == Integer.signum(until) && until < from) {
        wrong(text, "ends before it begins", hint);
      } else {
        ranges.add(new Range(from, until));
      }
    }
    return ranges;
  }

  private void wrong(Located<String> text, String what, String hint) {
    reader.error(Code.BAD_TIME, text.span(), "'" + text.value() + "': " + what, Optional.of(hint));
  }
}
