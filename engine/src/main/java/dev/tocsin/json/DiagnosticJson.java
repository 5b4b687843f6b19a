package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a check of rule files says, as JSON: one object a line, without the line end. */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /**
   * A problem. Lines and columns count from 1, columns in characters (code points); the end is the
   * place behind the last character. {@code hint} is null where there is none.
   */
  public static String diagnostic(Diagnostic diagnostic) {
    ObjectNode json = Json.object();
    put(json, diagnostic);
    return Json.write(json);
  }

  private static void put(ObjectNode json, Diagnostic diagnostic) {
    Span span = diagnostic.span();
    Source source = span.source();
    json.put("type", "diagnostic");
    json.put("file", source.name());
    json.put("line", source.line(span.start()));
    json.put("column", source.column(span.start()));
    json.put("end_line", source.line(span.end()));
    json.put("end_column", source.column(span.end()));
    json.put("code", diagnostic.code().id());
    json.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    json.put("message", diagnostic.message());
    json.put("hint", diagnostic.hint().orElse(null));
  }

  /** All problems of rules that could not be loaded, beside the one sentence that says so. */
  public static String refused(String error, List<Diagnostic> diagnostics) {
    ObjectNode json = Json.object();
    json.put("error", error);
    ArrayNode list = json.putArray("diagnostics");
    diagnostics.forEach(diagnostic -> put(list.addObject(), diagnostic));
    return Json.write(json);
  }

  /** A file that could not be read. */
  public static String unreadable(String file, String message, Optional<String> hint) {
    ObjectNode json = Json.object();
    json.put("type", "unreadable");
    json.put("file", file);
    json.put("message", message);
    json.put("hint", hint.orElse(null));
    return Json.write(json);
  }

  /** The counts at the end. */
  public static String summary(
      int files, int rules, int errors, int warnings, int allowed, int unreadable) {
    ObjectNode json = Json.object();
    json.put("type", "summary");
    json.put("files", files);
    json.put("rules", rules);
    json.put("errors", errors);
    json.put("warnings", warnings);
    json.put("unreadable", unreadable);
    json.put("allowed", allowed);
    return Json.write(json);
  }
}
