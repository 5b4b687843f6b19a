package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportInBrowserTest {
  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void drawsItsPlotsAndSaysNothingOnTheConsole() throws IOException {
    browser.open(full(1), 1280);

    browser.await("return document.querySelectorAll('.plot canvas').length >= 2");

    assertThat(browser.texts("h1")).containsExactly("alert_rules.yaml on week.jsonl.gz");
    assertThat(browser.console()).isEmpty();
  }

  private static MadeUpReport full(int rules) {
    return new MadeUpReport("replay", 600).rules(rules).traffic().marks();
  }
}
