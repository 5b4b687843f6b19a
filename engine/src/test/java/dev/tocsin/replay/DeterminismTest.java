package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The same trace and rules give the same bytes, wherever and however often. */
class DeterminismTest {
  private static final String TRACE = "llmdrift-prime-gpt4-dense";

  @Test
  void twice() throws IOException {
    List<String> first = Examples.replay(TRACE, "alert_rules_small").json();

    assertThat(Examples.replay(TRACE, "alert_rules_small").json()).isEqualTo(first);
    assertThat(first).hasSizeGreaterThan(10);
  }

  @Test
  void inATurkishLocaleInNepal() throws IOException {
    List<String> expected = Examples.replay(TRACE, "alert_rules_small").json();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

      assertThat(Examples.replay(TRACE, "alert_rules_small").json()).isEqualTo(expected);
      assertThat(Examples.replay("azure-conv-2023", "alert_rules").summary().costUsd())
          .isEqualByComparingTo("96.791325");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
