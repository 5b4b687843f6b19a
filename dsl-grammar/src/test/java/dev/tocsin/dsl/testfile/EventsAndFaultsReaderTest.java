package dev.tocsin.dsl.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.YamlText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.nodes.Node;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class EventsAndFaultsReaderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{every: 1s, for: 10s}          | 10 | PT10S | PT1S",
        "{every: 3s, for: 10s}          | 4  | PT10S | PT3S",
        "{every: 2s, count: 5}          | 5  | PT10S | PT2S",
        "{count: 5, over: 1m}           | 5  | PT1M  | PT0S",
        "{count: 5, for: 1m}            | 5  | PT1M  | PT0S",
        "{count: 5}                     | 5  | PT0S  | PT0S",
        "{at: 1m}                       | 1  | PT0S  | PT0S",
      })
  void twoOfThreeGiveThePace(String entry, long count, Duration length, Duration every) {
    assertThat(event(entry).pace()).isEqualTo(new Pace(count, length, every));
  }

  @Test
  void eventsOfAPaceAreWhereTheyBelong() {
    Pace spread = new Pace(3, Duration.ofNanos(10), Duration.ZERO);
    Pace stepped = new Pace(3, Duration.ofNanos(10), Duration.ofNanos(4));

    assertThat(List.of(spread.offsetNanos(0), spread.offsetNanos(1), spread.offsetNanos(2)))
        .containsExactly(0L, 3L, 6L);
    assertThat(stepped.offsetNanos(2)).isEqualTo(8);
    assertThat(new Pace(Pace.MOST, Duration.ofDays(100_000), Duration.ZERO).offsetNanos(9_999_999))
        .isEqualTo(8_639_999_136_000_000_000L);
    assertThat(List.of(spread.progress(0), spread.progress(1), spread.progress(2)))
        .containsExactly(0.0, 0.5, 1.0);
    assertThat(Pace.ONCE.progress(0)).isZero();
  }

  @Test
  void valuesAreOneOrSeveralInTurnOrDrawn() {
    EventsDefinition.Calls calls =
        (EventsDefinition.Calls)
            event(
                    "{at: 10:05, seed: 7, score_delay: 5s, model: a, user: [b, c],"
                        + " status: {ok: 90%, error: 1}}")
                .what();

    assertThat(calls.scoreDelay()).contains(Duration.ofSeconds(5));
    assertThat(calls.fields())
        .extracting(field -> field.name().value())
        .containsExactly("model", "user", "status");
    assertThat(text(((FieldValue.One) calls.fields().get(0).value()).text())).isEqualTo("a@1:47");
    assertThat(((FieldValue.InTurn) calls.fields().get(1).value()).texts())
        .extracting(Located::value)
        .containsExactly("b", "c");
    assertThat(((FieldValue.Weighted) calls.fields().get(2).value()).choices())
        .extracting(choice -> choice.text().value() + " " + choice.weight())
        .containsExactly("ok 0.9", "error 1");
    assertThat(calls.fields().get(2).value().span()).hasToString("test.yaml:1:72");
    assertThat(event("{seed: 7}").seed()).isEqualTo(OptionalLong.of(7));
  }

  @Test
  void deploymentsAndMeasuresAreEventsToo() {
    assertThat(event("{at: 1m, deployment: {prompt: support, version: v8}}").what())
        .isEqualTo(new EventsDefinition.Deployed("support", "v8"));
    EventsDefinition.Measured measured =
        (EventsDefinition.Measured)
            event("{measure: {name: depth, value: 3..9, labels: {region: eu}}}").what();
    assertThat(measured.name()).isEqualTo("depth");
    assertThat(measured.value().span().text()).isEqualTo("3..9");
    assertThat(measured.labels()).hasSize(1);
  }

  @Test
  void effectsAreInTheOrderOfTheirKeys() {
    FaultDefinition fault =
        fault(
            "{at: +5m, for: 15m, share: 30%, seed: 4, shift: -1h, delay: 10m, lose: a, drop: yes,"
                + " duplicate: true, repeat: 3, set: {a: b}, add: {c: 1}, multiply: {d: 2}}");

    assertThat(fault.at().map(Located::value))
        .contains(new TimePoint.AfterStart(Duration.ofMinutes(5)));
    assertThat(fault.length()).contains(Duration.ofMinutes(15));
    assertThat(fault.share()).contains(new BigDecimal("0.3"));
    assertThat(fault.seed()).isEqualTo(OptionalLong.of(4));
    assertThat(fault.where()).isEmpty();
    assertThat(fault.effects().subList(0, 6))
        .extracting(Object::toString)
        .satisfiesExactly(
            shifted -> assertThat(shifted).isEqualTo("Shifted[by=PT-1H]"),
            delayed -> assertThat(delayed).isEqualTo("Delayed[by=PT10M]"),
            lost -> assertThat(lost).startsWith("Lost[scores=[Located[value=a,"),
            dropped -> assertThat(dropped).isEqualTo("Dropped[]"),
            twice -> assertThat(twice).isEqualTo("Duplicated[]"),
            repeated -> assertThat(repeated).isEqualTo("Repeated[times=3]"));
    assertThat(fault.effects().subList(6, 9))
        .extracting(effect -> ((FaultDefinition.Changed) effect).change())
        .containsExactly(
            FaultDefinition.Change.SET,
            FaultDefinition.Change.ADD,
            FaultDefinition.Change.MULTIPLY);
    assertThat(fault("{deployment: {prompt: p, version: v}}").effects())
        .containsExactly(new FaultDefinition.Deployed("p", "v"));
  }

  @Test
  void whereIsFieldsOrAStatement() {
    FaultDefinition.Where fields =
        fault("{drop: true, where: {model: a, user: [b, c]}}").where().orElseThrow();
    FaultDefinition.Where statement =
        fault("{drop: true, where: 'model == \"a\"'}").where().orElseThrow();

    assertThat(((FaultDefinition.Fields) fields).fields())
        .extracting(among -> among.field().value() + " " + among.values().size())
        .containsExactly("model 1", "user 2");
    assertThat(fields.span()).hasToString("test.yaml:1:22");
    assertThat(statement.span().text()).isEqualTo("model == \"a\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{every: 1s}                            | how many events this means is not said",
        "{for: 1s}                              | how many events this means is not said",
        "{every: 0s, for: 1m}                   | a distance cannot be zero",
        "{every: 1s, for: soon}                 | 'soon' is not a duration",
        "{every: 1s, for: 1m, count: 3}         | two of 'every', 'for' and 'count' give the third",
        "{count: 3, for: 1m, over: 1m}          | 'for' and 'over' mean the same",
        "{count: 0}                             | there must be at least 1",
        "{count: -3}                            | expected a whole number of 0 or more, found '-3'",
        "{count: 10000001}                      | this means 10000001 events: an entry may mean 10000000",
        "{every: 100d, count: 10000000}         | the events take too long",
        "{at: noon}                             | 'noon' is not a time",
        "{at: [1]}                              | expected a time such as 10:05, found a list",
        "{model: []}                            | the list is empty",
        "{model: {a: 0}}                        | '0' is not a weight such as 90%",
        "{model: {a: 3ms}}                      | '3ms' is not a weight such as 90%",
        "{latency: normal(1, 2)}                | unknown key '2)' in an entry of 'events'",
        "{deployment: {prompt: a}}              | a deployment needs 'version'",
        "{deployment: {prompt: a, version: b}, model: c} | a deployment is no call: it has no 'model'",
        "{measure: {name: a}}                   | a measure needs 'value'",
        "{measure: {name: a, value: 1}, score_delay: 1s} | a measure is no call: it has no 'score_delay'",
        "{measure: {name: a, value: 1}, deployment: {}} | an entry is a deployment or a measure, not both",
      })
  void wrongEventsAreReported(String entry, String message) {
    read("[" + entry + "]", (reader, node) -> new EventsReader(reader).read(node));

    assertThat(messages()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{at: 10:00}                   | the fault does nothing",
        "{multipy: {latency: 2}}       | unknown key 'multipy' in a fault",
        "{share: 130%, drop: true}     | a share is at most 100%",
        "{share: [], drop: true}       | expected a share such as 30%, found a list",
        "{drop: perhaps}               | expected true or false, found a single text",
        "{drop: false}                 | 'drop: false' does nothing",
        "{duplicate: no}               | 'duplicate: false' does nothing",
        "{set: {}}                     | no field is named",
        "{lose: []}                    | no score is named",
        "{delay: 0s}                   | a delay cannot be zero",
        "{shift: []}                   | expected a duration such as -1h or 10m, found a list",
        "{shift: 300y}                 | '300y' is not a length of time to go on or back",
        "{shift: 10}                   | '10' is not a length of time to go on or back",
        "{repeat: 1}                   | calls can be repeated 2 to 1000 times",
        "{repeat: 1001}                | calls can be repeated 2 to 1000 times",
        "{where: {}, drop: true}       | no field is named",
        "{where: {a: []}, drop: true}  | no value of 'a'",
        "{where: [], drop: true}       | expected fields and values, or a statement such as model == \"gpt-4o\", found a list",
        "{where: '', drop: true}       | the filter is empty",
        "{for: 1s, deployment: {prompt: a, version: b}} | a deployment is one event: it has no 'for'",
      })
  void wrongFaultsAreReported(String entry, String message) {
    read("[" + entry + "]", (reader, node) -> new FaultReader(reader).read(node));

    assertThat(messages()).contains(message);
  }

  @Test
  void faultsHaveALimit() {
    faults("[" + "{drop: true}, ".repeat(100) + "]");
    assertThat(messages()).isEmpty();

    faults("[" + "{drop: true}, ".repeat(101) + "]");
    assertThat(messages()).containsExactly("too many faults: at most 100");
  }

  @Test
  void aStatementIsReadOnceHoweverManyAliasesItHas() {
    String statement = "model == \"a\" or ".repeat(2_000) + "latency > 3s";
    String entries =
        "{drop: true, where: &w '" + statement + "'}" + ", {drop: true, where: *w}".repeat(90);

    List<FaultDefinition> faults = faults("[" + entries + "]");

    assertThat(faults).hasSizeBetween(20, 60);
    assertThat(messages()).isNotEmpty();
    assertThat(faults.get(0).where()).isEqualTo(faults.get(9).where());
  }

  private EventsDefinition event(String entry) {
    List<EventsDefinition> events =
        read("[" + entry + "]", (reader, node) -> new EventsReader(reader).read(node));
    assertThat(messages()).isEmpty();
    return events.get(0);
  }

  private FaultDefinition fault(String entry) {
    List<FaultDefinition> faults = faults("[" + entry + "]");
    assertThat(messages()).isEmpty();
    return faults.get(0);
  }

  private List<FaultDefinition> faults(String text) {
    return read(text, (reader, node) -> new FaultReader(reader).read(node));
  }

  private <T> List<T> read(String text, BiFunction<NodeReader, Node, List<T>> read) {
    Source source = new Source("test.yaml", text);
    YamlText yaml = YamlText.read(source, "", diagnostics).orElseThrow();
    return read.apply(yaml.reader(), yaml.root());
  }

  private List<String> messages() {
    return diagnostics.all().stream().map(found -> found.message()).toList();
  }

  private static String text(Located<String> written) {
    return written.value() + "@" + written.span().toString().replace("test.yaml:", "");
  }
}
