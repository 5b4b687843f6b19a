package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportNamesTest {
  private final ReportNames names = new ReportNames();

  @Test
  void areReadableAndFitForEveryFileSystem() {
    assertThat(names.of("slow_test.yaml a spike pages [traces/x.jsonl]"))
        .isEqualTo("slow_test.yaml-a-spike-pages-traces-x.jsonl.html");
    assertThat(names.of("../../etc/passwd")).isEqualTo("etc-passwd.html");
    assertThat(names.of("???")).isEqualTo("report.html");
    assertThat(names.of("x".repeat(500))).hasSizeLessThan(120);
  }

  @Test
  void noTwoAreTheSameWhereCaseDoesNotCount() {
    assertThat(names.of("a b")).isEqualTo("a-b.html");
    assertThat(names.of("A/b")).isEqualTo("A-b-2.html");
    assertThat(names.of("a-b")).isEqualTo("a-b-3.html");
  }
}
