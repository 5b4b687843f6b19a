package dev.tocsin.plan.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.lint.LintContext;
import dev.tocsin.lint.allow.Allowance;
import dev.tocsin.lint.allow.Allowances;
import dev.tocsin.plan.KnownNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds docs/diagnostics.md and the codes together: each code has one section, whose example gives
 * that code alone and the message shown. {@code -Dtocsin.update-golden=true} writes the messages
 * anew.
 */
class DiagnosticsPageTest {
  private static final Path PAGE =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")), "docs", "diagnostics.md");
  private static final Pattern SECTION =
      Pattern.compile(
          "^## (TC\\d{3}): .*?^```yaml\\n(.*?)^```\\n\\n```console\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 2);
  private static final String NAME = "alert_rules.yaml";
  private static final KnownNames NAMES =
      new KnownNames(
          Optional.of(Set.of("slack", "email", "pagerduty")),
          Optional.of(Set.of("rollback_prompt")),
          FieldCatalog.BUILT_IN);

  /** More than may include each other. */
  private static final int DEEP = 40;

  @TempDir private static Path folder = Path.of("");

  private record Section(String id, String yaml, String console) {}

  /** What the examples include. */
  @BeforeAll
  static void included() throws IOException {
    Files.writeString(
        folder.resolve("team.yaml"),
        "{external_labels: {team: search}, metrics: {calls: count() per day}}\n");
    Files.writeString(folder.resolve("routes.yaml"), "routes: {channels: [slack]}\n");
    for (int i = 1; i < DEEP; i++) {
      Files.writeString(folder.resolve("deep" + i + ".yaml"), "include: deep" + (i + 1) + ".yaml");
    }
  }

  @Test
  void everyCodeHasItsSection() throws IOException {
    assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates();
    assertThat(sections().map(Section::id).toList())
        .as("sections of docs/diagnostics.md, in the order of the codes")
        .containsExactlyElementsOf(Arrays.stream(Code.values()).map(Code::id).sorted().toList());
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    if (Boolean.getBoolean("tocsin.update-golden")) {
      update();
    }
    return sections()
        .filter(DiagnosticsPageTest::isOfRules)
        .map(section -> DynamicTest.dynamicTest(section.id(), () -> holds(section)));
  }

  /** Those of test files and of recorded traffic are held by the testkit. */
  private static boolean isOfRules(Section section) {
    return !section.id().startsWith("TC6") && !section.id().matches("TC71[1-3]");
  }

  private static void holds(Section section) {
    List<Diagnostic> found = check(section);
    assertThat(found).extracting(d -> d.code().id()).containsExactly(section.id());
    assertThat(text(found)).isEqualTo(section.console());
  }

  private static void update() throws IOException {
    Matcher matcher = SECTION.matcher(Files.readString(PAGE));
    Files.writeString(
        PAGE,
        matcher.replaceAll(
            match -> {
              Section section = new Section(match.group(1), match.group(2), "");
              if (!isOfRules(section)) {
                return Matcher.quoteReplacement(match.group());
              }
              int before = match.start(3) - match.start();
              String told = match.group().substring(0, before) + text(check(section)) + "```";
              return Matcher.quoteReplacement(told);
            }));
  }

  private static Stream<Section> sections() throws IOException {
    return SECTION
        .matcher(Files.readString(PAGE))
        .results()
        .map(match -> new Section(match.group(1), match.group(2), match.group(3)));
  }

  private static String text(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
            .map(DiagnosticText::render)
            .map(text -> text.replace(folder + "/", ""))
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static List<Diagnostic> check(Section section) {
    CheckedRules checked = checked(section);
    return section.id().startsWith("TC7")
        ? linted(checked, context(section))
        : checked.diagnostics();
  }

  private static List<Diagnostic> linted(CheckedRules checked, LintContext context) {
    Diagnostics found = new Diagnostics();
    checked.diagnostics().forEach(found::add);
    Rules.lint(checked, context).forEach(found::add);
    Allowances allowances = Allowances.of(checked.file(), TODAY);
    Allowances.Sifted sifted = allowances.sift(found.all());
    return Stream.of(
            sifted.told(),
            allowances.problems(),
            sifted.unneeded().stream().map(Allowance::unneeded).toList())
        .flatMap(List::stream)
        .toList();
  }

  /** Two look for something only where an option of the command says where the rules run. */
  private static LintContext context(Section section) {
    boolean sampled = section.id().equals(Code.SAMPLED_CALLS.id());
    boolean several = section.id().equals(Code.TOTAL_OF_ONE_PROCESS.id());
    return new LintContext(sampled, several ? 3 : 1, false);
  }

  private static CheckedRules checked(Section section) {
    boolean latin = section.id().equals(Code.NOT_UTF8.id());
    Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    try {
      Path file = Files.writeString(folder.resolve(NAME), section.yaml(), charset);
      return Rules.check(file, NAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
