package dev.tocsin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jline.terminal.spi.SystemStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surefire's output is a pipe, so only that side is seen here. */
class ScreensTest {

  @ParameterizedTest
  @CsvSource({"'', 100", "x, 100", "0, 100", "132, 132", "40, 80", "99999, 100"})
  void aPipeHasTheWidthOfColumnsOrAHundred(String columns, int width) {
    Screen screen = new Screens(Map.of("COLUMNS", columns)).of(SystemStream.Output);
    assertThat(screen).isEqualTo(new Screen(false, width));
  }
}
