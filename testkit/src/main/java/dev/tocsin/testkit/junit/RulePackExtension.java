package dev.tocsin.testkit.junit;

import dev.tocsin.testkit.Replay;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs {@link RulePackTest}s: once for each trace, or once where there is none. */
final class RulePackExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return annotation(context).isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    RulePackTest named = annotation(context).orElseThrow();
    RulePack pack = RulePack.of(named, context.getRequiredTestClass());
    if (!pack.traces().isEmpty()) {
      return pack.traces().entrySet().stream()
          .map(trace -> RulePackInvocation.on(pack, trace.getKey(), trace.getValue()));
    }
    if (wantsReplay(context.getRequiredTestMethod())) {
      throw new ExtensionConfigurationException(
          context.getRequiredTestMethod().getName()
              + " asks for a Replay, but names no trace: @RulePackTest(rules = \""
              + named.rules()
              + "\", trace = \"...\")");
    }
    return Stream.of(RulePackInvocation.without(pack, named.rules()));
  }

  static boolean wantsReplay(Method method) {
    return Stream.of(method.getParameterTypes()).anyMatch(Replay.class::equals);
  }

  private static Optional<RulePackTest> annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), RulePackTest.class);
  }
}
