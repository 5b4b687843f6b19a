package dev.tocsin.examples.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The same lines of code in two files. */
public final class Snippet {
  private Snippet() {}

  /** All lines between tags of that name, without their common indentation. */
  public static String tagged(Path source, String tag) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    for (String line : Files.readAllLines(source)) {
      if (line.strip().equals("// tag::" + tag)) {
        inside = true;
      } else if (line.strip().equals("// end::" + tag)) {
        inside = false;
      } else if (inside) {
        text.append(line).append('\n');
      }
    }
    return text.toString().stripTrailing().stripIndent() + "\n";
  }

  /** The first block of Java after a comment of that name, or none without the comment. */
  public static Optional<String> fenced(Path markdown, String comment) throws IOException {
    List<String> lines = Files.readAllLines(markdown);
    int start = lines.indexOf("<!-- " + comment + " -->");
    if (start < 0) {
      return Optional.empty();
    }
    return Optional.of(
        lines.subList(start, lines.size()).stream()
            .dropWhile(line -> !line.equals("```java"))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }
}
