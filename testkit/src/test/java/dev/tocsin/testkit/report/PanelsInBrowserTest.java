package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands over and below the plot of a comparison. */
@ExtendWith(OneBrowser.class)
class PanelsInBrowserTest {
  private static final List<Long> TIMES =
      List.of(MadeUpReport.FROM, MadeUpReport.FROM + 600_000, MadeUpReport.FROM + 1_200_000);

  private final Browser browser;

  PanelsInBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void aThresholdOfOneNumberStandsOverThePlot() throws IOException {
    open(panel("fraction", List.of(series("", 0.05))));

    assertThat(browser.texts("#rules figcaption")).containsExactly("reading > 5%");
    assertThat(browser.texts("#rules .legend li span")).containsExactly("reading", "threshold");
  }

  @Test
  void aThresholdThatChangesIsDrawnOnceWhenAllGroupsHaveIt() throws IOException {
    open(
        panel(
            "money",
            List.of(series("user=a", List.of(1, 2, 3)), series("user=b", List.of(1, 2, 3)))));

    assertThat(browser.texts("#rules figcaption"))
        .containsExactly("reading > a threshold that changes");
    assertThat(browser.texts("#rules .legend li span"))
        .containsExactly("user=a", "user=b", "threshold");
  }

  @Test
  void eachGroupHasItsOwnThresholdWhereTheyDiffer() throws IOException {
    open(
        panel(
            "money",
            List.of(series("user=a", List.of(1, 2, 3)), series("user=b", List.of(4, 5, 6)))));

    assertThat(browser.texts("#rules .legend li span"))
        .containsExactly("user=a", "user=b", "threshold of user=a", "threshold of user=b");
  }

  @Test
  void withoutAThresholdThereIsNone() throws IOException {
    open(panel("count", List.of(Map.of("group", "", "t", TIMES, "v", Arrays.asList(1, null, 3)))));

    assertThat(browser.texts("#rules figcaption")).containsExactly("reading");
    assertThat(browser.texts("#rules .legend li span")).containsExactly("reading");
  }

  @Test
  void groupsThatAreNotDrawnAreCounted() throws IOException {
    open(
        Map.of(
            "term", "reading",
            "operator", ">",
            "unit", "count",
            "series", List.of(series("user=a", 2)),
            "more_groups", 12));

    assertThat(browser.texts("#rules figcaption small")).containsExactly(" and 12 more groups");
  }

  @Test
  void withoutSeriesItSaysSo() throws IOException {
    browser.open(report(panel("count", List.of())), 1280);

    assertThat(browser.texts("#rules figure .empty")).containsExactly("No readings.");
    assertThat(browser.console()).isEmpty();
  }

  private void open(Map<String, Object> panel) throws IOException {
    browser.open(report(panel), 1280);
    browser.await("return document.querySelector('#rules canvas') !== null");
    assertThat(browser.console()).isEmpty();
  }

  private static MadeUpReport report(Map<String, Object> panel) {
    return new MadeUpReport("replay", 30)
        .with(
            "rules",
            List.of(
                Map.of(
                    "name",
                    "a_rule",
                    "severity",
                    "warning",
                    "condition",
                    "reading > 1",
                    "fired",
                    0,
                    "waited",
                    1,
                    "had_data",
                    true,
                    "spans",
                    Map.of("pending", List.of(), "firing", List.of()),
                    "panels",
                    List.of(panel))));
  }

  private static Map<String, Object> panel(String unit, List<Map<String, Object>> series) {
    return Map.of("term", "reading", "operator", ">", "unit", unit, "series", series);
  }

  private static Map<String, Object> series(String group, Object threshold) {
    return Map.of("group", group, "t", TIMES, "v", List.of(1, 2, 3), "threshold", threshold);
  }
}
