package dev.tocsin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.event.Predicate;
import dev.tocsin.event.PricedCall;
import dev.tocsin.event.Truth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventStatementTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void aStatementIsTestedOfCalls() {
    Predicate predicate = type("model like \"gpt-4*\" and latency > 2s").orElseThrow();

    assertThat(predicate.test(call("gpt-4o", 3_000_000))).isEqualTo(Truth.TRUE);
    assertThat(predicate.test(call("gpt-4o", 1_000_000))).isEqualTo(Truth.FALSE);
    assertThat(predicate.test(call("gpt-4o", Event.UNKNOWN))).isEqualTo(Truth.UNKNOWN);
    assertThat(diagnostics.all()).isEmpty();
  }

  @Test
  void allThatIsWrongIsReported() {
    assertThat(type("modle == \"a\" and latency > $3")).isEmpty();
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .containsExactly("no field 'modle' in a call", "'latency' is a duration and '$3' is money");
  }

  private Optional<Predicate> type(String text) {
    return ConditionParser.filter(Fragment.whole(new Source("where", text)), diagnostics)
        .flatMap(statement -> EventStatement.type(statement, FieldCatalog.BUILT_IN, diagnostics));
  }

  private static PricedCall call(String model, long latency) {
    return new PricedCall(
        Call.atNanos(1).model(model).latencyMicros(latency).build(), Event.UNKNOWN);
  }
}
