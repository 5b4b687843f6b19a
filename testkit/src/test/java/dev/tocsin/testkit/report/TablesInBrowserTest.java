package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@ExtendWith(OneBrowser.class)
class TablesInBrowserTest {
  private static final String ROWS = "#alerts tbody tr";

  private final Browser browser;

  TablesInBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() throws IOException {
    browser.media("", "light");
    MadeUpReport report = new MadeUpReport("replay", 600).rules(4).alerts(997);
    browser.open(report, 1280);
  }

  @Test
  void numbersSortAsNumbersInBothDirections() {
    WebElement samples = header("Samples");

    samples.click();
    assertThat(samples("descending")).isSortedAccordingTo(Comparator.reverseOrder()).contains(1039);

    samples.click();
    assertThat(samples("ascending")).isSorted().contains(40, 99, 100);
  }

  @Test
  void theKeyboardSortsToo() {
    header("Samples").sendKeys(Keys.ENTER);

    assertThat(samples("descending")).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void rowsWithoutAValueStayLast() {
    WebElement fired = header("Fired");
    fired.click();
    assertThat(browser.texts("#alerts tbody td:nth-child(3)").get(0)).startsWith("01:00");

    browser.find("#alerts .more").click();
    fired.click();

    assertThat(browser.texts("#alerts tbody td:nth-child(3)")).last().isEqualTo("–");
  }

  @Test
  void filtersByWordsAndBySeverity() {
    browser.find("#alerts input[type=search]").sendKeys("rule_1");
    assertThat(browser.texts(ROWS)).hasSize(1).allMatch(row -> row.contains("rule_1"));
    assertThat(browser.texts("#alerts .count")).containsExactly("1 of 1,000");

    browser.find("#alerts input[type=search]").clear();
    browser.find("#alerts input[type=search]").sendKeys("still");
    assertThat(browser.texts("#alerts .count")).containsExactly("1 of 1,000");

    browser.find("#alerts option[value=warning]").click();
    assertThat(browser.texts(ROWS)).containsExactly("Nothing matches.");
  }

  @Test
  void showsTheFirstRowsUntilAskedForAll() {
    assertThat(browser.count(ROWS)).isEqualTo(200);

    browser.find("#alerts .more").click();

    assertThat(browser.count(ROWS)).isEqualTo(1_000);
    assertThat(browser.find("#alerts .more").isDisplayed()).isFalse();
  }

  private WebElement header(String label) {
    return browser.driver().findElements(By.cssSelector("#alerts th button")).stream()
        .filter(button -> button.getText().startsWith(label))
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> samples(String direction) {
    assertThat(browser.count("#alerts th[aria-sort=" + direction + "]")).isEqualTo(1);
    String number =
        "return [...document.querySelectorAll('#alerts th')].findIndex(head =>"
            + " head.textContent === 'Samples') + 1";
    return browser.texts("#alerts tbody td:nth-child(" + browser.ask(number) + ")").stream()
        .map(text -> Integer.valueOf(text.replace(",", "")))
        .toList();
  }
}
