package dev.tocsin.cli.store;

import dev.tocsin.json.Json;
import dev.tocsin.live.StoredState;
import dev.tocsin.store.InputCounts;
import dev.tocsin.store.JournalReport;
import dev.tocsin.store.SnapshotReport;
import dev.tocsin.store.StoreReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in a store as one JSON object; what is not there is null. */
final class StoreReportJson {
  private StoreReportJson() {}

  static String of(StoreReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "store");
    json.put("directory", report.directory().toString());
    json.put("format", report.format());
    json.put("owner", report.owner().orElse(null));
    json.put("closed", report.closed());
    json.put("snapshots", report.snapshots().stream().map(StoreReportJson::snapshot).toList());
    json.put("journal", journal(report.journal()));
    json.put("leftovers", report.leftovers());
    json.put("free_bytes", report.freeBytes());
    return Json.of(json);
  }

  private static Map<String, @Nullable Object> snapshot(SnapshotReport snapshot) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    StoredState state = snapshot.state();
    json.put("file", snapshot.file());
    json.put("batch", snapshot.place());
    json.put("bytes", snapshot.bytes());
    json.put("damage", snapshot.damage());
    json.put("tick", state == null ? null : text(state.tick()));
    json.put("rule_files", state == null ? null : state.rules().names());
    json.put("rules_sha256", state == null ? null : state.rules().hash());
    json.put("pending_deliveries", state == null ? null : state.deliveries());
    return json;
  }

  private static Map<String, @Nullable Object> journal(JournalReport journal) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    InputCounts counts = journal.counts();
    boolean any = journal.batches() > 0;
    json.put("files", journal.files());
    json.put("bytes", journal.bytes());
    json.put("first_batch", any ? journal.first() : null);
    json.put("last_batch", any ? journal.last() : null);
    json.put("inputs", counts.all());
    json.put("events", counts.events());
    json.put("ticks", counts.ticks());
    json.put("gauges", counts.gauges());
    json.put("reloads", counts.reloads());
    json.put("deliveries", counts.deliveries());
    json.put("requests", counts.requests());
    json.put("gaps", counts.gaps());
    json.put("from", text(counts.from()));
    json.put("until", text(counts.until()));
    json.put("damage", journal.damage());
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
