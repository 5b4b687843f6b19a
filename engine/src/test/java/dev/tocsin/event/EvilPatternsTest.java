package dev.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that take a backtracking engine years, or a compiler gigabytes. */
class EvilPatternsTest {

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+", "(a|a?)+", "(.*a){12}", "(a*)*(a*)*(a*)*"})
  void endOnTextsTheyAlmostMatch(String pattern) throws Regex.BadPatternException {
    assertThat(Regex.of(pattern).matches("a".repeat(20_000) + "!")).isFalse();
  }

  @Test
  void globsEndToo() {
    assertThat(new Glob("*a".repeat(50)).matches("a".repeat(20_000) + "!")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a)\\1", "(?=a)b", "(?<!a)b", "(?P<x>a)\\k<x>"})
  void whatLinearTimeRulesOutIsRefused(String pattern) {
    assertThat(problem(pattern).message()).startsWith("regular expressions have no ");
    assertThat(problem(pattern).hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("run"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "(((a{30}){30}){30}){30}",
        "((([ab]{30}){30,}){30}){30}",
        "(\\Q{\\E{100}){101}"
      })
  void repetitionsOfRepetitionsAreRefusedBeforeTheyAreWrittenOut(String pattern) {
    assertThat(problem(pattern).message()).contains("more than 10000 steps");
  }

  @Test
  void lengthAndDepthAreBounded() {
    assertThat(problem("a".repeat(1_001)).message()).contains("longer than 1000");
    assertThat(problem("(".repeat(101) + ")".repeat(101)).message()).contains("more than 100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]{1000}]x{1000}", "\\{1000}{3}", "a{999}|b{999}", "{5}", "a{,5}", "[^]()]{900}"})
  void bracesThatRepeatLittleAreNot(String pattern) {
    Regex.BadPatternException wrong =
        catchThrowableOfType(Regex.BadPatternException.class, () -> Regex.of(pattern));
    if (wrong != null) {
      assertThat(wrong.problem().message()).doesNotContain("steps");
    }
  }

  private static Regex.Problem problem(String pattern) {
    return catchThrowableOfType(Regex.BadPatternException.class, () -> Regex.of(pattern)).problem();
  }
}
