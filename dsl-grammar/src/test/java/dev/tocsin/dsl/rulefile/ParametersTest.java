package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.ExprPrinter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static final String TEAM =
      """
      parameters:
        threshold: {default: 2s, description: Slower is too slow.}
        hold: 5m
        prefix: ""
        channels: [slack]
        model: gpt-4o
        on: true
      metrics:
        $(prefix)slow: ratio(latency > $(threshold))
      rules:
        - name: $(prefix)slow_answers
          condition: '$(prefix)slow over 10m > 5% and p95(latency) where model == "$(model)" over 10m > $(threshold)'
          for: $(hold)
          enabled: $(on)
          channels: [email, $(channels)]
          labels: {limit: $(threshold)}
          annotations: {summary: "{{ value }} is more than $(threshold), not $$(threshold)"}
      inhibit:
        - {source: ['rule = $(prefix)outage'], target: [rule = $(prefix)slow_answers]}
      """;

  private final Map<String, String> texts = new LinkedHashMap<>();

  @Test
  void defaultsStandWhereNothingIsGiven() {
    RuleDefinition rule = good(TEAM).rules().get(0);
    assertThat(rule.name().value()).isEqualTo("slow_answers");
    assertThat(condition(rule))
        .isEqualTo("slow over 10m > 5% and p95(latency) where model == \"gpt-4o\" over 10m > 2s");
    assertThat(rule.forDuration().orElseThrow().value()).hasMinutes(5);
    assertThat(rule.channels()).extracting(Located::value).containsExactly("email", "slack");
  }

  @Test
  void aPlaceIsReadWithTheValuesAndWrittenWithThePlaceholders() {
    RuleDefinition rule = good(TEAM).rules().get(0);
    Span second = ((Expr.And) rule.condition()).operands().get(1).span();
    assertThat(second.text()).isEqualTo("p95(latency) where model == \"gpt-4o\" over 10m > 2s");
    assertThat(second.written())
        .isEqualTo("p95(latency) where model == \"$(model)\" over 10m > $(threshold)");
    Span hold = rule.forDuration().orElseThrow().span();
    assertThat(hold.text()).isEqualTo("5m");
    assertThat(hold.written()).isEqualTo("$(hold)");
  }

  @Test
  void valuesOfAnIncludeReachEveryPartOfTheFile() {
    texts.put("team.yaml", TEAM);
    RuleFile file =
        good(
            """
            include:
              - file: team.yaml
                parameters:
                  {threshold: 3s, hold: 0s, prefix: search_, channels: [ops, cto], model: "4", on: no}
            """);
    RuleDefinition rule = file.rules().get(0);
    assertThat(file.metrics().get(0).name().value()).isEqualTo("search_slow");
    assertThat(rule.name().value()).isEqualTo("search_slow_answers");
    assertThat(condition(rule))
        .isEqualTo("search_slow over 10m > 5% and p95(latency) where model == \"4\" over 10m > 3s");
    assertThat(rule.channels()).extracting(Located::value).containsExactly("email", "ops", "cto");
    assertThat(rule.enabled()).isFalse();
    assertThat(file.routing().inhibitions().get(0).target().get(0).value().text())
        .isEqualTo("search_slow_answers");
  }

  @Test
  void oneFileCanBeIncludedTwiceWhenItsNamesDiffer() {
    texts.put("team.yaml", TEAM);
    RuleFile file =
        good("include: [team.yaml, team.yaml, {file: team.yaml, parameters: {prefix: b_}}]");
    assertThat(file.rules())
        .extracting(rule -> rule.name().value())
        .containsExactly("slow_answers", "b_slow_answers");
    assertThat(errors("include: [team.yaml, {file: team.yaml, parameters: {hold: 1m}}]"))
        .contains("duplicate rule 'slow_answers', first in team.yaml:11:11")
        .contains("the file is included twice: give names a parameter");
  }

  @Test
  void parametersArePassedOn() {
    texts.put("team.yaml", TEAM);
    texts.put(
        "search.yaml",
        """
        parameters: {limit: 7s, who: [a]}
        include: {file: team.yaml, parameters: {threshold: $(limit), channels: $(who)}}
        """);
    RuleDefinition rule =
        good("include: {file: search.yaml, parameters: {limit: 9s, who: [b, c]}}").rules().get(0);
    assertThat(condition(rule)).endsWith("> 9s");
    assertThat(rule.channels()).extracting(Located::value).containsExactly("email", "b", "c");
  }

  @Test
  void whatIsWrongWithAValueIsToldWhereItIsGiven() {
    texts.put("team.yaml", TEAM);
    assertThat(
            errors(
                """
                include:
                  - file: team.yaml
                    parameters: {treshold: 3s, hold: $5, channels: slack, model: [a], other: 1}
                """))
        .isEqualTo(
            """
            alert_rules.yaml:3:18: error TC127: 'team.yaml' has no parameter 'treshold'
              3 |     parameters: {treshold: 3s, hold: $5, channels: slack, model: [a], other: 1}
                |                  ^^^^^^^^
              = hint: did you mean 'threshold'?
            alert_rules.yaml:3:38: error TC129: 'hold' is a duration, not an amount of money
              3 |     parameters: {treshold: 3s, hold: $5, channels: slack, model: [a], other: 1}
                |                                      ^^
              = hint: as in: hold: 5m
            alert_rules.yaml:3:52: error TC129: 'channels' is a list of texts, not a text
              3 |     parameters: {treshold: 3s, hold: $5, channels: slack, model: [a], other: 1}
                |                                                    ^^^^^
              = hint: as in: channels: [slack]
            alert_rules.yaml:3:66: error TC129: 'model' is a text, not a list of texts
              3 |     parameters: {treshold: 3s, hold: $5, channels: slack, model: [a], other: 1}
                |                                                                  ^^^
              = hint: as in: model: gpt-4o
            alert_rules.yaml:3:71: error TC127: 'team.yaml' has no parameter 'other'
              3 |     parameters: {treshold: 3s, hold: $5, channels: slack, model: [a], other: 1}
                |                                                                       ^^^^^
              = hint: its parameters are channels, hold, model, on, prefix, threshold
            """);
  }

  @Test
  void aParameterWithoutADefaultMustBeGiven() {
    String text =
        "parameters: {limit: {description: How much.}}\n"
            + "rules: [{name: a, condition: daily_cost > $(limit)}]";
    texts.put("cost.yaml", text);
    assertThat(errors(text))
        .startsWith("alert_rules.yaml:1:14: error TC128: the parameter 'limit'");
    assertThat(errors("include: [cost.yaml]"))
        .startsWith("alert_rules.yaml:1:11: error TC128: the parameter 'limit' has no value")
        .contains("give it: {file: cost.yaml, parameters: {limit: ...}}");
    RuleFile file = good("include: {file: cost.yaml, parameters: {limit: $10}}");
    assertThat(condition(file.rules().get(0))).isEqualTo("daily_cost > $10");
  }

  @Test
  void aParameterWithoutADefaultSaysWhatItTakes() {
    texts.put(
        "cost.yaml",
        """
        parameters:
          limit: {kind: money, description: How much.}
          hold: {kind: duration}
          channels: {kind: list}
          note: {kind: text}
        rules:
          - name: a
            condition: daily_cost > $(limit)
            for: $(hold)
            channels: $(channels)
            description: $(note)
        """);
    RuleFile file =
        good(
            "include: {file: cost.yaml, parameters:"
                + " {limit: $10, hold: 5m, channels: [slack], note: 5}}");
    assertThat(condition(file.rules().get(0))).isEqualTo("daily_cost > $10");
    assertThat(
            errors(
                "include: {file: cost.yaml, parameters: {limit: 5%, hold: soon, channels: slack}}"))
        .isEqualTo(
            """
            alert_rules.yaml:1:17: error TC128: the parameter 'note' has no value
              1 | include: {file: cost.yaml, parameters: {limit: 5%, hold: soon, channels: slack}}
                |                 ^^^^^^^^^
              = hint: give it: {file: cost.yaml, parameters: {note: search}}
            alert_rules.yaml:1:48: error TC129: 'limit' is an amount of money, not a share
              1 | include: {file: cost.yaml, parameters: {limit: 5%, hold: soon, channels: slack}}
                |                                                ^^
              = hint: as in: limit: $10
            alert_rules.yaml:1:58: error TC129: 'hold' is a duration, not a text
              1 | include: {file: cost.yaml, parameters: {limit: 5%, hold: soon, channels: slack}}
                |                                                          ^^^^
              = hint: as in: hold: 5m
            alert_rules.yaml:1:74: error TC129: 'channels' is a list of texts, not a text
              1 | include: {file: cost.yaml, parameters: {limit: 5%, hold: soon, channels: slack}}
                |                                                                          ^^^^^
              = hint: as in: channels: [slack, email]
            """);
  }

  @Test
  void aDefaultIsOfTheKindThatIsSaid() {
    String rules = "rules: [{name: a, condition: daily_cost > $(limit)}]\n";
    assertThat(errors("parameters: {limit: {kind: money, default: 5m}}\n" + rules))
        .startsWith(
            "alert_rules.yaml:1:44: error TC129:"
                + " 'limit' is an amount of money, but its default is a duration")
        .contains("hint: as in: default: $10");
    assertThat(errors("parameters: {limit: {kind: mony, default: $5}}\n" + rules))
        .contains("error TC113: unknown kind 'mony': one of duration, money,", "'money'?");
    good("parameters: {limit: {kind: text, default: $5}}\n" + rules);
    texts.put("cost.yaml", "parameters: {limit: {kind: text, default: $5}}\n" + rules);
    good("include: {file: cost.yaml, parameters: {limit: $6}}");
  }

  @Test
  void aValueOutsideOfWhatAParameterTakesIsToldWhereItIsGiven() {
    texts.put(
        "slow.yaml",
        """
        parameters:
          objective: {default: 99%, min: 93.1%, max: 99.999%}
          limit: {kind: money, max: $5}
          threshold: {min: 100ms, max: 1m}
          factor: {default: 2, min: -1.5}
        rules:
          - name: a
            condition: >-
              ratio(latency > $(threshold)) over 1h > 14.4 * (100% - $(objective))
              and avg(cost) over 1h > $(limit) and count() over 1h > $(factor)
        """);
    assertThat(
            errors(
                "include: {file: slow.yaml, parameters:"
                    + " {objective: 90%, limit: $5.01, threshold: 2h, factor: -2}}"))
        .isEqualTo(
            """
            alert_rules.yaml:1:52: error TC129: 'objective' must be at least 93.1%
              1 | include: {file: slow.yaml, parameters: {objective: 90%, limit: $5.01, threshold: 2h, factor: -2}}
                |                                                    ^^^
              = hint: it takes 93.1% to 99.999%
            alert_rules.yaml:1:64: error TC129: 'limit' must be at most $5
              1 | include: {file: slow.yaml, parameters: {objective: 90%, limit: $5.01, threshold: 2h, factor: -2}}
                |                                                                ^^^^^
            alert_rules.yaml:1:82: error TC129: 'threshold' must be at most 1m
              1 | include: {file: slow.yaml, parameters: {objective: 90%, limit: $5.01, threshold: 2h, factor: -2}}
                |                                                                                  ^^
              = hint: it takes 100ms to 1m
            alert_rules.yaml:1:94: error TC129: 'factor' must be at least -1.5
              1 | include: {file: slow.yaml, parameters: {objective: 90%, limit: $5.01, threshold: 2h, factor: -2}}
                |                                                                                              ^^
            """);
    assertThat(errors("include: {file: slow.yaml, parameters: {limit: $1, threshold: 5}}"))
        .contains("'threshold' is a duration, not a number");
    good("include: {file: slow.yaml, parameters: {objective: 93.10%, limit: $5, threshold: 0.1s}}");
    good("include: {file: slow.yaml, parameters: {limit: -$1, threshold: 60s, factor: -1.5}}");
  }

  @Test
  void theEndsOfARangeAreOfTheKindOfTheParameter() {
    String rules = "\nrules: [{name: a, condition: daily_cost > $(limit), description: $(text)}]\n";
    assertThat(
            errors(
                "parameters: {limit: {default: $5, min: 1, max: $1m}, text: {default: a, max: b}}"
                    + rules))
        .contains("TC129: 'limit' is an amount of money, but its 'min' is a number")
        .contains("hint: as in: min: $10")
        .contains("TC129: 'limit' is an amount of money, but its 'max' is a text")
        .contains("TC129: 'text' is a text, which has no 'max'");
    assertThat(errors("parameters: {limit: {default: $5, min: $6}, text: a}" + rules))
        .startsWith("alert_rules.yaml:1:31: error TC129: 'limit' must be at least $6");
    assertThat(errors("parameters: {limit: {default: $5, min: $6, max: $4}, text: a}" + rules))
        .startsWith(
            "alert_rules.yaml:1:49: error TC129: no value of 'limit' is at least $6 and at most $4")
        .doesNotContain("must be");
  }

  @Test
  void aParameterThatNothingUsesIsDoubtful() {
    assertThat(
            errors(
                """
                parameters:
                  threshold: {default: $10}
                  window: {kind: duration}
                  list: [a]
                  name: a
                  escaped: b
                  given: 5m
                include: [{pack: of-a-test, parameters: {prefix: $(given)}}]
                rules:
                  - name: $(name)
                    condition: daily_cost > 10
                    channels: $(list)
                    labels: {text: $$(escaped)}
                """))
        .contains(
            """
            alert_rules.yaml:2:3: warning TC130: nothing in this file uses the parameter 'threshold'
              2 |   threshold: {default: $10}
                |   ^^^^^^^^^
              = hint: write $(threshold) where its value belongs, or leave it out
            """,
            "warning TC130: nothing in this file uses the parameter 'window'",
            "warning TC130: nothing in this file uses the parameter 'escaped'")
        .doesNotContain("parameter 'list'", "parameter 'name'", "parameter 'given'");
  }

  @Test
  void aPlaceholderThatNothingStandsForIsToldWhereItStands() {
    assertThat(
            errors(
                """
                parameters: {threshold: 2s, channels: [slack]}
                rules:
                  - name: a
                    condition: p95(latency) over 10m > $(treshold)
                    description: of $(channels)
                """))
        .isEqualTo(
            """
            alert_rules.yaml:4:40: error TC127: there is no parameter 'treshold' in this file
              4 |     condition: p95(latency) over 10m > $(treshold)
                |                                        ^^^^^^^^^^^
              = hint: did you mean 'threshold'?
            alert_rules.yaml:5:21: error TC129: 'channels' is a list, which cannot stand inside a text
              5 |     description: of $(channels)
                |                     ^^^^^^^^^^^
              = hint: as in: channels: $(channels)
            """);
  }

  @Test
  void whatIsWrongBehindAPlaceholderIsToldAtItsPlace() {
    assertThat(
            errors(
                """
                parameters: {window: 10m}
                rules: [{name: a, condition: p95(latency) over $(window) >> 2s}]
                """))
        .startsWith("alert_rules.yaml:2:59: error TC201");
  }

  @Test
  void filesWithoutParametersMayHoldWhatLooksLikeOne() {
    RuleFile file =
        good("rules: [{name: a, condition: daily_cost > 1, labels: {command: $(date)}}]");
    assertThat(file.rules().get(0).labels().keySet()).containsExactly("command");
    assertThat(file.parameters()).isEmpty();
  }

  @Test
  void packsAreFoundOnTheClassPath() throws IOException {
    RuleFile file = good("include: [pack:of-a-test, {pack: of-a-test, parameters: {prefix: b_}}]");
    assertThat(file.rules())
        .extracting(rule -> rule.name().value())
        .containsExactly("many_calls", "b_many_calls");
    assertThat(Packs.names()).containsExactly("of-a-test");
    RuleFile again = RuleTexts.of(file).read(new Diagnostics());
    assertThat(again.rules()).hasSize(2);
    assertThat(errors("include: pack:of-a-tset"))
        .contains("cannot read 'pack:of-a-tset': there is no such pack; did you mean 'of-a-test'?");
    assertThat(errors("include: pack:../secret")).contains("there is no such pack; there are of-a");
  }

  @Test
  void rulesFromATextCanIncludePacksButNoFiles() {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file =
        RuleFileReader.read(new Source("text", "include: [pack:of-a-test, a.yaml]"), diagnostics);
    assertThat(file.rules()).hasSize(1);
    assertThat(diagnostics.all())
        .extracting(each -> each.message())
        .containsExactly("rules given as a text cannot include files");
  }

  @Test
  void anIncludeIsAFileOrAPack() {
    assertThat(errors("include: [{parameters: {a: 1}}, {file: a, pack: b}, {packs: a}]"))
        .contains("alert_rules.yaml:1:11: error TC102: an include needs either 'file' or 'pack'")
        .contains("alert_rules.yaml:1:33: error TC102: an include needs either 'file' or 'pack'")
        .contains("unknown key 'packs' in an include");
  }

  private RuleFile good(String text) {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file = read(text, diagnostics);
    assertThat(diagnostics.all()).extracting(DiagnosticText::render).isEmpty();
    return file;
  }

  private String errors(String text) {
    Diagnostics diagnostics = new Diagnostics();
    read(text, diagnostics);
    StringBuilder all = new StringBuilder();
    diagnostics.all().forEach(each -> all.append(DiagnosticText.render(each)).append("\n"));
    return all.toString();
  }

  private RuleFile read(String text, Diagnostics diagnostics) {
    return RuleFileReader.read(
        new Source("alert_rules.yaml", text), new TextsByName(texts), diagnostics);
  }

  private static String condition(RuleDefinition rule) {
    return ExprPrinter.print(rule.condition());
  }

  /** Packs as they are, and files from memory. */
  private record TextsByName(Map<String, String> texts) implements IncludedFiles {
    @Override
    public Source open(String from, String name, Diagnostics diagnostics) throws IOException {
      String text = texts.get(name);
      return text == null
          ? IncludedFiles.onDisk().open(from, name, diagnostics)
          : new Source(name, text);
    }

    @Override
    public String identity(String sourceName) {
      return sourceName;
    }
  }
}
