package dev.tocsin.testkit.expect;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Transition;
import dev.tocsin.api.ValueText;
import dev.tocsin.dsl.testfile.Expectation.Amount;
import dev.tocsin.dsl.testfile.Expectation.OfAlert;
import dev.tocsin.dsl.testfile.Expectation.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is said of an alert as it begins to fire. */
final class FiringFacts {
  private FiringFacts() {}

  static List<Fact> of(OfAlert expected, Transition firing) {
    List<Fact> facts = new ArrayList<>();
    expected
        .severity()
        .ifPresent(
            severity ->
                facts.add(
                    new Fact(
                        "fires with severity " + severity.value(),
                        Optional.of(firing.severity().label())
                            .filter(label -> !label.equals(severity.value()))
                            .map(label -> "it fired with severity " + label))));
    expected.labels().ifPresent(texts -> texts("label", texts, firing.labels(), facts));
    expected
        .annotations()
        .ifPresent(texts -> texts("annotation", texts, firing.annotations(), facts));
    expected
        .reading()
        .map(amount -> reading(amount, firing.decisive()))
        .ifPresent(fact -> facts.add(new Fact("fires while " + fact.expected(), fact.found())));
    return facts;
  }

  private static void texts(
      String noun, Texts expected, Map<String, String> found, List<Fact> facts) {
    expected
        .texts()
        .forEach(
            (name, text) -> {
              String value = found.get(name);
              facts.add(
                  new Fact(
                      "fires with the %s %s '%s'".formatted(noun, name, text.value()),
                      text.value().equals(value)
                          ? Optional.empty()
                          : Optional.of(
                              value == null
                                  ? "it has no %s %s".formatted(noun, name)
                                  : "its %s is '%s'".formatted(name, value))));
            });
    if (expected.exactly()) {
      Map<String, String> others = new TreeMap<>(found);
      others.keySet().removeAll(expected.texts().keySet());
      facts.add(
          new Fact(
              "fires with no other " + noun + "s",
              others.isEmpty() ? Optional.empty() : Optional.of("it also has " + others)));
    }
  }

  /** What a comparison reads. */
  static Fact reading(Amount amount, ComparedReading reading) {
    String expected = reading.term() + " is " + Amounts.text(amount, reading.unit());
    Double value = reading.value();
    if (value == null) {
      return new Fact(expected, Optional.of("it has no data"));
    }
    if (!Amounts.fits(amount, reading.unit())) {
      return new Fact(
          expected,
          Optional.of("it is of another unit: " + ValueText.exact(value, reading.unit())));
    }
    return new Fact(
        expected,
        Amounts.matches(amount, value)
            ? Optional.empty()
            : Optional.of("it is " + near(value, amount, reading)));
  }

  private static String near(double value, Amount amount, ComparedReading reading) {
    return ValueText.near(value, Amounts.expected(amount), reading.unit());
  }
}
