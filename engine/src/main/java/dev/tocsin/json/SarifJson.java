package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.lint.allow.Allowances;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Problems of rule files as a SARIF log. Source: OASIS, "Static Analysis Results Interchange Format
 * (SARIF) Version 2.1.0".
 */
public final class SarifJson {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifJson() {}

  /**
   * A log with one run.
   *
   * @param problems in the order in which they are to be shown
   * @param allowed warnings that comments allow, shown as suppressed results
   * @param unreadable what could not be read at all, in words
   */
  public static String log(
      List<Diagnostic> problems, List<Allowances.Allowed> allowed, List<String> unreadable) {
    ObjectNode log = Json.object();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "tocsin");
    ArrayNode rules = driver.putArray("rules");
    TreeSet<String> codes = new TreeSet<>();
    problems.forEach(problem -> codes.add(problem.code().id()));
    allowed.forEach(each -> codes.add(each.diagnostic().code().id()));
    codes.forEach(code -> rules.addObject().put("id", code));
    if (!unreadable.isEmpty()) {
      ObjectNode invocation = run.putArray("invocations").addObject();
      invocation.put("executionSuccessful", false);
      ArrayNode notes = invocation.putArray("toolExecutionNotifications");
      unreadable.forEach(
          text -> notes.addObject().put("level", "error").putObject("message").put("text", text));
    }
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode results = run.putArray("results");
    problems.forEach(problem -> put(results.addObject(), problem));
    allowed.forEach(each -> put(results.addObject(), each));
    return Json.write(log);
  }

  private static void put(ObjectNode result, Allowances.Allowed allowed) {
    put(result, allowed.diagnostic());
    ObjectNode suppression = result.putArray("suppressions").addObject();
    suppression.put("kind", "inSource");
    suppression.put("status", "accepted");
    String until = "until " + allowed.by().until();
    suppression.put(
        "justification", allowed.by().reason().map(why -> until + ": " + why).orElse(until));
  }

  private static void put(ObjectNode result, Diagnostic problem) {
    result.put("ruleId", problem.code().id());
    result.put("level", problem.severity() == Level.ERROR ? "error" : "warning");
    String hint = problem.hint().map(text -> " (" + text + ")").orElse("");
    result.putObject("message").put("text", problem.message() + hint);
    Span span = problem.span();
    Source source = span.source();
    ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", uri(source.name()));
    ObjectNode region = place.putObject("region");
    region.put("startLine", source.line(span.start()));
    region.put("startColumn", source.column(span.start()));
    region.put("endLine", source.line(span.end()));
    region.put("endColumn", source.column(span.end()));
  }

  /** Relative where the name is, so that it is found in the repository. */
  private static String uri(String name) {
    Path path = Path.of(name);
    String encoded = path.toUri().getRawPath();
    String here = Path.of("").toUri().getRawPath();
    boolean below = !path.isAbsolute() && encoded.startsWith(here);
    return below ? encoded.substring(here.length()) : "file://" + encoded;
  }
}
