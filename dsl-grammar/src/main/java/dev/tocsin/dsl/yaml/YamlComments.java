package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.CodePointOffsets;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The comments of a YAML document: what begins with a number sign, at the beginning of a line or
 * behind a blank, outside of all texts.
 */
public final class YamlComments {
  private final Source source;
  private final String text;
  private final List<Span> comments = new ArrayList<>();

  private YamlComments(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** In the order of the text, without the line ends; none where the document cannot be read. */
  public static List<Span> of(Source source) {
    YamlComments comments = new YamlComments(source);
    if (source.text().length() > YamlLimits.LONGEST || source.text().indexOf('#') < 0) {
      return List.of();
    }
    try {
      comments.read();
    } catch (YAMLException reportedElsewhere) {
      return List.of();
    }
    return List.copyOf(comments.comments);
  }

  private void read() {
    CodePointOffsets offsets = new CodePointOffsets(text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlLimits.LONGEST);
    options.setNestingDepthLimit(YamlLimits.DEEPEST);
    Parser parser = new ParserImpl(new StreamReader(text), options);
    int from = 0;
    while (parser.peekEvent() != null) {
      Event event = parser.getEvent();
      if (event instanceof ScalarEvent scalar) {
        int start = offsets.offset(scalar.getStartMark().getIndex());
        between(from, isBlock(scalar) ? lineEnd(start) : start);
        from = offsets.offset(scalar.getEndMark().getIndex());
      }
    }
    between(from, text.length());
  }

  /** Behind the sign of a block, on the same line, may be a comment. */
  private static boolean isBlock(ScalarEvent scalar) {
    return scalar.getScalarStyle() == ScalarStyle.LITERAL
        || scalar.getScalarStyle() == ScalarStyle.FOLDED;
  }

  private void between(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean begins = i == 0 || Character.isWhitespace(text.charAt(i - 1));
      if (text.charAt(i) == '#' && begins) {
        int end = lineEnd(i);
        comments.add(new Span(source, i, i + text.substring(i, end).stripTrailing().length()));
        i = end;
      }
    }
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
