package dev.tocsin.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.Packs;
import dev.tocsin.dsl.rulefile.Parameter;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import dev.tocsin.dsl.yaml.ParameterKind;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values that a pack cannot do with are refused where they are given, and all others work. */
class PackRangesTest {
  private static final String FILE = "a.yaml";
  private static final List<String> IMPOSSIBLE = List.of("-1%", "101%");

  @TestFactory
  Stream<DynamicTest> theEndsOfARangeAreOfUse() throws IOException {
    return parameters(
        Optional.empty(),
        (pack, parameter) ->
            Stream.of(parameter.range().least(), parameter.range().most())
                .flatMap(Optional::stream)
                .map(ParameterValue::written)
                .forEach(value -> assertThat(told(pack, parameter, value)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> aShareThatCannotBeIsToldAtTheInclude() throws IOException {
    return parameters(
        Optional.of(ParameterKind.SHARE),
        (pack, parameter) ->
            IMPOSSIBLE.forEach(
                value ->
                    assertThat(Rules.check(FILE, include(pack, parameter, value)).diagnostics())
                        .as(value)
                        .isNotEmpty()
                        .allMatch(each -> each.code() == Code.BAD_VALUE)
                        .allMatch(each -> each.span().source().name().equals(FILE))));
  }

  @TestFactory
  Stream<DynamicTest> noShareOfAllOrNothingIsToldInsideThePack() throws IOException {
    return parameters(
        Optional.of(ParameterKind.SHARE),
        (pack, parameter) ->
            Stream.of("0%", "100%")
                .flatMap(
                    value ->
                        Rules.check(FILE, include(pack, parameter, value)).diagnostics().stream())
                .map(Diagnostic::span)
                .forEach(span -> assertThat(span.source().name()).isEqualTo(FILE)));
  }

  private interface Check {
    void of(String pack, Parameter parameter);
  }

  private static Stream<DynamicTest> parameters(Optional<ParameterKind> kind, Check check)
      throws IOException {
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (String pack : Packs.names()) {
      RuleFileReader.read(Packs.open(Packs.source(pack)), new Diagnostics()).parameters().stream()
          .filter(each -> kind.isEmpty() ? each.range().isLimited() : each.kind().equals(kind))
          .map(
              each ->
                  DynamicTest.dynamicTest(
                      pack + " " + each.name().value(), () -> check.of(pack, each)))
          .forEach(tests);
    }
    return tests.build();
  }

  private static List<String> told(String pack, Parameter parameter, String value) {
    return Rules.check(FILE, include(pack, parameter, value)).diagnostics().stream()
        .map(DiagnosticText::render)
        .toList();
  }

  private static String include(String pack, Parameter parameter, String value) {
    return "include: {pack: %s, parameters: {%s: %s}}"
        .formatted(pack, parameter.name().value(), value);
  }
}
