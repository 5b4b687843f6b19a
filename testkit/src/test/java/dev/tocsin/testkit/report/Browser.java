package dev.tocsin.testkit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** Held, as loggers are forgotten else: it warns of browsers newer than the driver's protocol. */
  private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools");

  private final Path folder;
  private final ChromeDriver driver;

  private Browser(Path folder, ChromeDriver driver) {
    this.folder = folder;
    this.driver = driver;
  }

  /** What would have to be installed first. */
  static List<String> missing() {
    return Stream.of(CHROMIUM, DRIVER)
        .filter(needed -> !Files.isExecutable(needed))
        .map(Path::toString)
        .toList();
  }

  static Browser start(Path folder) {
    PROTOCOL.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1",
        "--user-data-dir=" + folder.resolve("profile"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
    return new Browser(folder, driver);
  }

  /** Opens the page of a document in a view of that width. */
  void open(MadeUpReport report, int width) throws IOException {
    open(report, "A report", width);
  }

  void open(MadeUpReport report, String title, int width) throws IOException {
    StringBuilder page = new StringBuilder();
    HtmlPage.write(report.json(), title, page);
    Path file = Files.createTempFile(folder, "report", ".html");
    Files.writeString(file, page);
    size(width);
    console();
    requests();
    driver.get(file.toUri().toString());
  }

  void size(int width) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /** What is seen of a page when printed or in another colour scheme. */
  void media(String type, String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            type,
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  Map<String, Object> command(String name, Map<String, Object> arguments) {
    return driver.executeCdpCommand(name, arguments);
  }

  /** Asks the page: the body of a function. */
  @Nullable Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Presses on one share of the width of an element and lets go on another. */
  void drag(String selector, double from, double to) {
    WebElement over = find(selector);
    int width = over.getSize().getWidth();
    new Actions(driver)
        .moveToElement(over, shift(width, from), 0)
        .clickAndHold()
        .moveToElement(over, shift(width, to), 0)
        .release()
        .perform();
  }

  void hover(String selector, double at) {
    WebElement over = find(selector);
    new Actions(driver).moveToElement(over, shift(over.getSize().getWidth(), at), 0).perform();
  }

  private static int shift(int width, double share) {
    return (int) (width * (share - 0.5));
  }

  long count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<String> texts(String selector) {
    Object texts =
        ask(
            "return [...document.querySelectorAll(arguments[0])].map(node => node.textContent)",
            selector);
    return ((List<?>) Objects.requireNonNull(texts)).stream().map(String::valueOf).toList();
  }

  /** Waits until the page says true, ten seconds at most. */
  void await(String script) {
    driver.executeAsyncScript(
        "const done = arguments[0]; const is = () => {"
            + script
            + "}; const check = () => is() ? done() : requestAnimationFrame(check); check();");
  }

  /** What stood on the console since last asked. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** The addresses that were asked for since last asked. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .toList();
  }

  ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
