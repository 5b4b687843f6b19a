package dev.tocsin.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormatterTest {

  private static DynamicTest rules(String what, String messy, String canonical) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          assertThat(text(Formatter.rules(new Source("a.yaml", messy)))).isEqualTo(canonical);
          assertThat(text(Formatter.rules(new Source("a.yaml", canonical)))).isEqualTo(canonical);
        });
  }

  private static DynamicTest tests(String what, String messy, String canonical) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          assertThat(text(Formatter.tests(new Source("a_test.yaml", messy)))).isEqualTo(canonical);
          assertThat(text(Formatter.tests(new Source("a_test.yaml", canonical))))
              .isEqualTo(canonical);
        });
  }

  private static String text(Formatted formatted) {
    assertThat(formatted).isInstanceOf(Formatted.Canonical.class);
    return ((Formatted.Canonical) formatted).text();
  }

  @TestFactory
  Stream<DynamicTest> layout() {
    return Stream.of(
        rules(
            "lists are indented, rules stand apart, keys are in order",
            """
            rules:
            - condition: p95_latency>2000
              name:   a
              channels: [ slack,email ]
            - name: b
              severity: warning
              condition: "error_rate > 5%"
              channels:
              - slack
            """,
            """
            rules:
              - name: a
                condition: p95_latency > 2000
                channels: [slack, email]

              - name: b
                condition: error_rate > 5%
                severity: warning
                channels:
                  - slack
            """),
        rules(
            "one-liners stay together",
            """
            rules:
                - {condition: daily_cost>1000,   name: a}
                - { name: b, condition: "hourly_cost >50" }
            """,
            """
            rules:
              - {name: a, condition: daily_cost > 1000}
              - {name: b, condition: hourly_cost > 50}
            """),
        rules(
            "one-liners that do not fit become blocks, what is inside stays on one line",
            """
            rules:
              - {name: a_rather_long_name_for_a_rule, condition: daily_cost > 1000, severity: critical, labels: {team: search}}
            """,
            """
            rules:
              - name: a_rather_long_name_for_a_rule
                condition: daily_cost > 1000
                severity: critical
                labels: {team: search}
            """),
        rules(
            "braces over several lines close up where they fit",
            """
            rules:
              - {name: a,
                 condition: daily_cost > 1000,
                 channels: [slack,
                   email]}
            """,
            """
            rules:
              - {name: a, condition: daily_cost > 1000, channels: [slack, email]}
            """),
        rules(
            "the parts of a file have an order and stand apart, rules and groups stay",
            """
            groups:
              - name: g
                rules:
                  - name: a
                    condition: c > 1
            rules: []
            metrics:
              c: sum(cost)  per day
            defaults:
              severity: warning
            include: pack:starter
            """,
            """
            include: pack:starter
            defaults:
              severity: warning

            metrics:
              c: sum(cost) per day

            groups:
              - name: g
                rules:
                  - name: a
                    condition: c > 1
            rules: []
            """),
        rules(
            "blank lines an author set stay, one at most",
            """


            evaluate_every: 1s


            defaults:

              type: cost


              severity: warning
            rules: []


            """,
            """
            evaluate_every: 1s

            defaults:
              type: cost

              severity: warning
            rules: []
            """),
        tests(
            "tests stand apart, expectations keep the order of their keys",
            """
            tests:
              - expect: [{alert: a, never: fires}]
                events: [{every: 1s, for: 1h}]
                name: "one"
              - name: two
                trace: a.jsonl
                expect:
                - {value: count() over 10m, at: 10:15, is: 300}
            rules: a.yaml
            """,
            """
            rules: a.yaml
            tests:
              - name: one
                events: [{every: 1s, for: 1h}]
                expect: [{alert: a, never: fires}]

              - name: two
                trace: a.jsonl
                expect:
                  - {value: count() over 10m, at: 10:15, is: 300}
            """));
  }

  @TestFactory
  Stream<DynamicTest> comments() {
    return Stream.of(
        rules(
            "stay with what they comment",
            """
            # about the file
            rules:   # all of them
                # about a
              # and more
              - name: a   # its name
                # why so much
                condition: c > 1
                type: cost     # money
                # at the end of a
              # at the end of the rules

            # about the metrics
            metrics:
              c: sum(cost) # in dollars
            # the end
            """,
            """
            # about the file

            # about the metrics
            metrics:
              c: sum(cost) # in dollars

            rules: # all of them
              # about a
              # and more
              - name: a    # its name
                type: cost # money
                # why so much
                condition: c > 1
                # at the end of a
              # at the end of the rules
            # the end
            """),
        rules(
            "inside braces make them a block",
            """
            rules:
              - {name: a, # first
                 # why
                 condition: daily_cost > 1}  # last
            """,
            """
            rules:
              # last
              - name: a # first
                # why
                condition: daily_cost > 1
            """),
        rules(
            "behind a dash, between a key and its value, behind a header of a block",
            """
            rules:
              - # dash
                name: a
                condition: # key
                  # between
                  daily_cost > 1
                description: >-   # header
                   folded
                   text
            """,
            """
            rules:
              # dash
              - name: a
                description: >- # header
                  folded
                  text
                # between
                condition: daily_cost > 1 # key
            """),
        rules(
            "of rules that are commented out stay where they are",
            """
            rules:
              - name: a
                condition: daily_cost > 1

              # - name: b
              #   condition: daily_cost > 2
            receivers: []
            """,
            """
            rules:
              - name: a
                condition: daily_cost > 1

              # - name: b
              #   condition: daily_cost > 2
            receivers: []
            """),
        rules(
            "signs in texts, anchors and aliases are none",
            """
            x-a: &a#b {team: "# no"}
            rules:
              - {name: a, condition: 'model == "#" and cost > 1', labels: *a#b}
              - name: b
                condition: cost > 1
                description: |
                  # no
                   text
            """,
            """
            x-a: &a#b {team: "# no"}
            rules:
              - {name: a, condition: model == "#" and cost > 1, labels: *a#b}

              - name: b
                condition: cost > 1
                description: |
                  # no
                   text
            """));
  }

  @TestFactory
  Stream<DynamicTest> texts() {
    return Stream.of(
        rules(
            "lose quotes that say nothing",
            """
            rules:
              - name: 'a'
                "condition": "model == 'x' and daily_cost > 1"
                description: 'It''s "so" and \\ so'
                labels: {"a": 'x', b: "1", c: "true", d: '', e: "a, b", f: 'a: b', g: "{{ value }}"}
                annotations: {a: "1e3", b: "2026-01-01", c: '.5', d: 'a''b', e: "caf\\u00e9 x"}
            """,
            """
            rules:
              - name: a
                description: It's "so" and \\ so
                condition: model == 'x' and daily_cost > 1
                labels: {a: x, b: "1", c: "true", d: "", e: "a, b", f: "a: b", g: "{{ value }}"}
                annotations: {a: "1e3", b: "2026-01-01", c: ".5", d: a'b, e: caf\u00e9 x}
            """),
        rules(
            "keep quotes that tell what a parameter is, and around placeholders",
            """
            parameters:
              a: "5m"
              b: {default: '5'}
              c: 5m
            include: {pack: starter, parameters: {prefix: "1", other: '2m'}}
            rules:
              - {name: '$(a)', condition: "daily_cost>$(c)", description: 'for $(a)'}
            """,
            """
            include: {pack: starter, parameters: {prefix: "1", other: "2m"}}
            parameters:
              a: "5m"
              b: {default: "5"}
              c: 5m

            rules:
              - {name: "$(a)", description: "for $(a)", condition: "daily_cost>$(c)"}
            """),
        rules(
            "on several lines stay on them",
            """
            rules:
                - name: a
                  condition: >-
                        daily_cost>1
                        and hourly_cost>2
                  description: one
                         two

                         three
                  runbook: "four \\
                        five"
                  annotations:
                    a: |2

                         deep
                       less
                    b: |+
                      kept

                    c: "six
                      seven"
            """,
            """
            rules:
              - name: a
                description: one
                  two

                  three
                condition: >-
                  daily_cost>1
                  and hourly_cost>2
                annotations:
                  a: |2

                       deep
                     less
                  b: |+
                    kept

                  c: "six
                    seven"
                runbook: four five
            """),
        rules(
            "of conditions keep numbers, quotes and parentheses",
            """
            rules:
              - name: a
                condition: (p95( latency )over 1h30m>$1.50k)or not (error_rate>-5.0%)
                where: model=='x'
                resolve_when:   count()>=  - 1
            metrics: {m: {expression: 'sum(cost)*-2'}, n: avg(latency)-  ( 1 )}
            """,
            """
            metrics: {m: {expression: sum(cost) * -2}, n: avg(latency) - (1)}
            rules:
              - name: a
                condition: (p95(latency) over 1h30m > $1.50k) or not (error_rate > -5.0%)
                where: model == 'x'
                resolve_when: count() >= -1
            """));
  }

  @TestFactory
  Stream<DynamicTest> references() {
    return Stream.of(
        rules(
            "a file with aliases keeps the order of its keys",
            """
            rules:
            -  &first
               condition: daily_cost>1
               name: a
               labels: &l {b: 1,  a: 2}
            -  <<: *first
               name: b
               channels:  [ *c, &c slack ]
            x-c: &c  email
            """
                .replace("*c, ", ""),
            """
            rules:
              - &first
                condition: daily_cost > 1
                name: a
                labels: &l {b: 1, a: 2}

              - <<: *first
                name: b
                channels: [&c slack]
            x-c: &c email
            """),
        rules(
            "tags stay",
            """
            rules:
              - {condition: daily_cost > 1, name: !!str 1, labels: !!map {a: b}}
            """,
            """
            rules:
              - {name: !!str 1, condition: daily_cost > 1, labels: !!map {a: b}}
            """));
  }

  @Test
  void lineEndsAreOneKindAndTheFileEndsWithOne() {
    String messy = "# c\r\nrules:\r\n  - name: a\r\n    condition: |\r\n      cost > 1\r\n\r\n\r\n";
    assertThat(text(Formatter.rules(new Source("a.yaml", messy))))
        .isEqualTo("# c\nrules:\n  - name: a\n    condition: |\n      cost > 1\n");
    assertThat(text(Formatter.rules(new Source("a.yaml", "---\nrules: [] # c\n..."))))
        .isEqualTo("rules: [] # c\n");
  }

  @Test
  void aTextWithErrorsIsNotFormatted() {
    assertThat(codes("rules: [")).containsExactly(Code.YAML_SYNTAX);
    assertThat(codes("rules:\n  - {name: a, condition: a >}")).containsExactly(Code.SYNTAX);
    assertThat(codes("rules:\n  - {name: a, cond: a > 1, type: x}"))
        .containsExactly(Code.UNKNOWN_KEY, Code.UNKNOWN_TYPE);
  }

  private static Stream<Code> codes(String text) {
    Formatted formatted = Formatter.rules(new Source("a.yaml", text));
    return ((Formatted.Wrong) formatted).diagnostics().stream().map(Diagnostic::code);
  }

  @Test
  void whatCanOnlyBeToldBesideOtherFilesIsNoError() {
    String rules = "include: [nowhere.yaml, pack:none]\nparameters: {a: {}}\nrules: []\n";
    assertThat(text(Formatter.rules(new Source("a.yaml", rules)))).isEqualTo(rules);
  }

  @Test
  void whatCannotBeFormattedIsLeftAloneAndSaysWhy() {
    assertThat(Formatter.rules(new Source("a.yaml", "%YAML 1.1\n---\nrules: []")))
        .isEqualTo(new Formatted.LeftAlone("it has a YAML directive (a line that begins with %)"));
    assertThat(Formatter.rules(new Source("a.yaml", "rules: []\nx-a: {[a]: b}")))
        .isEqualTo(new Formatted.LeftAlone("it has a key that is not a text on one line"));
    assertThat(Formatter.rules(new Source("a.yaml", "rules: []\nx-a: \"a\u2028 b\"")))
        .isInstanceOf(Formatted.LeftAlone.class);
  }

  @Test
  void aTestFileIsToldByItsTests() {
    assertThat(Formatter.isTests("rules: a.yaml\ntests: []")).isTrue();
    assertThat(Formatter.isTests("rules:\n  - name: tests\n    tests: []")).isFalse();
  }
}
