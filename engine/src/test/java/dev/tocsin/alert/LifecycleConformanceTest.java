package dev.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts live as Prometheus' own tools play them. */
class LifecycleConformanceTest {

  @ParameterizedTest
  @MethodSource("cases")
  void livesAsPrometheusDoes(LifecycleCases.Case one) {
    assertThat(one.play()).isEqualTo(one.expect());
  }

  @Test
  void theSharedCasesAreTheSame() throws IOException {
    Path shared = Path.of(System.getProperty("tocsin.shared", ""), "conformance", "lifecycle.yaml");
    assumeThat(shared).exists();
    try (InputStream yaml = Files.newInputStream(shared)) {
      assertThat(LifecycleCases.in(yaml)).isEqualTo(cases()).isNotEmpty();
    }
  }

  static List<LifecycleCases.Case> cases() throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(
            LifecycleConformanceTest.class.getResourceAsStream("lifecycle.yaml"))) {
      return LifecycleCases.in(yaml);
    }
  }
}
