package dev.tocsin.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplateParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{ value }};                                  MONEY;    12.345;  10;    $12.34",
        "{{ value }};                                  MONEY;    1234.5;  1000;  $1,234.50",
        "{{ value }};                                  MONEY;    0.01234; 0.01;  $0.0123",
        "{{ value }} > {{ threshold }};                DURATION; 2100.4;  2000;  2.1 s > 2 s",
        "{{ value }} > {{ threshold }};                DURATION; 2000.4;  2000;  2.0004 s > 2 s",
        "{{ value }};                                  DURATION; 812.44;  500;   812 ms",
        "{{ value }};                                  DURATION; 330000;  500;   5m 30s",
        "{{ value }} > {{ threshold }};                FRACTION; 0.0523;  0.05;  5.23% > 5%",
        "{{ value }};                                  RATE;     12.34;   5;     12.3/s",
        "{{ value }};                                  TOKENS;   64123;   5;     '64,123 tokens'",
        "{{ value }} of {{samples}};                   NUMBER;   0.62;    0.7;   '0.62 of 1,560'",
        "{{ value | percent }};                        NUMBER;   0.62;    0.7;   62%",
        "{{ value | number }} ms;                      DURATION; 2100.4;  2000;  '2,100 ms'",
        "{{ value | money }};                          NUMBER;   3;       2;     $3.00",
        "{{ value }};                                  NUMBER;   ;        2;     no data",
        "{{ value }} < {{ threshold }};                NUMBER;   3;       ;      3 < no data",
        "{{ term }}: {{ rule }}/{{ severity }};        NUMBER;   1;       1;     p95: slow/critical",
        "{{ group.user }} {{ group.attr.tenant }}.;    NUMBER;   1;       1;     u1 acme.",
        "{{ time }};                                   NUMBER;   1;       1;     2026-10-03T10:16:00Z",
        "{{ labels.team }} {{labels.who}};             NUMBER;   1;       1;     search u1",
        "{{ \"{{\" }} {{'a' }}{{ \" | \" }}b;            NUMBER;   1;       1;     '{{ a | b'",
        "{{ top_contributors }};                       NUMBER;   1;       1;     'model=gpt-4o 62%, user=u7 18%, feature=chat 50%'",
        "no placeholder;                               NUMBER;   1;       1;     no placeholder",
      })
  void isFilledIn(
      String text, Unit unit, @Nullable Double value, @Nullable Double threshold, String shown) {
    assertThat(annotation(text, facts(unit, value, threshold, "u1"))).isEqualTo(shown);
  }

  @Test
  void longValuesAreCut() {
    AlertFacts facts = facts(Unit.NUMBER, 1.0, 1.0, "x".repeat(15_000));
    assertThat(annotation("{{ group.user }} {{ group.user }} {{ group.user }}", facts))
        .hasSize(AlertTexts.LONGEST + "...".length())
        .endsWith("x...");
  }

  private static String annotation(String text, AlertFacts facts) {
    AlertTexts texts =
        AlertTexts.of(
            Map.of("team", template("search"), "who", template("{{ group.user }}")),
            Map.of("a", template(text)),
            facts);
    return texts.annotations().get("a");
  }

  private static AlertFacts facts(
      Unit unit, @Nullable Double value, @Nullable Double threshold, String user) {
    return new AlertFacts(
        "slow",
        Severity.CRITICAL,
        Map.of("user", user, "attr.tenant", "acme"),
        Instant.parse("2026-10-03T10:16:00Z"),
        new ComparedReading("p95", ">", value, threshold, 1560, unit),
        List.of(
            new Contributor("model", "gpt-4o", 0.617, 0.2),
            new Contributor("user", "u7", 0.18, 0.1),
            new Contributor("feature", "chat", 0.5, 0.4),
            new Contributor("feature", "search", 0.4, 0.6)));
  }

  private static Template template(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Template template =
        TemplateParser.parse(Fragment.whole(new Source("<template>", text)), diagnostics)
            .orElseThrow();
    assertThat(diagnostics.all()).isEmpty();
    return template;
  }
}
