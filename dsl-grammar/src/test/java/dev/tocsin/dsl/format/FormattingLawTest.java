package dev.tocsin.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Whatever the style, the meaning and the comments stay; SnakeYAML says what both are. */
class FormattingLawTest {
  private static final List<String> TEXTS =
      List.of(
          "a",
          "5m",
          "true",
          "1",
          "0x1f",
          "12:30",
          "$5",
          "a b",
          "it's",
          "\"so\"",
          "a: b",
          "a #b",
          "- a",
          "[a]",
          "{{ value }}",
          "a, b",
          "~",
          "",
          " a ",
          "caf\u00e9",
          "back\\slash",
          "$(p)",
          "* a",
          "!a",
          "%a",
          "a:",
          ":",
          "#",
          "null",
          "2026-01-01",
          "1e3",
          "\ud83d\ude00");

  private static final List<String> CONDITIONS =
      List.of(
          "daily_cost>1",
          "model == \"x\"  and error_rate > 5%",
          "(p95( latency ) over 10m > 2s)",
          "count()>=$(p)",
          "not (error_rate>1.50)");

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anyStyleBecomesOne(@ForAll long seed) {
    Random random = new Random(seed);
    String messy = MessyText.of(document(random), random);
    Formatted formatted = Formatter.rules(new Source("a.yaml", messy));
    assertThat(formatted).as(messy).isInstanceOf(Formatted.Canonical.class);
    String text = ((Formatted.Canonical) formatted).text();
    assertThat(meaning(text)).as(messy).isEqualTo(meaning(messy));
    assertThat(comments(text)).as(messy).containsExactlyInAnyOrderElementsOf(comments(messy));
    assertThat(Formatter.rules(new Source("a.yaml", text))).as(messy).isEqualTo(formatted);
    assertThat(text).endsWith("\n").doesNotContain("\n\n\n");
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void anyTextIsFormattedOrRefused(@ForAll("texts") String text) {
    Formatted formatted = Formatter.rules(new Source("a.yaml", text));
    if (formatted instanceof Formatted.Canonical canonical) {
      assertThat(nodes(canonical.text())).as(text).containsExactlyInAnyOrderElementsOf(nodes(text));
      assertThat(Formatter.rules(new Source("a.yaml", canonical.text()))).isEqualTo(formatted);
    }
    assertThat(Formatter.tests(new Source("a_test.yaml", text))).isNotNull();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "a", "b: ", "- ", "\n", "\n  ", "\n    ", "\n", "[", "]", "{", "}", ", ", ": ", "# c",
            " #d", "&x ", "*x", "!!str ", "? ", "|", ">", "|+", "|2-", "\"", "'", "\\", "<<: ",
            "\t", " ", "%", "---", "...", "\r\n", "1", "~", "$(p)", "\u00e9", "\u2028");
    Arbitrary<String> some = piece.list().ofMaxSize(25).map(each -> String.join("", each));
    return Arbitraries.oneOf(
        some,
        some.map(each -> "rules: []\nx-a:\n  " + each),
        some.map(each -> each + "\nrules: []"),
        Arbitraries.strings().ofMaxLength(40));
  }

  private static Map<String, Object> document(Random random) {
    Map<String, Object> document = new LinkedHashMap<>();
    List<Object> rules = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      rules.add(rule("r" + i, random));
    }
    document.put("rules", rules);
    document.put("x-any", any(random, 3));
    if (random.nextBoolean()) {
      document.put(
          "metrics",
          Map.of(
              "m",
              "sum( cost ) per day",
              "n",
              Map.of("expression", "avg(latency)", "tier", "daily")));
    }
    if (random.nextBoolean()) {
      document.put(
          "defaults", Map.of("severity", "warning", "labels", Map.of("team", label(random))));
    }
    return document;
  }

  private static Map<String, Object> rule(String name, Random random) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("name", name);
    rule.put("condition", CONDITIONS.get(random.nextInt(CONDITIONS.size())).replace("$(p)", "5"));
    if (random.nextBoolean()) {
      rule.put("channels", List.of("slack", "email"));
    }
    if (random.nextBoolean()) {
      rule.put("labels", Map.of("a", label(random), "b", "c"));
    }
    if (random.nextBoolean()) {
      rule.put("for", "5m");
    }
    return rule;
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** One that is a text in any style, and no placeholder. */
  private static String label(Random random) {
    String text = text(random);
    return text.matches("~|null||.*[{].*") ? "b" : text;
  }

  private static Object any(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 1 : 3)) {
      case 0 -> text(random);
      case 1 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(any(random, depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put("k" + i, any(random, depth - 1));
        }
        yield map;
      }
    };
  }

  /** As SnakeYAML loads it; spaces in conditions are not compared. */
  private static Object meaning(String text) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return spaceless(loaded, false);
  }

  private static Object spaceless(Object value, boolean expression) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach(
          (key, each) ->
              all.put(
                  key,
                  spaceless(each, List.of("condition", "m", "expression", "where").contains(key))));
      return all;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> spaceless(each, false)).toList();
    }
    return expression && value instanceof String written ? written.replaceAll("\\s", "") : value;
  }

  /** What SnakeYAML finds in a text, whatever the order of keys. */
  private static List<String> nodes(String text) {
    ParserImpl parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
    List<String> nodes = new ArrayList<>();
    while (parser.peekEvent() != null) {
      Event event = parser.getEvent();
      if (event instanceof ScalarEvent scalar) {
        nodes.add(scalar.getAnchor() + " " + scalar.getTag() + " " + scalar.getValue());
      } else if (event instanceof NodeEvent node) {
        nodes.add(event.getEventId() + " " + node.getAnchor());
      }
    }
    return nodes;
  }

  private static List<String> comments(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(true);
    ParserImpl parser = new ParserImpl(new StreamReader(text), options);
    List<String> comments = new ArrayList<>();
    while (parser.peekEvent() != null) {
      if (parser.getEvent() instanceof CommentEvent comment
          && comment.getCommentType() != CommentType.BLANK_LINE) {
        comments.add(comment.getValue().stripTrailing());
      }
    }
    return comments;
  }
}
