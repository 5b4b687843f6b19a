package dev.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.ExprPrinter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Typed predicates against a direct reading of what was written. */
class PredicateOracleTest {

  @Property(tries = 100)
  void aPredicateIsTrueWhereItsTreeSays(
      @ForAll @Size(20) List<@From("statements") Expr> statements,
      @ForAll @Size(20) List<@From("events") Map<String, Object>> events) {
    List<Predicate> predicates = Where.all(statements.stream().map(ExprPrinter::print).toList());
    for (int i = 0; i < predicates.size(); i++) {
      for (Map<String, Object> event : events) {
        assertThat(predicates.get(i).test(RandomEvents.call(event)))
            .as("%s of %s", ExprPrinter.print(statements.get(i)), event)
            .isEqualTo(truth(new StatementInterpreter(event).test(statements.get(i))));
      }
    }
  }

  @Provide
  Arbitrary<Expr> statements() {
    return RandomStatements.statements();
  }

  @Provide
  Arbitrary<Map<String, Object>> events() {
    return RandomEvents.events();
  }

  private static Truth truth(int sign) {
    return sign == 0 ? Truth.UNKNOWN : Truth.of(sign > 0);
  }
}
