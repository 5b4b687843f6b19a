package dev.tocsin.channels.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of docs/channels.md, which is golden. */
final class DocumentedExample {
  private static final Path PAGE = Path.of(System.getProperty("tocsin.root"), "docs/channels.md");

  private DocumentedExample() {}

  /** Compares with the block that follows a comment of that name; writes it where told to. */
  static void shown(String name, String text) throws Exception {
    String page = Files.readString(PAGE);
    Matcher block =
        Pattern.compile("(<!-- rendered " + name + " -->\n```[a-z]*\n)(.*?)\n```", Pattern.DOTALL)
            .matcher(page);
    assertThat(block.find()).as(name).isTrue();
    String rendered = text.replace("\r\n", "\n").stripTrailing();
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(
          PAGE, page.substring(0, block.start(2)) + rendered + page.substring(block.end(2)));
    } else {
      assertThat(rendered).as(name).isEqualTo(block.group(2));
    }
  }

  static String pretty(String json) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
  }
}
