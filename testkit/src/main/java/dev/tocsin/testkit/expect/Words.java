package dev.tocsin.testkit.expect;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.ValueText;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.dsl.Located;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts and lists as people say them. */
final class Words {
  private static final int MOST = 5;

  private Words() {}

  static String times(long times) {
    return times == 0 ? "never" : times == 1 ? "once" : times == 2 ? "twice" : times + " times";
  }

  /** How often something is done, where {@code never} is not the last word. */
  static String times(String auxiliary, long times, String verb) {
    String begin = auxiliary.isEmpty() ? " " : " " + auxiliary + " ";
    return times == 0 ? begin + "never " + verb : begin + verb + " " + times(times);
  }

  /** The first few. */
  static String list(Collection<String> names) {
    List<String> shown = names.stream().limit(MOST).toList();
    String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
    return shown.isEmpty() ? "nobody" : String.join(", ", shown) + more;
  }

  /** Texts without their places. */
  static Map<String, String> plain(Map<String, Located<String>> located) {
    Map<String, String> plain = new LinkedHashMap<>();
    located.forEach((name, text) -> plain.put(name, text.value()));
    return plain;
  }

  /** Texts without their places, in order. */
  static Set<String> plain(Collection<Located<String>> located) {
    Set<String> plain = new TreeSet<>();
    located.forEach(text -> plain.add(text.value()));
    return plain;
  }

  /** What comparisons that do not hold read, and what would make them hold. */
  static String readings(List<ComparisonStanding> comparisons) {
    return comparisons.stream()
        .filter(each -> !each.holds())
        .map(Words::reading)
        .collect(Collectors.joining(", "));
  }

  private static String reading(ComparisonStanding standing) {
    ComparedReading reading = standing.reading();
    Double value = reading.value();
    Double threshold = reading.threshold();
    String wanted =
        threshold == null
            ? ""
            : ", not " + reading.operator() + " " + ValueText.exact(threshold, reading.unit());
    if (value == null || !standing.isKnown()) {
      String few =
          reading.samples() < standing.minSamples()
              ? " (%d of at least %d)".formatted(reading.samples(), standing.minSamples())
              : "";
      return reading.term() + " has no data" + few;
    }
    return reading.term()
        + " "
        + ValueText.near(value, threshold == null ? value : threshold, reading.unit())
        + wanted;
  }

  /** A rule and what is said of its group. */
  static String alert(String rule, Map<String, String> group) {
    return group.isEmpty() ? rule : rule + group;
  }
}
