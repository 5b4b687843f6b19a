package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the page writes numbers and times. */
@ExtendWith(OneBrowser.class)
class FormatsInBrowserTest {
  private final Browser browser;

  FormatsInBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void open(Browser browser) throws IOException {
    browser.open(new MadeUpReport("replay", 60 * 24 * 3), 1280);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          duration | 0         | 0s
          duration | 0.25      | 0.3ms
          duration | 850       | 850ms
          duration | 1840      | 1.84s
          duration | 90000     | 1m 30s
          duration | 120000    | 2m
          duration | 59999.9   | 1m
          duration | 119999.8  | 2m
          duration | 7505000   | 2h 5m
          duration | 273600000 | 3d 4h
          duration | -90000    | -1m 30s
          money    | 1.234     | $1.23
          money    | 1234.5    | $1,234.50
          money    | 0.00123   | $0.0012
          money    | 0         | $0.00
          money    | -2.5      | -$2.50
          fraction | 0.25      | 25%
          fraction | 0.0123    | 1.23%
          tokens   | 120000    | 120,000
          count    | 3         | 3
          score    | 0.87654   | 0.877
          number   | 3.14159   | 3.142
          number   | 12345.678 | 12,346
          """)
  void valuesStandInTheirUnit(String unit, double value, String written) {
    assertThat(browser.ask("return Tocsin.format.value(arguments[0], arguments[1])", value, unit))
        .isEqualTo(written);
  }

  @Test
  void whatIsAbsentIsADash() {
    for (String unit : List.of("duration", "money", "fraction", "count", "score", "number")) {
      assertThat(browser.ask("return Tocsin.format.value(null, arguments[0])", unit))
          .isEqualTo("–");
    }
  }

  @Test
  void timesAreThoseOfTheZone() {
    assertThat(browser.ask("return Tocsin.format.time(arguments[0])", MadeUpReport.FROM))
        .isEqualTo("30 Nov 01:00:00");
  }

  @Test
  void aZoneThatTheBrowserDoesNotKnowIsUtc() throws IOException {
    browser.open(new MadeUpReport("replay", 30).with("zone", "Mars/Base"), 1280);

    assertThat(browser.texts(".about")).containsExactly("Sun, 30 Nov 2025 00:00 – 00:30 · UTC");
    open(browser);
  }
}
