package dev.tocsin.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Transition;
import dev.tocsin.cli.Golden;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
  private static final List<Transition> STORY =
      List.of(
          Alerts.errors(0.0723).pending("2026-10-03T10:15:00Z"),
          Alerts.errors(0.0811).firing("2026-10-03T10:16:00Z", "2026-10-03T10:15:00Z"),
          Alerts.latency(3213.7).firing("2026-10-03T10:16:00Z"),
          Alerts.drift("latency", 0.5512).firing("2026-10-03T10:17:00Z"),
          Alerts.drift("output_tokens", 0.30004).firing("2026-10-03T10:17:00Z"),
          Alerts.errors(0.031).resolved("2026-10-03T10:21:30Z", "2026-10-03T10:15:00Z"),
          Alerts.latency(null).resolved("2026-10-03T10:26:00Z", "2026-10-03T10:16:00Z"),
          Alerts.errors(0.051).pending("2026-10-04T00:00:00Z"),
          Alerts.errors(0.049).dropped("2026-10-04T00:00:30Z", "2026-10-04T00:00:00Z"),
          Alerts.spend("Zoë 日本", 3.021).firing("2026-10-04T00:10:00Z"),
          Alerts.spend("x\033[2J".repeat(12), 4).firing("2026-10-04T00:10:00Z"),
          Alerts.budget(1204.5).firing("2026-10-04T23:59:59Z"),
          Alerts.drift("latency", 0.2996).resolved("2026-10-07T14:17:00Z", "2026-10-03T10:17:00Z"));

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120, 160})
  void isReadableInEveryWidth(int width) {
    List<AttributedString> lines = timeline(width, TimelineMode.FULL, STORY);
    Golden.plain("timeline-" + width, lines);
    assertThat(lines).allMatch(line -> line.columnLength() <= width);
  }

  @Test
  void hasColoursThatOnlyRepeatWhatTheWordsSay() {
    Golden.coloured("timeline-colours", timeline(120, TimelineMode.FULL, STORY));
  }

  @Test
  void isCutWhereARuleFlaps() {
    List<Transition> flapping = new ArrayList<>();
    for (int minute = 10; minute < 24; minute += 2) {
      String on = "2026-10-03T10:" + minute + ":00Z";
      flapping.add(Alerts.latency(2500.0).firing(on));
      flapping.add(Alerts.latency(null).resolved("2026-10-03T10:" + (minute + 1) + ":00Z", on));
    }
    flapping.add(Alerts.errors(0.09).firing("2026-10-03T11:00:00Z"));
    flapping.add(Alerts.latency(2100.0).firing("2026-10-04T09:00:00Z"));
    Golden.plain("timeline-brief", timeline(100, TimelineMode.BRIEF, flapping));
    assertThat(timeline(100, TimelineMode.FULL, flapping)).hasSize(2 + 1 + flapping.size());
  }

  @Test
  void hasNoHeadingForADayWhoseAlertsAreAllLeftOut() {
    List<Transition> story = new ArrayList<>();
    for (int second = 10; second < 17; second++) {
      story.add(Alerts.spend("u" + second, 4).firing("2026-10-03T23:59:" + second + "Z"));
    }
    story.add(Alerts.spend("u16", 2).resolved("2026-10-04T00:10:00Z", "2026-10-03T23:59:16Z"));
    List<String> lines =
        timeline(120, TimelineMode.BRIEF, story).stream().map(AttributedString::toString).toList();
    assertThat(lines).noneMatch(line -> line.startsWith("Sun"));
    assertThat(lines).contains("  ...      2 more alerts of user_spend");
  }

  private static List<AttributedString> timeline(
      int width, TimelineMode mode, List<Transition> story) {
    Timeline timeline = new Timeline(width, mode, Alerts.RULES, false);
    AlertHistory history = new AlertHistory();
    List<AttributedString> lines = new ArrayList<>();
    story.forEach(next -> lines.addAll(timeline.lines(next, history.add(next))));
    lines.addAll(timeline.end());
    return lines;
  }
}
