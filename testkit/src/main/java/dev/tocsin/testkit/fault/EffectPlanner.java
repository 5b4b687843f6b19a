package dev.tocsin.testkit.fault;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.FaultDefinition;
import dev.tocsin.dsl.testfile.FaultDefinition.Change;
import dev.tocsin.dsl.testfile.FieldDefinition;
import dev.tocsin.dsl.testfile.FieldValue;
import dev.tocsin.price.PriceList;
import dev.tocsin.testkit.field.CallField;
import dev.tocsin.testkit.field.CallFields;
import dev.tocsin.testkit.field.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes effects of what a test says; what is wrong is reported and left out. */
final class EffectPlanner {
  private static final String SCORE = "score.";

  private final CallFields fields;
  private final Values values;
  private final Diagnostics diagnostics;
  private final PriceList prices = PriceList.builtIn();

  /** Ids of one repeat are not those of another. */
  private int repeats;

  EffectPlanner(CallFields fields, Diagnostics diagnostics) {
    this.fields = fields;
    this.values = new Values(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Empty for a deployment, which is an event and not done to any. */
  Optional<Effect> of(FaultDefinition.Effect written) {
    if (written instanceof FaultDefinition.Changed changed) {
      return Optional.of(rewritten(changed));
    }
    if (written instanceof FaultDefinition.Dropped) {
      return Optional.of(new Outage());
    }
    if (written instanceof FaultDefinition.Lost lost) {
      return Optional.of(
          new LostScores(
              lost.scores().stream().map(EffectPlanner::score).collect(Collectors.toSet())));
    }
    if (written instanceof FaultDefinition.Delayed delayed) {
      return Optional.of(new DelayedScores(delayed.by().toNanos()));
    }
    if (written instanceof FaultDefinition.Shifted shifted) {
      return Optional.of(new ShiftedClock(shifted.by().toNanos()));
    }
    if (written instanceof FaultDefinition.Repeated repeated) {
      return Optional.of(new Repeats(repeated.times(), "#".repeat(++repeats)));
    }
    return written instanceof FaultDefinition.Duplicated
        ? Optional.of(new Repeats(2, ""))
        : Optional.empty();
  }

  private static String score(Located<String> name) {
    String written = name.value();
    return written.startsWith(SCORE) ? written.substring(SCORE.length()) : written;
  }

  private Effect rewritten(FaultDefinition.Changed written) {
    List<FieldChange> changes = new ArrayList<>();
    for (FieldDefinition field : written.fields()) {
      fields
          .named(field.name(), List.of())
          .flatMap(known -> change(written.change(), known, field))
          .ifPresent(changes::add);
    }
    return new Rewritten(changes);
  }

  private Optional<FieldChange> change(Change change, CallField field, FieldDefinition written) {
    FieldValue value = written.value();
    if (change == Change.SET) {
      return field instanceof CallField.OfScore score
          ? values.numbers(score, value).map(number -> new Replacement.OfScore(score, number))
          : values.writing(field, value).map(Replacement::new);
    }
    if (!(field instanceof CallField.Numeric number)) {
      diagnostics.error(
          Code.UNIT_MISMATCH,
          written.name().span(),
          "'" + written.name().value() + "' is no number",
          "use 'set' for it");
      return Optional.empty();
    }
    boolean product = change == Change.MULTIPLY;
    return (product ? values.factors(number, value) : values.additions(number, value))
        .map(operand -> new NumberChange(number, product, operand, prices));
  }
}
