package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {
  @TempDir Path folder;

  @Test
  void rulesMetricsAndLabelsComeTogetherThoseOfIncludedFilesFirst() throws IOException {
    write("team/cost.yaml", "include: [../base.yaml]\nrules: [{name: cost, condition: a > 1}]");
    write(
        "base.yaml",
        """
        metrics: {a: sum(cost) per day}
        external_labels: {cluster: eu, team: search}
        evaluate_every: 30s
        defaults: {severity: info}
        rules: [{name: base, condition: a > 2}]
        """);
    write(
        "rules.yaml",
        """
        include: [team/cost.yaml, base.yaml]
        external_labels: {cluster: eu, stage: prod}
        evaluate_every: 10s
        rules: [{name: own, condition: a > 3}]
        """);
    RuleFile file = good("rules.yaml");
    assertThat(file.rules())
        .extracting(rule -> rule.name().value())
        .containsExactly("base", "cost", "own");
    assertThat(file.metrics()).hasSize(1);
    assertThat(file.externalLabels().keySet()).containsExactly("cluster", "team", "stage");
    assertThat(file.evaluateEvery()).map(every -> every.value().toString()).contains("PT10S");
    RuleDefinition base = file.rules().get(0);
    assertThat(base.severity()).map(Located::value).contains("info");
    assertThat(base.evaluateEvery()).map(every -> every.value().toString()).contains("PT30S");
    assertThat(file.rules().get(2).severity()).as("defaults stay in their file").isEmpty();
  }

  @Test
  void aNameInTwoFilesNamesBothPlaces() throws IOException {
    write("a.yaml", "metrics: {m: count()}\nrules: [{name: x, condition: m > 1}]");
    write(
        "rules.yaml",
        "include: [a.yaml]\nmetrics: {m: count()}\nrules: [{name: x, condition: m > 1}]");
    assertThat(errors("rules.yaml"))
        .containsExactly(
            "a.yaml:1:11: TC107 duplicate metric 'm', first in rules.yaml:2:11",
            "a.yaml:2:16: TC106 duplicate rule 'x', first in rules.yaml:3:16");
  }

  @Test
  void anotherValueOfAnExternalLabelIsAConflict() throws IOException {
    write("a.yaml", "external_labels: {cluster: eu}\nrules: []");
    write("rules.yaml", "include: [a.yaml]\nexternal_labels: {cluster: us}");
    assertThat(errors("rules.yaml"))
        .containsExactly(
            "rules.yaml:2:28: TC115 the external label 'cluster' is already 'eu' in a.yaml:1:28");
  }

  @Test
  void aCycleIsToldWhereItCloses() throws IOException {
    write("a.yaml", "include: [sub/b.yaml]");
    write("sub/b.yaml", "include: [../a.yaml]");
    assertThat(errors("a.yaml"))
        .containsExactly(
            "sub/b.yaml:1:11: TC118 this file includes itself: a.yaml -> sub/b.yaml -> a.yaml");
    write("self.yaml", "include: self.yaml");
    assertThat(errors("self.yaml"))
        .containsExactly("self.yaml:1:10: TC118 this file includes itself: self.yaml -> self.yaml");
  }

  @Test
  void filesThatCannotBeReadAreToldWhereTheyAreNamed() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    write("rules.yaml", "include: [none.yaml, sub, \"a\\0b\"]\nrules: []");
    assertThat(errors("rules.yaml"))
        .containsExactly(
            "rules.yaml:1:11: TC117 cannot read 'none.yaml': no such file",
            "rules.yaml:1:22: TC117 cannot read 'sub': Is a directory",
            "rules.yaml:1:27: TC117 cannot read 'a\0b': not a path");
  }

  @Test
  void whatIsWrongInsideAnIncludedFileIsToldThere() throws IOException {
    write("a.yaml", "rules: [{name: x, condition: a >}]");
    Files.write(folder.resolve("b.yaml"), "# für".getBytes(StandardCharsets.ISO_8859_1));
    write("rules.yaml", "include: [a.yaml, b.yaml]\nrules: [{name: y, condition: a = 1}]");
    assertThat(found("rules.yaml").all())
        .extracting(found -> found.span().toString())
        .containsExactly(
            path("a.yaml:1:33"), path("b.yaml:1:1"), path("b.yaml:1:4"), path("rules.yaml:2:32"));
  }

  @Test
  void depthAndNumberHaveLimits() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("deep" + i + ".yaml", "include: [deep" + (i + 1) + ".yaml]");
    }
    assertThat(errors("deep0.yaml"))
        .containsExactly("deep10.yaml:1:11: TC119 too many files: at most 10 files deep");
    StringBuilder many = new StringBuilder("include:\n");
    for (int i = 0; i < 120; i++) {
      write("many" + i + ".yaml", "metrics: {m" + i + ": count()}");
      many.append("  - many" + i + ".yaml\n");
    }
    write("rules.yaml", many.toString());
    assertThat(errors("rules.yaml"))
        .hasSize(21)
        .first()
        .isEqualTo("rules.yaml:101:5: TC119 too many files: at most 100 files together");
  }

  @Test
  void anotherSourceOfTextsCanStandBehindIt() {
    Map<String, String> texts = Map.of("a", "rules: [{name: x, condition: m > 1}]");
    IncludedFiles files =
        new IncludedFiles() {
          @Override
          public dev.tocsin.dsl.Source open(String from, String name, Diagnostics diagnostics)
              throws IOException {
            if (!texts.containsKey(name)) {
              throw new IOException("not packed");
            }
            return new dev.tocsin.dsl.Source(name, texts.get(name));
          }

          @Override
          public String identity(String sourceName) {
            return sourceName;
          }
        };
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file =
        RuleFileReader.read(
            new dev.tocsin.dsl.Source("root", "include: [a, b]"), files, diagnostics);
    assertThat(file.rules()).hasSize(1);
    assertThat(diagnostics.all())
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(Code.INCLUDE_UNREADABLE);
  }

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private RuleFile good(String name) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file = RuleFileReader.read(folder.resolve(name), diagnostics);
    assertThat(diagnostics.all()).extracting(DiagnosticText::render).isEmpty();
    return file;
  }

  private Diagnostics found(String name) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    RuleFileReader.read(folder.resolve(name), diagnostics);
    return diagnostics;
  }

  /** Without the folder. */
  private List<String> errors(String name) throws IOException {
    return found(name).all().stream()
        .map(found -> found.span() + ": " + found.code().id() + " " + found.message())
        .map(text -> text.replace(folder + "/", ""))
        .toList();
  }

  private String path(String name) {
    return folder + "/" + name;
  }
}
