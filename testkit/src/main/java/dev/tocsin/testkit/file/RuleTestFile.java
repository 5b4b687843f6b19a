package dev.tocsin.testkit.file;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.Packs;
import dev.tocsin.dsl.testfile.TestDefinition;
import dev.tocsin.dsl.testfile.TestFile;
import dev.tocsin.dsl.testfile.TestFileReader;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.TraceException;
import dev.tocsin.testkit.events.GeneratedTrace;
import dev.tocsin.testkit.fault.Faults;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.TraceInput;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads {@code alert_rules_test.yaml}: from text to tests that can be run. */
public final class RuleTestFile {
  /** When generated events begin where a test does not say. */
  private static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  private final Path path;
  private final TestFile file;
  private final Diagnostics diagnostics;
  private final TraceFormats formats;
  private final Map<Path, FileTrace> traces = new HashMap<>();
  private final Set<Path> named = new LinkedHashSet<>();

  private RuleTestFile(Path path, TestFile file, TraceFormats formats, Diagnostics diagnostics) {
    this.path = path;
    this.file = file;
    this.formats = formats;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a test file, with its rules, for all that is wrong in it.
   *
   * @throws IOException when the file cannot be read; what is wrong inside it, and files it names
   *     that cannot be read, are diagnostics
   */
  public static CheckedTests check(Path path) throws IOException {
    return check(path, TraceFormats.discovered());
  }

  /** The same, with traces in some formats. */
  public static CheckedTests check(Path path, TraceFormats formats) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    TestFile file = TestFileReader.read(path, diagnostics);
    return new RuleTestFile(path, file, formats, diagnostics).check();
  }

  private CheckedTests check() {
    ZoneId zone = zone();
    List<Path> ruleFiles = ruleFiles();
    Optional<CheckedRules> rules = rules(ruleFiles);
    Optional<Plan> plan = rules.flatMap(CheckedRules::plan);
    List<RuleTest> tests = new ArrayList<>();
    if (rules.isPresent() && plan.isPresent()) {
      RuleNames names = RuleNames.of(rules.get().file(), plan.get());
      for (TestDefinition test : file.tests()) {
        new ExpectationNames(names, diagnostics).check(test.expect());
        tests.addAll(tests(test, plan.get(), ruleFiles, zone));
      }
    }
    boolean wrong = diagnostics.hasErrors();
    return new CheckedTests(
        path, sources(rules), rules, wrong ? List.of() : tests, diagnostics.all());
  }

  private List<Path> sources(Optional<CheckedRules> rules) {
    Set<Path> sources = new LinkedHashSet<>(named);
    rules.ifPresent(
        checked ->
            checked.file().sources().stream()
                .map(Source::name)
                .filter(name -> !Packs.isPack(name))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .forEach(sources::add));
    return List.copyOf(sources);
  }

  private List<RuleTest> tests(TestDefinition test, Plan plan, List<Path> ruleFiles, ZoneId zone) {
    Optional<Plan> values = ValueRules.plan(path, ruleFiles, test.expect(), diagnostics);
    List<RuleTest> tests = new ArrayList<>();
    for (TraceInput trace : inputs(test, plan, zone)) {
      Optional<Instant> start = start(trace);
      start.ifPresent(time -> new ExpectationTimes(time, zone, diagnostics).check(test));
      Faults faults =
          Faults.of(
              test.inject(), start.orElse(Instant.EPOCH), zone, plan.scoresRead(), diagnostics);
      tests.add(new RuleTest(plan, test, trace, zone, faults, values));
    }
    return tests;
  }

  /** None of a trace that cannot be read: its test fails, and says so. */
  private static Optional<Instant> start(TraceInput trace) {
    try {
      return Optional.of(trace.start());
    } catch (TraceException e) {
      return Optional.empty();
    }
  }

  private List<TraceInput> inputs(TestDefinition test, Plan plan, ZoneId zone) {
    List<TraceInput> inputs = new ArrayList<>();
    if (!test.events().isEmpty()) {
      Instant start =
          test.start().map(time -> time.value().in(DEFAULT_START, zone)).orElse(DEFAULT_START);
      inputs.add(GeneratedTrace.of(test.events(), start, zone, plan.scoresRead(), diagnostics));
    }
    for (Located<String> name : test.traces()) {
      existing(name, "a trace")
          .filter(found -> canBeReadAgain(found, name))
          .ifPresent(
              found ->
                  inputs.add(traces.computeIfAbsent(found, each -> new FileTrace(each, formats))));
    }
    return inputs;
  }

  private boolean canBeReadAgain(Path trace, Located<String> name) {
    boolean can = Files.isRegularFile(trace);
    if (!can) {
      diagnostics.error(
          Code.INCLUDE_UNREADABLE,
          name.span(),
          "'" + name.value() + "' can be read only once, and its beginning is read once more",
          "write it to a file first");
    }
    return can;
  }

  private List<Path> ruleFiles() {
    return file.rules().stream().flatMap(name -> existing(name, "a rule file").stream()).toList();
  }

  private Optional<CheckedRules> rules(List<Path> files) {
    if (files.isEmpty() || files.size() < file.rules().size()) {
      return Optional.empty();
    }
    try {
      CheckedRules checked =
          files.size() == 1
              ? Rules.check(files.get(0))
              : Rules.checkWithIncludes(path + " (rules)", including(files));
      checked.diagnostics().stream()
          .filter(each -> each.severity() == Level.ERROR)
          .forEach(diagnostics::add);
      return Optional.of(checked);
    } catch (IOException e) {
      diagnostics.error(
          Code.INCLUDE_UNREADABLE,
          file.rules().get(0).span(),
          "cannot read '" + file.rules().get(0).value() + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  private String including(List<Path> files) {
    return files.stream()
        .map(each -> "'" + nextToThis(each).toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "include: [", "]\n"));
  }

  /** So named that messages call it as they do where it is the only one. */
  private Path nextToThis(Path file) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    return file.isAbsolute() || folder == null
        ? file
        : folder.relativize(file.toAbsolutePath().normalize());
  }

  /** A file that the test file names; one that is not there is reported. */
  private Optional<Path> existing(Located<String> name, String what) {
    Optional<Path> found = Optional.empty();
    try {
      found = Optional.of(path.toAbsolutePath().resolveSibling(name.value()).normalize());
    } catch (InvalidPathException e) {
      // told below
    }
    found.map(this::shortened).ifPresent(named::add);
    if (found.filter(Files::isReadable).filter(each -> !Files.isDirectory(each)).isEmpty()) {
      diagnostics.error(
          Code.INCLUDE_UNREADABLE,
          name.span(),
          "there is no " + what.substring(2) + " '" + name.value() + "'",
          NearFiles.hint(found).or(() -> Optional.of("names are relative to the test file")));
      return Optional.empty();
    }
    return found.map(this::shortened);
  }

  /** As short as the name of the test file is. */
  private Path shortened(Path absolute) {
    if (path.isAbsolute()) {
      return absolute;
    }
    Path here = Path.of("").toAbsolutePath();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }

  private ZoneId zone() {
    if (file.zone().isEmpty()) {
      return ZoneOffset.UTC;
    }
    Located<String> written = file.zone().get();
    try {
      return ZoneId.of(written.value());
    } catch (DateTimeException e) {
      diagnostics.error(
          Code.BAD_ZONE,
          written.span(),
          "'" + written.value() + "' is not a zone",
          "as in: zone: Europe/Berlin");
      return ZoneOffset.UTC;
    }
  }
}
