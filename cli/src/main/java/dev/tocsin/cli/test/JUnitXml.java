package dev.tocsin.cli.test;

import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.expect.MissText;
import dev.tocsin.testkit.file.Outcome;
import dev.tocsin.testkit.report.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as build servers read them, after the schema that Maven's Surefire writes. */
final class JUnitXml {
  private static final double MILLIS = 1_000.0;

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(List<FileResult> files, Path to) throws IOException {
    WholeFile.write(to, out -> write(files, out));
  }

  private static void write(List<FileResult> files, OutputStream out) throws IOException {
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new JUnitXml(writer).suites(files);
      writer.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void suites(List<FileResult> files) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    for (FileResult file : files) {
      suite(file);
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(FileResult file) throws XMLStreamException {
    long failures = file.results().stream().filter(each -> isFailure(each.outcome())).count();
    long errors =
        file.results().stream().filter(each -> each.outcome().error().isPresent()).count();
    boolean broken = file.checked().hasErrors();
    Duration took =
        file.results().stream().map(TestResult::took).reduce(Duration.ZERO, Duration::plus);
    line(1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", valid(file.checked().file().toString()));
    xml.writeAttribute("tests", String.valueOf(file.results().size() + (broken ? 1 : 0)));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", String.valueOf(errors + (broken ? 1 : 0)));
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", seconds(took));
    if (broken) {
      broken(file);
    }
    for (TestResult result : file.results()) {
      test(file, result);
    }
    line(1);
    xml.writeEndElement();
  }

  private static boolean isFailure(Outcome outcome) {
    return !outcome.misses().isEmpty();
  }

  private void broken(FileResult file) throws XMLStreamException {
    begin(file, "loads", Duration.ZERO);
    String text =
        file.checked().diagnostics().stream()
            .map(each -> DiagnosticText.render(each, false))
            .collect(Collectors.joining("\n"));
    problem("error", "the file has errors", text);
    end();
  }

  private void test(FileResult file, TestResult result) throws XMLStreamException {
    Outcome outcome = result.outcome();
    begin(file, outcome.test().fullName(), result.took());
    if (outcome.error().isPresent()) {
      problem("error", outcome.error().get(), outcome.error().get());
    } else if (isFailure(outcome)) {
      Miss first = outcome.misses().get(0);
      problem("failure", MissText.sentence(first), text(outcome));
    }
    end();
  }

  private void begin(FileResult file, String name, Duration took) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", valid(file.checked().file().toString()));
    xml.writeAttribute("name", valid(name));
    xml.writeAttribute("time", seconds(took));
  }

  private void problem(String element, String message, String text) throws XMLStreamException {
    line(3);
    xml.writeStartElement(element);
    xml.writeAttribute("message", valid(message));
    xml.writeCharacters(valid(text));
    xml.writeEndElement();
    line(2);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private static String text(Outcome outcome) {
    Replay replay = outcome.replay().orElseThrow();
    return outcome.misses().stream()
        .map(miss -> MissText.of(miss, replay))
        .collect(Collectors.joining("\n\n"));
  }

  /** Without characters that XML cannot hold. */
  private static String valid(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.3f", took.toMillis() / MILLIS);
  }
}
