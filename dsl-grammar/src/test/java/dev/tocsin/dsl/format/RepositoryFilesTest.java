package dev.tocsin.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import dev.tocsin.dsl.testfile.TestFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule file and test file of the repository, those inside its pages too. */
class RepositoryFilesTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");
  private static final List<String> FORMATTED = List.of("examples", "rule-packs/src");

  private static final RecursiveComparisonConfiguration WITHOUT_POSITIONS =
      RecursiveComparisonConfiguration.builder()
          .withIgnoredFieldsOfTypes(Span.class, Source.class)
          .withIgnoredFieldsMatchingRegexes(".*\\.offsets") // of texts in the file
          .withStrictTypeChecking(true)
          .build();

  @TestFactory
  Stream<DynamicTest> keepTheirMeaningAndAreFormattedOnce() throws IOException {
    return sources().stream()
        .map(source -> DynamicTest.dynamicTest(source.name(), () -> holds(source)));
  }

  @Test
  void mostOfThemCanBeFormatted() throws IOException {
    long formatted =
        sources().stream()
            .filter(source -> formatted(source) instanceof Formatted.Canonical)
            .count();
    assertThat(formatted).isGreaterThan(60);
  }

  @TestFactory
  Stream<DynamicTest> examplesAndPacksAreFormatted() {
    return FORMATTED.stream()
        .flatMap(folder -> yaml(ROOT.resolve(folder)).stream())
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.name(),
                    () ->
                        assertThat(formatted(source))
                            .as("./tocsin fmt " + source.name())
                            .isEqualTo(new Formatted.Canonical(source.text()))));
  }

  private static void holds(Source source) {
    if (!(formatted(source) instanceof Formatted.Canonical canonical)) {
      return;
    }
    Source again = new Source(source.name(), canonical.text());
    assertThat(loaded(again)).usingRecursiveComparison(WITHOUT_POSITIONS).isEqualTo(loaded(source));
    assertThat(formatted(again)).isEqualTo(canonical);
  }

  private static Object loaded(Source source) {
    Diagnostics diagnostics = new Diagnostics();
    return Formatter.isTests(source.text())
        ? TestFileReader.read(source, diagnostics)
        : RuleFileReader.read(source, diagnostics);
  }

  private static Formatted formatted(Source source) {
    return Formatter.isTests(source.text()) ? Formatter.tests(source) : Formatter.rules(source);
  }

  private static List<Source> sources() throws IOException {
    List<Source> sources = new ArrayList<>(yaml(ROOT));
    for (Path page : below(ROOT.resolve("docs"), ".md")) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        sources.add(new Source(ROOT.relativize(page) + ":" + block.start(), block.group(1)));
      }
    }
    return sources;
  }

  private static List<Source> yaml(Path folder) {
    try {
      List<Source> sources = new ArrayList<>();
      for (Path file : below(folder, ".yaml")) {
        sources.add(new Source(ROOT.relativize(file).toString(), Files.readString(file)));
      }
      return sources;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> below(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending) && !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
