package dev.tocsin.channels.alertmanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.ReadingText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An alert as Alertmanager knows it: named by its labels.
 *
 * @param labels those of the rule, its group, {@code alertname}, {@code rule}, {@code severity},
 *     and {@code reason} where it is not the condition; sorted
 * @param annotations those of the rule, and in words what happened, the value, the threshold, who
 *     takes care, and links; sorted
 * @param startsAt when it began
 * @param endsAt when it ended; empty while it fires
 * @param link where there is more to see; may be empty
 */
public record LabelledAlert(
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant startsAt,
    Optional<Instant> endsAt,
    String link) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int SEPARATOR = 255;

  /** What a notification with that cause says of an alert. */
  public static LabelledAlert of(NotifiedAlert alert, Message.Cause cause) {
    Transition transition = alert.transition();
    List<Link> links =
        AlertText.of(alert, cause).links().stream()
            .filter(link -> !link.name().equals("Runbook"))
            .toList();
    return new LabelledAlert(
        labels(transition),
        annotations(alert, cause),
        transition.activation(),
        alert.isFiring() ? Optional.empty() : Optional.of(transition.time()),
        links.isEmpty() ? "" : links.get(0).target().toString());
  }

  /** That the engine is alive: an alert that always fires. */
  public static LabelledAlert heartbeat(Message.Heartbeat heartbeat) {
    return new LabelledAlert(
        new TreeMap<>(Map.of("alertname", "tocsin_heartbeat", "severity", "none")),
        Map.of("summary", "The engine is alive."),
        heartbeat.time(),
        Optional.empty(),
        "");
  }

  /** The same at a severity that it has no longer, which is another alert to Alertmanager. */
  LabelledAlert noLonger(Severity severity) {
    Map<String, String> before = new TreeMap<>(labels);
    before.put("severity", severity.label());
    Map<String, String> said = new TreeMap<>(annotations);
    said.put("summary", "No longer " + severity.label() + ": " + labels.get("alertname"));
    return new LabelledAlert(before, said, startsAt, endsAt, link);
  }

  /** {@code firing} or {@code resolved}. */
  public String status() {
    return endsAt.isPresent() ? "resolved" : "firing";
  }

  /** FNV-1a over sorted labels, as Prometheus' {@code model.LabelSet.Fingerprint} has it. */
  public String fingerprint() {
    long hash = FNV_OFFSET;
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      hash = add(add(hash, label.getKey()), label.getValue());
    }
    return "%016x".formatted(hash);
  }

  private static Map<String, String> labels(Transition transition) {
    Map<String, String> labels = new TreeMap<>(transition.group());
    labels.putAll(transition.labels());
    labels.put("alertname", transition.rule());
    labels.put("rule", transition.rule());
    labels.put("severity", transition.severity().label());
    if (transition.reason() != AlertReason.CONDITION) {
      labels.put("reason", transition.reason().label());
    }
    return labels;
  }

  private static Map<String, String> annotations(NotifiedAlert alert, Message.Cause cause) {
    Transition transition = alert.transition();
    AlertText text = AlertText.of(alert, cause);
    Map<String, String> annotations = new TreeMap<>(transition.annotations());
    annotations.putIfAbsent("summary", text.title());
    annotations.putIfAbsent("value", ReadingText.value(transition.decisive()));
    annotations.putIfAbsent("threshold", ReadingText.threshold(transition.decisive()));
    alert.acknowledged().ifPresent(by -> annotations.putIfAbsent("acknowledged_by", by.by()));
    text.facts().stream()
        .filter(fact -> fact.name().equals("Contributors") || fact.name().equals("Calls"))
        .forEach(fact -> annotations.putIfAbsent(fact.name().toLowerCase(ROOT), fact.value()));
    text.links().stream()
        .filter(link -> link.name().equals("Runbook"))
        .forEach(link -> annotations.putIfAbsent("runbook_url", link.target().toString()));
    alert.links().forEach((name, url) -> annotations.putIfAbsent(name + "_url", url));
    return annotations;
  }

  private static long add(long hash, String text) {
    long sum = hash;
    for (byte one : text.getBytes(UTF_8)) {
      sum = (sum ^ (one & 0xff)) * FNV_PRIME;
    }
    return (sum ^ SEPARATOR) * FNV_PRIME;
  }
}
