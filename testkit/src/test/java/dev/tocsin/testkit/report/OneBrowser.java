package dev.tocsin.testkit.report;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.SessionNotCreatedException;

/**
 * Hands the tests of all classes the same browser, as each takes a second to start; where none is
 * installed, or none starts, they are skipped.
 */
final class OneBrowser implements ExecutionCondition, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OneBrowser.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing = Browser.missing();
    if (!missing.isEmpty()) {
      return disabled("install Debian's chromium and chromium-driver: there is no " + missing);
    }
    try {
      browser(context);
      return enabled("the browser is there and starts");
    } catch (SessionNotCreatedException e) {
      return disabled("the browser does not start here: " + e.getMessage());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return browser(context);
  }

  private static Browser browser(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Browser.class, type -> started(), Browser.class);
  }

  private static Browser started() {
    try {
      Path target = Path.of("target");
      return Browser.start(Files.createTempDirectory(target, "browser"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
