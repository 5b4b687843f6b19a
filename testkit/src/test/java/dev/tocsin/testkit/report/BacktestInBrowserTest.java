package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a report says of a backtest, whose JSON is that of {@code tocsin backtest}. */
@ExtendWith(OneBrowser.class)
class BacktestInBrowserTest {
  private static final int DESKTOP = 1280;

  private final Browser browser;

  BacktestInBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() throws IOException {
    browser.media("", "light");
    browser.open(MadeUpReports.full(4), DESKTOP);
  }

  private String cells(String table, int row) {
    return String.join(
        " | ",
        browser.texts("#backtest [aria-label='" + table + "'] tbody tr:nth-child(" + row + ") td"));
  }

  @Test
  void addsUpBySeverityAndReceiver() {
    assertThat(cells("severities", 1))
        .isEqualTo("critical | 2 | 1 | 25m 8s | 10m 40s | 20m 10s | 1");
    assertThat(cells("receivers", 1)).startsWith("oncall | – | 18 | 5");
    assertThat(browser.find("#backtest").getText()).contains("25%", "Came back");
  }

  @Test
  void saysHowIncidentsWereNoticed() {
    assertThat(cells("incidents", 1))
        .startsWith("INC-204 slow answers")
        .endsWith("rule_0 | 1m 35s");
    assertThat(cells("incidents", 2)).contains("1h 30m").endsWith("nobody | –");
    assertThat(browser.find("#backtest").getText())
        .contains("85.7%", "Outside of the trace: the day after");
  }

  @Test
  void marksTheValueOfTheFileInASweepAndNamesThoseThatCouldNotBeTried() {
    assertThat(cells("settings", 1)).isEqualTo("1.0s | 40 | 1h 6m | 80 | 40% | 100%");
    assertThat(cells("settings", 3)).startsWith("1.4s (now) | 36");
    assertThat(browser.find("#backtest").getText())
        .contains("Sweep of the threshold of rule_0, now 1.4s")
        .contains("Not with 3s: 'warning' must be rarer");
    assertThat(browser.console()).isEmpty();
  }
}
