package dev.tocsin.testkit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the tests of all classes the same browser, as each takes a second to start. */
final class OneBrowser implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OneBrowser.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    browser(context);
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
