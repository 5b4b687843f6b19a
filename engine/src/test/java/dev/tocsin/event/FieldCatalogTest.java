package dev.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Unit;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documented fields, and those of a host. */
class FieldCatalogTest {
  private static final DeclaredField TENANT = DeclaredField.text("tenant", "the customer");
  private static final DeclaredField QUEUED =
      DeclaredField.number("queued", Unit.DURATION, "time in the queue").from("queue_ms");
  private static final DeclaredField SHARDS =
      DeclaredField.number("shards", Unit.COUNT, "parts of the index that were asked");
  private static final DeclaredField PRICE =
      DeclaredField.number("price", Unit.MONEY, "what the customer pays");
  private static final DeclaredField BETA = DeclaredField.flag("beta", "a tester");

  @Test
  void everyFieldHasAKindAMeaningAndAnExampleThatLoads() {
    List<FieldDescription> all = FieldCatalog.BUILT_IN.descriptions();
    assertThat(all)
        .extracting(FieldDescription::name)
        .containsAll(Fields.names())
        .contains("score.NAME", "attr.NAME", "measure.NAME")
        .doesNotHaveDuplicates();
    for (FieldDescription field : all) {
      assertThat(field.meaning()).as(field.name()).isNotBlank();
      assertThat(field.unit().isPresent()).isEqualTo(field.kind() == FieldKind.NUMBER);
      assertThat(Where.of(field.example()).fields()).as(field.name()).isNotEmpty();
    }
  }

  @Test
  void declaredFieldsAreDescribedBehindTheBuiltInOnes() {
    FieldCatalog catalog = FieldCatalog.with(List.of(TENANT, QUEUED));
    assertThat(catalog.names()).contains("model", "tenant", "queued");
    assertThat(catalog.descriptions())
        .hasSize(FieldCatalog.BUILT_IN.descriptions().size() + 2)
        .endsWith(
            TENANT.description(),
            new FieldDescription(
                "queued",
                FieldKind.NUMBER,
                java.util.Optional.of(Unit.DURATION),
                "time in the queue",
                "queued > 10"));
  }

  @Test
  void readAttributesInTheirUnit() {
    PricedCall call =
        call(
            Call.atNanos(0)
                .inputTokens(10)
                .attribute("tenant", 7)
                .attribute("queue_ms", 1500.5)
                .attribute("shards", 3)
                .attribute("price", 0.25)
                .attribute("beta", "true"));
    assertTrue("tenant == \"7\"", call);
    assertTrue("queued == 1500.5ms and queued > 1.5s and queued < 1501", call);
    assertTrue("shards == 3 and shards * 2s > queued", call);
    assertTrue("price == $0.25 and price > 0.2", call);
    assertTrue("beta and beta == true", call);
  }

  @Test
  void anotherKindThanDeclaredIsNotKnown() {
    PricedCall call =
        call(
            Call.atNanos(0)
                .attribute("queue_ms", "soon")
                .attribute("shards", true)
                .attribute("price", new java.math.BigDecimal("1e400"))
                .attribute("beta", "yes"));
    assertThat(where("queued > 0").test(call)).isEqualTo(Truth.UNKNOWN);
    assertThat(where("shards > 0").test(call)).isEqualTo(Truth.UNKNOWN);
    assertThat(where("beta").test(call)).isEqualTo(Truth.UNKNOWN);
    Field.Number price = (Field.Number) PRICE.field();
    assertThat(price.reader().read(call)).isEqualTo(dev.tocsin.api.Event.UNKNOWN);
  }

  @Test
  void unitsOfDeclaredFieldsAreChecked() {
    InvalidRulesException wrong =
        catchThrowableOfType(InvalidRulesException.class, () -> where("queued > $5"));
    assertThat(wrong).hasMessageContaining("'queued' is a duration and '$5' is money");
    assertThat(catchThrowableOfType(InvalidRulesException.class, () -> where("tennant == \"a\"")))
        .hasMessageContaining("did you mean 'tenant'?");
    assertThat(Rules.parse("r", byRule("tenant"), List.of(TENANT)).rules().get(0).dimensions())
        .containsExactly("tenant");
  }

  @Test
  void namesThatAreTakenOrCannotBeWrittenFail() {
    assertFails(() -> FieldCatalog.with(List.of(DeclaredField.text("user", "x"))), "is built in");
    assertFails(() -> FieldCatalog.with(List.of(TENANT, TENANT)), "two fields are named 'tenant'");
    assertFails(() -> FieldCatalog.with(List.of(DeclaredField.text("metric", ""))), "ks(*)");
    assertFails(() -> DeclaredField.text("where", "x"), "a word of the condition language");
    assertFails(() -> DeclaredField.flag("true", "x"), "a word of the condition language");
    assertFails(() -> DeclaredField.text("attr.x", "x"), "letters, digits and _");
    assertFails(() -> DeclaredField.text("", "x"), "letters, digits and _");
    assertFails(() -> DeclaredField.number("x", Unit.RATE, "x"), "cannot be a RATE; use NUMBER");
  }

  private static void assertFails(Runnable declaration, String message) {
    assertThatThrownBy(declaration::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static void assertTrue(String statement, PricedCall call) {
    assertThat(where(statement).test(call)).as(statement).isEqualTo(Truth.TRUE);
  }

  private static Predicate where(String statement) {
    return Where.of(statement, TENANT, QUEUED, SHARDS, PRICE, BETA);
  }

  private static String byRule(String dimension) {
    return "rules: [{name: r, condition: sum(cost) by " + dimension + " per day > 1}]";
  }

  private static PricedCall call(CallBuilder call) {
    return new PricedCall(call.build(), 0);
  }
}
