package dev.tocsin.examples.incident;

import dev.tocsin.examples.Checkout;
import dev.tocsin.examples.Golden;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OneIncidentTest {

  @Test
  void isToldOnceEscalatedAcknowledgedExplainedAndResolved() throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      OneIncident.main(
          new String[] {Checkout.EXAMPLES.resolve("incident/alert_rules.yaml").toString()});
    } finally {
      System.setOut(console);
    }
    String text =
        said.toString(StandardCharsets.UTF_8).replaceAll("127.0.0.1:[0-9]+", "127.0.0.1:PORT");
    Golden.compare("one-incident.txt", text);
  }
}
