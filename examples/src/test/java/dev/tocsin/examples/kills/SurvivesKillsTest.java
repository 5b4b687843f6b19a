package dev.tocsin.examples.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SurvivesKillsTest {

  @Test
  void oneAlertOutlivesThreeProcesses() throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      SurvivesKills.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("recovered nothing was stored yet")
        .contains("1 pending, 0 firing")
        .contains("so it did.")
        .contains("0 pending, 1 firing")
        .contains("firing -> inactive")
        .contains("One alert, three processes.");
  }
}
