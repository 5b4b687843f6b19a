package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Bounds a document before nodes are made of it. SnakeYAML has these limits too, but does not say
 * where they are passed.
 */
public final class YamlLimits {
  /** Characters of one file: about ten thousand rules. */
  static final int LONGEST = 3_000_000;

  static final int DEEPEST = 20;
  static final int MOST_ALIASES = 10_000;

  private final NodeSpans spans;
  private final Diagnostics diagnostics;

  public YamlLimits(NodeSpans spans, Diagnostics diagnostics) {
    this.spans = spans;
    this.diagnostics = diagnostics;
  }

  /** Before anything is made of the text, even positions in it. */
  public static boolean isTooLong(Source source, Diagnostics diagnostics) {
    boolean tooLong = source.text().length() > LONGEST;
    if (tooLong) {
      diagnostics.error(
          Code.YAML_LIMIT,
          new Span(source, 0, 0),
          "the file is too large: at most " + LONGEST + " characters");
    }
    return tooLong;
  }

  /** Reads to the end; whether the document is one and within the limits. */
  public boolean hold(Parser parser) {
    int depth = 0;
    int aliases = 0;
    int documents = 0;
    while (parser.peekEvent() != null) {
      Event event = parser.getEvent();
      if (event instanceof DocumentStartEvent && ++documents > 1) {
        return broken(
            event,
            Code.MULTIPLE_DOCUMENTS,
            "a second document begins here, but a rule file holds one");
      }
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        return broken(event, Code.YAML_LIMIT, "too deeply nested: at most " + DEEPEST + " levels");
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event instanceof AliasEvent && ++aliases > MOST_ALIASES) {
        return broken(
            event, Code.YAML_LIMIT, "too many aliases: at most " + MOST_ALIASES + " in a file");
      }
    }
    return true;
  }

  private boolean broken(Event event, Code code, String message) {
    diagnostics.error(code, spans.at(event.getStartMark()), message);
    return false;
  }
}
