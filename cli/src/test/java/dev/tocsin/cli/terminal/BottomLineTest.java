package dev.tocsin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BottomLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final BottomLine line = new BottomLine(stream, 80);

  @Test
  void makesRoomForLinesAboveAndIsDrawnAgain() {
    line.accept("50%");
    line.above(() -> stream.print("alert\n"));
    assertThat(written()).isEqualTo("<erase>50%<erase>alert\n<erase>50%");
  }

  @Test
  void isNotDrawnBeforeThereIsSomethingToShow() {
    line.above(() -> stream.print("alert\n"));
    assertThat(written()).isEqualTo("alert\n");
  }

  @Test
  void leavesNothingBehindAndStaysClosed() {
    line.accept("50%");
    line.close();
    line.accept("51%");
    line.close();
    assertThat(written()).isEqualTo("<erase>50%<erase>");
  }

  @Test
  void leavesRoomForTheEchoOfAKey() {
    assertThat(line.getMaxRenderedLength()).isEqualTo(77);
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\033[K", "<erase>");
  }
}
