package dev.tocsin.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.parser.ConditionSpacing;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The printer of trees says where spaces stand. */
class SpacingLawTest {
  private static final Pattern TEXT_OR_SPACE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"| +");

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsPrintedStays(@ForAll("conditions") Expr tree) {
    String printed = ExprPrinter.print(tree);
    assertThat(ConditionSpacing.spaced(printed)).isEqualTo(printed);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void otherSpacesAreMended(@ForAll("conditions") Expr tree, @ForAll long seed) {
    String printed = ExprPrinter.print(tree);
    assertThat(ConditionSpacing.spaced(messy(printed, new Random(seed)))).isEqualTo(printed);
  }

  @Provide
  Arbitrary<Expr> conditions() {
    return Trees.condition();
  }

  private static final Pattern TIGHT =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"| (?=[><=!+*/,])|(?<=[><=~+*/,]) ");

  /** Without the spaces that nothing needs, and with others between words. */
  private static String messy(String printed, Random random) {
    String tight =
        random.nextBoolean()
            ? TIGHT
                .matcher(printed)
                .replaceAll(
                    found ->
                        found.group().startsWith("\"")
                            ? Matcher.quoteReplacement(found.group())
                            : "")
            : printed;
    Matcher matcher = TEXT_OR_SPACE.matcher(tight);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(
                found.group().startsWith("\"")
                    ? found.group()
                    : new String[] {"  ", "\n  ", "\t", " "}[random.nextInt(4)]));
  }
}
