package dev.tocsin.testkit.junit;

import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.engine.TestEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a test on one trace. The replay runs before the test, where the test asks for it: what
 * fails there is told as it is, not as a parameter that could not be resolved.
 */
final class RulePackInvocation
    implements TestTemplateInvocationContext,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {
  private final RulePack pack;
  private final String name;
  private final Optional<Path> trace;
  private @Nullable Replay replay;
  private @Nullable TestEngine engine;

  private RulePackInvocation(RulePack pack, String name, Optional<Path> trace) {
    this.pack = pack;
    this.name = name;
    this.trace = trace;
  }

  static TestTemplateInvocationContext on(RulePack pack, String name, Path trace) {
    return new RulePackInvocation(pack, name, Optional.of(trace));
  }

  static TestTemplateInvocationContext without(RulePack pack, String name) {
    return new RulePackInvocation(pack, name, Optional.empty());
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (RulePackExtension.wantsReplay(context.getRequiredTestMethod())) {
      replay();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestEngine.class || (type == Replay.class && trace.isPresent());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Replay.class ? replay() : engine();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (engine != null) {
      engine.close();
    }
    if (replay != null && context.getExecutionException().isPresent()) {
      report(context, replay, context.getExecutionException().get());
    }
  }

  /** What cannot be written must not hide why the test failed. */
  private void report(ExtensionContext context, Replay shown, Throwable why) {
    try {
      String test =
          context.getRequiredTestClass().getSimpleName()
              + "."
              + context.getRequiredTestMethod().getName();
      Reports.folder(context::getConfigurationParameter)
          .ifPresent(
              folder ->
                  context.publishReportEntry(
                      "tocsin report",
                      Reports.write(
                          folder,
                          test + " [" + name + "]",
                          pack.report(
                              test, trace.orElseThrow(), shown, Reports.failure(test, why)))));
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private Replay replay() {
    if (replay == null) {
      replay = pack.replay(trace.orElseThrow());
    }
    return replay;
  }

  private TestEngine engine() {
    if (engine == null) {
      engine = pack.engine();
    }
    return engine;
  }
}
