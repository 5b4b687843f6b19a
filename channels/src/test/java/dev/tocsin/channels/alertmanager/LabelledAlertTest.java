package dev.tocsin.channels.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.sample.Alerts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelledAlertTest {
  @Test
  void labelsNameTheRuleTheGroupAndWhyItIsThere() {
    NotifiedAlert alert = Alerts.saying("x", AlertReason.NO_DATA).alerts().get(0);
    assertThat(LabelledAlert.of(alert, Message.Cause.NEWS).labels())
        .isEqualTo(
            Map.of(
                "x", "x", "alertname", "x", "rule", "x", "severity", "info", "reason", "no_data"));
  }

  @Test
  void annotationsSayWhoTakesCareAndWhatShowsIt() {
    LabelledAlert shown = LabelledAlert.of(Alerts.group().alerts().get(0), Message.Cause.NEWS);
    assertThat(shown.annotations())
        .containsEntry("calls", "c-81 (8.41 s), c-17")
        .containsEntry("trace_url", "https://langfuse.example.org/trace/t-81")
        .containsKey("contributors");
    assertThat(
            LabelledAlert.of(Alerts.acknowledged().alerts().get(0), Message.Cause.ACKNOWLEDGED)
                .annotations())
        .containsEntry("acknowledged_by", "alice");
  }

  /** The empty label set's is the offset of FNV-1a, as in Prometheus' model.EmptyLabelSet. */
  @Test
  void fingerprintsDoNotDependOnTheOrderOfLabels() {
    assertThat(fingerprint(Map.of())).isEqualTo("cbf29ce484222325");
    assertThat(fingerprint(Map.of("a", "b", "c", "d")))
        .isEqualTo(fingerprint(new TreeMap<>(Map.of("c", "d", "a", "b"))))
        .isNotEqualTo(fingerprint(Map.of("a", "bc", "", "d")));
  }

  private static String fingerprint(Map<String, String> labels) {
    return new LabelledAlert(labels, Map.of(), Instant.EPOCH, Optional.empty(), "").fingerprint();
  }
}
