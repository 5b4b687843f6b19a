package dev.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CallBuilderTest {
  private static final Map<String, BiFunction<CallBuilder, Long, CallBuilder>> NUMBERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("inputTokens", CallBuilder::inputTokens),
              Map.entry("outputTokens", CallBuilder::outputTokens),
              Map.entry("cachedTokens", CallBuilder::cachedTokens),
              Map.entry("cacheWriteTokens", CallBuilder::cacheWriteTokens),
              Map.entry("reasoningTokens", CallBuilder::reasoningTokens),
              Map.entry("audioInputTokens", CallBuilder::audioInputTokens),
              Map.entry("audioOutputTokens", CallBuilder::audioOutputTokens),
              Map.entry("latency", CallBuilder::latencyMicros),
              Map.entry("ttft", CallBuilder::ttftMicros),
              Map.entry("retries", CallBuilder::retries),
              Map.entry("cost", CallBuilder::costNanoDollars)));

  @TestFactory
  Stream<DynamicTest> negativeNumbersAreRejectedWithTheValue() {
    return NUMBERS.entrySet().stream()
        .map(
            number ->
                DynamicTest.dynamicTest(
                    number.getKey(),
                    () -> {
                      CallBuilder call = Call.atNanos(1);

                      assertThatIllegalArgumentException()
                          .isThrownBy(() -> number.getValue().apply(call, -7L))
                          .withMessage(number.getKey() + " must not be negative: -7");
                      for (long allowed : new long[] {0, Long.MAX_VALUE, Event.UNKNOWN}) {
                        assertThat(number.getValue().apply(call, allowed)).isSameAs(call);
                      }
                    }));
  }

  @Test
  void negativeDurationsAndCostsAreRejected() {
    CallBuilder call = Call.atNanos(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.latency(Duration.ofMillis(-5)))
        .withMessage("latency must not be negative: -5000");
    assertThatIllegalArgumentException().isThrownBy(() -> call.ttft(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.costUsd(new BigDecimal("-0.5")))
        .withMessage("cost must not be negative: -500000000");
  }

  @Test
  void whatDoesNotFitIsRejected() {
    CallBuilder call = Call.atNanos(1);

    assertThatThrownBy(() -> call.costUsd(new BigDecimal("1e10")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> call.score("a", new BigDecimal("1e999999999")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Call.at(Instant.parse("2300-01-01T00:00:00Z")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aStatusIsNeverNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Call.atNanos(1).status(null))
        .withMessage("status");
  }

  @Test
  void whatIsNotSaidIsUnknown() throws ReflectiveOperationException {
    Map<String, Object> values = values(Call.atNanos(5).build());

    assertThat(values.remove("timeNanos")).isEqualTo(5L);
    assertThat(values.remove("status")).isEqualTo(Status.OK);
    assertThat(values).hasSizeGreaterThan(35);
    values.forEach(
        (name, value) ->
            assertThat(value).as(name).isIn(null, Event.UNKNOWN, 0, List.of(), Map.of()));
  }

  @Test
  void toBuilderHoldsAllThatTheCallHolds() throws ReflectiveOperationException {
    Call call = full();
    Map<String, Object> values = values(call);
    Map<String, Object> defaults = values(Call.atNanos(5).build());
    values.forEach(
        (name, value) -> assertThat(value).as("said: " + name).isNotEqualTo(defaults.get(name)));

    assertThat(values(call.toBuilder().build())).isEqualTo(values);
  }

  @Test
  void withoutTextsHoldsAllTheRest() throws ReflectiveOperationException {
    Call call = full();
    Map<String, Object> rest = values(call);
    rest.putAll(values(Call.atNanos(5).build(), "input", "output", "reference", "context"));

    assertThat(values(call.withoutTexts())).isEqualTo(rest);
  }

  @Test
  void aBuilderDoesNotReachIntoTheCallItMade() {
    CallBuilder builder = Call.atNanos(1).tag("a").attribute("k", "v").score("s", BigDecimal.ONE);
    Call call = builder.build();

    builder.tag("b").attribute("l", "w").score("t", BigDecimal.ONE).context("x");

    assertThat(call.tags()).containsExactly("a");
    assertThat(call.attributes()).isEqualTo(Map.of("k", "v"));
    assertThat(call.scores()).isEqualTo(Map.of("s", 1_000_000_000L));
    assertThat(call.context()).isEmpty();
    assertThatThrownBy(() -> call.tags().add("c"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void toBuilderAddsToWhatTheCallHasAndLeavesTheCallAlone() {
    Call call =
        Call.atNanos(1).tag("a").context("x").attribute("k", "v").scoreBillionths("s", 1).build();

    Call more =
        call.toBuilder()
            .tag("b")
            .context("y")
            .attribute("a", "w")
            .scoreBillionths("t", 2)
            .scoreBillionths("s", 3)
            .build();

    assertThat(more.tags()).containsExactly("a", "b");
    assertThat(more.context()).containsExactly("x", "y");
    assertThat(more.attributes()).isEqualTo(Map.of("k", "v", "a", "w"));
    assertThat(more.attributes().keySet()).containsExactly("a", "k");
    assertThat(more.scores()).isEqualTo(Map.of("s", 3L, "t", 2L));
    assertThat(call.tags()).containsExactly("a");
    assertThat(call.context()).containsExactly("x");
    assertThat(call.attributes()).isEqualTo(Map.of("k", "v"));
    assertThat(call.scores()).isEqualTo(Map.of("s", 1L));
  }

  @Test
  void aCallCanHaveEndedAtAnotherTime() {
    Call call = Call.atNanos(5).id("c").startNanos(3).score("a", 1).build();
    Call later = call.toBuilder(9).build();

    assertThat(later.timeNanos()).isEqualTo(9);
    assertThat(later.startNanos()).isEqualTo(3);
    assertThat(later.id()).isEqualTo("c");
    assertThat(later.scores()).isEqualTo(call.scores());
  }

  @Test
  void scoresCanBeTakenAwayWhetherTheyWereThereOrJustSet() {
    Call call = Call.atNanos(1).score("a", 0.1).score("b", 0.2).score("c", 0.3).build();

    assertThat(call.toBuilder().withoutScore("b").build().scores())
        .isEqualTo(Map.of("a", 100_000_000L, "c", 300_000_000L));
    assertThat(
            call.toBuilder().score("d", 0.4).withoutScore("d").withoutScore("x").build().scores())
        .isEqualTo(call.scores());
    assertThat(call.toBuilder().withoutScore("a").score("a", 0.5).build().scores())
        .containsEntry("a", 500_000_000L);
    assertThat(Call.atNanos(1).score("a", 1).withoutScore("a").build().scores()).isEmpty();
    assertThat(call.scores()).hasSize(3);
  }

  @Test
  void durationsAreCutAndMoneyIsRoundedHalfEven() {
    Call call =
        Call.atNanos(1)
            .latency(Duration.ofNanos(1_999))
            .ttft(Duration.ofNanos(999))
            .costUsd(new BigDecimal("0.0000000025"))
            .score("s", new BigDecimal("0.8333333335"))
            .build();

    assertThat(call.latencyMicros()).isOne();
    assertThat(call.ttftMicros()).isZero();
    assertThat(call.costNanoDollars()).isEqualTo(2);
    assertThat(call.scores()).containsEntry("s", 833_333_334L);
  }

  private static Call full() {
    CallBuilder call =
        Call.atNanos(1_000)
            .status(Status.TIMEOUT)
            .id("id")
            .startNanos(7)
            .operation("operation")
            .model("model")
            .provider("provider")
            .user("user")
            .feature("feature")
            .environment("environment")
            .session("session")
            .trace("trace")
            .parent("parent")
            .prompt("prompt")
            .promptVersion("version")
            .promptLabel("label")
            .serviceTier("tier")
            .batch(true)
            .error("error")
            .finishReason("stop")
            .cacheHit(false)
            .feedback("up")
            .taskCompleted(true)
            .input("input")
            .output("output")
            .reference("reference")
            .tag("tag")
            .context("context")
            .score("score", BigDecimal.ONE)
            .attribute("attribute", "value");
    long value = 10;
    for (BiFunction<CallBuilder, Long, CallBuilder> number : NUMBERS.values()) {
      assertThat(number.apply(call, value++)).isSameAs(call);
    }
    return call.build();
  }

  private static Map<String, Object> values(Call call, String... only)
      throws ReflectiveOperationException {
    Map<String, Object> values = values(call);
    values.keySet().retainAll(List.of(only));
    return values;
  }

  /** Every accessor's value, by its name; {@code time} is {@code timeNanos} in other words. */
  private static Map<String, Object> values(Call call) throws ReflectiveOperationException {
    Map<String, Object> values = new TreeMap<>();
    for (Method method : Arrays.asList(Call.class.getDeclaredMethods())) {
      if (Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0
          && !List.of(Call.class, CallBuilder.class).contains(method.getReturnType())
          && !method.getName().equals("toString")) {
        values.put(method.getName(), method.invoke(call));
      }
    }
    return values;
  }

  @Test
  void numbersAmongAttributesAreDecimalsWhateverTheirType() {
    Call call =
        Call.atNanos(0)
            .attribute("int", 5)
            .attribute("long", 5L)
            .attribute("double", 0.1)
            .attribute("float", 0.1f)
            .attribute("big", new java.math.BigInteger("12345678901234567890"))
            .attribute("nan", Double.NaN)
            .attribute("flag", true)
            .attribute("other", Duration.ofSeconds(1))
            .build();
    assertThat(call.attributes())
        .isEqualTo(
            Map.of(
                "int", new BigDecimal(5),
                "long", new BigDecimal(5),
                "double", new BigDecimal("0.1"),
                "float", new BigDecimal("0.1"),
                "big", new BigDecimal("12345678901234567890"),
                "flag", true,
                "other", "PT1S"));
  }
}
