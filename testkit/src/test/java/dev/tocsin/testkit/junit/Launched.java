package dev.tocsin.testkit.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a class of tests and keeps what became of each. */
final class Launched implements TestExecutionListener {
  private final List<String> passed = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private Launched() {}

  static Launched of(Class<?> tests) {
    return of(tests, Map.of());
  }

  static Launched of(Class<?> tests, Map<String, String> parameters) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameters(parameters)
            .selectors(DiscoverySelectors.selectClass(tests))
            .build();
    Launched launched = new Launched();
    LauncherFactory.create().execute(request, launched);
    return launched;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result.getThrowable().ifPresent(error -> failures.add(String.valueOf(error.getMessage())));
    if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      passed.add(test.getDisplayName());
    }
  }

  /** Names of tests that passed, in the order in which they ran. */
  List<String> passed() {
    return List.copyOf(passed);
  }

  /** Messages of what failed. */
  List<String> failures() {
    return List.copyOf(failures);
  }
}
