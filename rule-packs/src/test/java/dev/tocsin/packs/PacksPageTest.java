package dev.tocsin.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.rulefile.Packs;
import dev.tocsin.dsl.rulefile.Parameter;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/packs.md against the packs; {@code -Dtocsin.update-golden=true} writes it anew. */
class PacksPageTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path PAGE = ROOT.resolve("docs/packs.md");
  private static final String BEGIN = "<!-- packs -->\n";
  private static final String END = "<!-- /packs -->\n";

  @Test
  void thePageSaysWhatThePacksAre() throws IOException {
    StringBuilder packs = new StringBuilder();
    for (String name : Packs.names()) {
      packs.append(PackText.of(name));
    }
    String page = Files.readString(PAGE);
    String expected =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + packs
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(PAGE, expected);
      page = expected;
    }
    assertThat(page).isEqualTo(expected);
  }

  @Test
  void itsExampleLoads() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = page.substring(start, page.indexOf("```", start));
    assertThat(Rules.check("example.yaml", example).diagnostics())
        .extracting(DiagnosticText::render)
        .isEmpty();
  }

  @Test
  void everyPackIsListedAndSaysWhatItAndItsParametersAre() throws IOException {
    Path folder = ROOT.resolve("rule-packs/src/main/resources/dev/tocsin/packs");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(
              Packs.names().stream().map(name -> name + ".yaml").toList());
    }
    for (String name : Packs.names()) {
      var source = Packs.open(Packs.source(name));
      assertThat(source.text()).startsWith("# ");
      assertThat(
              RuleFileReader.read(source, new dev.tocsin.dsl.diagnostic.Diagnostics()).parameters())
          .as(name)
          .isNotEmpty()
          .extracting(Parameter::description)
          .doesNotContain("");
    }
  }
}
