package dev.tocsin.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.rulefile.Packs;
import dev.tocsin.testkit.junit.RuleTestFiles;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RulePacksTest {
  @TestFactory
  Stream<DynamicNode> thePacksDoWhatTheirTestsSay() {
    return RuleTestFiles.in("src/test/rules");
  }

  @TestFactory
  Stream<DynamicTest> nothingIsWrongOrDoubtfulInAPackByItself() throws IOException {
    return Packs.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(Rules.check("a.yaml", "include: pack:" + name).diagnostics())
                            .extracting(DiagnosticText::render)
                            .isEmpty()));
  }
}
