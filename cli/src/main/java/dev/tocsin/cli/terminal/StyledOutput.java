package dev.tocsin.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * A stream that takes styled lines.
 *
 * @param stream where they go
 * @param colour whether styles are written or left out
 * @param width columns that a line may fill
 */
public record StyledOutput(PrintStream stream, boolean colour, int width) {

  /** Writes the lines and makes sure that they are out. */
  public void print(List<AttributedString> lines) {
    for (AttributedString line : lines) {
      stream.print(colour ? line.toAnsi() : line.toString());
      stream.print('\n');
    }
    stream.flush();
  }

  /** Writes one line as it is. */
  public void line(String text) {
    stream.print(text);
    stream.print('\n');
    stream.flush();
  }
}
