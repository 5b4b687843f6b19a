package dev.tocsin.testkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report says, read from its file as a browser does. */
public final class Reported {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  private Reported() {}

  /** The document in a file. */
  public static JsonNode in(Path file) throws IOException {
    Matcher data = DATA.matcher(Files.readString(file));
    if (!data.find()) {
      throw new AssertionError("no data in " + file);
    }
    return new ObjectMapper().readTree(data.group(1));
  }
}
