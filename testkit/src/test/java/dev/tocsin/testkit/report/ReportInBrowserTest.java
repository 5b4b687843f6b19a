package dev.tocsin.testkit.report;

import static dev.tocsin.testkit.report.MadeUpReports.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@ExtendWith(OneBrowser.class)
class ReportInBrowserTest {
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  /** The pairs of the page's colours whose ratio by WCAG 2 is below what it asks of texts. */
  private static final String FAINT =
      """
      const light = name => {
        const ctx = document.createElement('canvas').getContext('2d');
        ctx.fillStyle = Tocsin.theme.color(name);
        ctx.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...ctx.getImageData(0, 0, 1, 1).data].map(c => c / 255)
          .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
      };
      const ratio = ([a, b]) => Math.max(light(a), light(b)) / Math.min(light(a), light(b));
      const plain = ['text', 'muted', 'accent', 'critical-text', 'warning-text', 'info-text',
        'mark-deployment', 'mark-fault', 'mark-incident'];
      return [
        ...['text', 'muted', 'accent'].map(text => [text, 'page']),
        ...plain.map(text => [text, 'surface']),
        ...['critical', 'warning', 'info'].map(level => [level + '-text', level + '-tint']),
      ].filter(pair => !(ratio(pair) >= 4.5)).map(pair => pair + ' ' + ratio(pair));
      """;

  private final Browser browser;

  ReportInBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void onAScreenInTheLight() {
    browser.media("", "light");
  }

  @Test
  void drawsItsPlotsAndSaysNothingOnTheConsole() throws IOException {
    browser.open(full(1), DESKTOP);

    browser.await("return document.querySelectorAll('.plot canvas').length >= 2");
    browser.await(
        "return [...document.querySelectorAll('.plot canvas')].every(canvas => new Set(new"
            + " Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width,"
            + " canvas.height).data.buffer)).size > 20)");

    assertThat(browser.texts("h1")).containsExactly("alert_rules.yaml on week.jsonl.gz");
    assertThat(browser.texts(".about"))
        .containsExactly("Sun, 30 Nov 2025 01:00 – 11:00 · Europe/Berlin");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void asksForNothingButItself() throws IOException {
    browser.open(full(4), DESKTOP);
    browser.await("return document.querySelectorAll('.plot canvas').length > 0");

    assertThat(browser.requests())
        .hasSize(1)
        .allSatisfy(request -> assertThat(request).contains("file:///"));
    assertThat(browser.ask("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
  }

  @Test
  void itsPolicyStopsWhateverWouldBeFetchedOrRun() throws IOException {
    browser.open(full(1), DESKTOP);

    browser.ask(
        """
        window.stopped = [];
        addEventListener('securitypolicyviolation', e => window.stopped.push(e.effectiveDirective));
        const add = (tag, change) => {
          const node = document.createElement(tag);
          change(node);
          document.body.append(node);
        };
        add('img', node => node.src = 'http://127.0.0.1:9/x.png');
        add('script', node => node.textContent = 'window.ran = 1');
        add('style', node => node.textContent = 'body { display: none }');
        fetch('http://127.0.0.1:9/').catch(() => {});
        """);
    browser.await("return window.stopped.length === 4");

    assertThat(browser.ask("return window.stopped.sort().join()"))
        .isEqualTo("connect-src,img-src,script-src-elem,style-src-elem");
    assertThat(browser.ask("return window.ran === undefined")).isEqualTo(true);
  }

  @Test
  void runsNothingThatStandsInTexts() throws IOException {
    String text = "</script><img src=x onerror=\"window.ran = 1\"><b onmouseover='ran = 1'>x";
    browser.open(MadeUpReports.naming(text), text, DESKTOP);
    browser.await("return document.querySelectorAll('.plot canvas').length >= 2");

    assertThat(browser.ask("return window.ran === undefined")).isEqualTo(true);
    assertThat(browser.count("img, main b[onmouseover]")).isZero();
    assertThat(browser.driver().getTitle()).isEqualTo(text);
    assertThat(browser.texts("h1")).containsExactly(text);
    assertThat(browser.texts(".lane-name, #messages .text, .mark-text"))
        .filteredOn(text::equals)
        .hasSize(3);
    assertThat(browser.console()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 390", "200, 390", "1, 1280", "200, 1280"})
  void isNeverWiderThanTheScreen(int rules, int width) throws IOException {
    browser.open(full(rules), width);
    String over =
        "const page = document.documentElement; return page.scrollWidth - page.clientWidth";

    assertThat(browser.ask(over)).isEqualTo(0L);
    browser.ask("document.querySelector('#timeline .plot').scrollIntoView()");
    browser.await("return document.querySelector('#timeline canvas') !== null");
    assertThat(browser.ask(over)).isEqualTo(0L);
  }

  @Test
  void drawsOfTwoHundredRulesOnlyWhatIsSeen() throws IOException {
    browser.open(full(200).alerts(4_900), PHONE);

    assertThat(browser.count(".card.rule")).isEqualTo(200);
    assertThat(browser.count(".plot canvas")).isLessThan(10);
    assertThat(browser.count(".span")).isLessThan(4_000);

    browser.ask("document.getElementById('rule-196').scrollIntoView()");
    browser.await("return document.querySelector('#rule-196 canvas') !== null");
  }

  @Test
  void aRuleThatIsFoldedAwayIsOpenedByItsLink() throws IOException {
    browser.open(full(8), DESKTOP);
    assertThat(browser.find("#rule-6").isDisplayed()).isFalse();

    browser.find("#rules td a[href='#rule-6']").click();

    browser.await("return document.querySelector('#rule-6 canvas') !== null");
    assertThat(browser.find("#rule-6").isDisplayed()).isTrue();
  }

  @Test
  void aLaneOfTheTimelineLeadsToItsRule() throws IOException {
    browser.open(full(8), DESKTOP);

    browser.find(".lane[href='#rule-4']").click();

    browser.await("return document.activeElement.id === 'rule-4'");
    browser.await("return document.querySelector('#rule-4 canvas') !== null");
  }

  @Test
  void anAlertOfTheTableLeadsToItsTimeAndRule() throws IOException {
    browser.open(full(8), DESKTOP);

    browser.find("#alerts button.link").click();

    browser.await("return document.activeElement.id === 'rule-0'");
    assertThat(browser.texts(".zoom-bar span")).containsExactly("02:42:00 – 06:09:00");
  }

  @Test
  void theKeyboardZoomsAPlot() throws IOException {
    browser.open(full(1), DESKTOP);
    browser.await("return document.querySelector('#rule-0 canvas') !== null");
    WebElement plot = browser.find("#rule-0 .uplot");

    plot.sendKeys(Keys.ARROW_RIGHT);
    browser.await("return document.querySelector('#rule-0 .legend .at').textContent !== ''");
    plot.sendKeys("+");
    assertThat(browser.texts(".zoom-bar span")).containsExactly("03:30:00 – 08:30:00");

    plot.sendKeys(Keys.ESCAPE);
    assertThat(browser.find(".zoom-bar").isDisplayed()).isFalse();
  }

  @Test
  void draggingOverAPlotZoomsAllUntilReset() throws IOException {
    browser.open(full(1), DESKTOP);
    browser.await("return document.querySelectorAll('.plot canvas').length >= 2");
    String bar = "return document.querySelector('.span.firing').style.left";
    String traffic = "return document.querySelector('#timeline canvas').toDataURL()";
    Object barBefore = browser.ask(bar);
    Object trafficBefore = browser.ask(traffic);

    browser.drag("#rule-0 .u-over", 0.2, 0.5);
    browser.await("return !document.querySelector('.zoom-bar').hidden");
    browser.await("return Tocsin.zoom.range()[1] - Tocsin.zoom.range()[0] < 4 * 3600 * 1000");

    assertThat(browser.ask(bar)).isNotEqualTo(barBefore);
    assertThat(browser.ask(traffic)).isNotEqualTo(trafficBefore);

    browser.find("#reset-zoom").click();
    browser.await("return document.querySelector('.zoom-bar').hidden");

    assertThat(browser.ask(bar)).isEqualTo(barBefore);
    browser.ask("document.activeElement.blur()");
    assertThat(browser.ask(traffic)).isEqualTo(trafficBefore);
  }

  @Test
  void theCursorShowsTimeAndValues() throws IOException {
    browser.open(full(1), DESKTOP);
    browser.await("return document.querySelector('#rule-0 canvas') !== null");

    browser.hover("#rule-0 .u-over", 0.5);

    browser.await("return document.querySelector('#rule-0 .legend .at').textContent !== ''");
    assertThat(browser.texts("#rule-0 .legend .at")).containsExactly("06:00:00");
    assertThat(browser.texts("#rule-0 .legend b")).containsExactly("1s", "1.4s");
  }

  @Test
  void isPrintedInTheLightWithAllItsPlots() throws IOException {
    browser.open(full(8), DESKTOP);
    browser.find("[data-choose-theme=dark]").click();
    assertThat(browser.ask("return document.querySelector('#quality canvas')")).isNull();
    browser.ask(
        "addEventListener('beforeprint', () => window.printed ="
            + " document.documentElement.dataset.theme)");

    browser.command("Page.printToPDF", Map.of());

    assertThat(browser.ask("return window.printed")).isEqualTo("light");
    assertThat(browser.ask("return document.documentElement.dataset.theme")).isEqualTo("dark");
    assertThat(
            browser.count("#rules > .rules .plot:not(:has(canvas)), #cost .plot:not(:has(canvas))"))
        .isZero();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void paperHasNoButtons() throws IOException {
    browser.open(full(4), DESKTOP);

    browser.media("print", "light");

    assertThat(browser.find("nav").isDisplayed()).isFalse();
    assertThat(browser.find(".themes").isDisplayed()).isFalse();
    assertThat(browser.find("#alerts .tools").isDisplayed()).isFalse();
    assertThat(browser.find("#alerts table").isDisplayed()).isTrue();
  }

  @Test
  void followsTheColoursOfTheSystemUnlessToldOtherwise() throws IOException {
    browser.open(full(1), DESKTOP);
    String background = "return getComputedStyle(document.body).backgroundColor";
    Object light = browser.ask(background);

    browser.media("", "dark");
    Object dark = browser.ask(background);
    assertThat(dark).isNotEqualTo(light);

    browser.find("[data-choose-theme=light]").click();
    assertThat(browser.ask(background)).isEqualTo(light);
    assertThat(browser.find("[data-choose-theme=light]").getDomAttribute("aria-pressed"))
        .isEqualTo("true");

    browser.media("", "light");
    browser.find("[data-choose-theme=dark]").click();
    assertThat(browser.ask(background)).isEqualTo(dark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textsStandOutFromWhatIsBehindThem(String theme) throws IOException {
    browser.open(full(1), DESKTOP);
    browser.find("[data-choose-theme=" + theme + "]").click();

    assertThat(browser.ask(FAINT)).asInstanceOf(LIST).isEmpty();
  }

  @Test
  void withoutAnythingItSaysSoInWords() throws IOException {
    browser.open(new MadeUpReport("replay", 30), DESKTOP);

    assertThat(browser.texts(".empty"))
        .contains(
            "Nothing fired.",
            "The file has no rules.",
            "No quality scores were recorded.",
            "No message was sent.");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void withoutScriptsItSaysWhatIsMissing() throws IOException {
    browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.open(full(1), DESKTOP);
      assertThat(browser.find("noscript").getText()).contains("JavaScript, which is off here");
    } finally {
      browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void failuresComeFirst() throws IOException {
    browser.open(MadeUpReports.failing(), DESKTOP);

    assertThat(browser.texts("main h2").get(0)).isEqualTo("Failures");
    assertThat(browser.texts(".failure code"))
        .containsExactly("latency_test.yaml:7:9", "latency_test.yaml:19:9");

    browser.find(".failure button.link").click();

    assertThat(browser.texts(".zoom-bar span")).containsExactly("01:10:30 – 01:13:30");
    assertThat(browser.texts("nav a").get(0)).isEqualTo("Failures");
  }
}
