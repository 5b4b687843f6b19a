package dev.tocsin.cli.store;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.live.StoredState;
import dev.tocsin.store.InputCounts;
import dev.tocsin.store.JournalReport;
import dev.tocsin.store.SnapshotReport;
import dev.tocsin.store.StoreReport;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** What is in a store, for people. */
final class StoreReportText {
  private static final int HASH_SHOWN = 12;

  private final Table table = new Table(Align.LEFT, Align.LEFT);

  private StoreReportText() {}

  static List<AttributedString> of(StoreReport report, int width) {
    StoreReportText text = new StoreReportText();
    text.row("Store", report.directory() + " (" + report.format() + ")");
    text.owner(report);
    text.snapshots(report.snapshots());
    text.journal(report.journal());
    text.leftovers(report);
    text.row("Disk", Counts.bytes(report.freeBytes()) + " free");
    return text.table.lines(width, 0);
  }

  private void owner(StoreReport report) {
    if (report.owner().isPresent()) {
      row("Owner", report.owner().get() + ", running; what follows may be a moment old");
    } else if (report.closed() != null) {
      row("Owner", "none; closed cleanly at " + report.closed());
    } else {
      row("Owner", "none; the last one was killed", Palette.YELLOW);
    }
  }

  private void snapshots(List<SnapshotReport> snapshots) {
    if (snapshots.isEmpty()) {
      row("Snapshots", "none");
    }
    String label = "Snapshots";
    for (SnapshotReport snapshot : snapshots) {
      StoredState state = snapshot.state();
      String what = "batch " + snapshot.place() + ", " + Counts.bytes(snapshot.bytes());
      if (state == null) {
        row(label, what + ", damaged: " + snapshot.damage(), Palette.RED);
      } else {
        Object tick = state.tick() == null ? "before the first tick" : state.tick();
        row(label, what + ", whole, at " + tick);
      }
      label = "";
    }
    snapshots.stream()
        .flatMap(snapshot -> Stream.ofNullable(snapshot.state()))
        .findFirst()
        .ifPresent(this::state);
  }

  /** That of the newest that is whole. */
  private void state(StoredState state) {
    row("Rules", String.join(", ", state.rules().names()));
    row("", "SHA-256 " + state.rules().hash().substring(0, HASH_SHOWN) + "...");
    row("Deliveries", Counts.grouped(state.deliveries()) + " pending at the newest snapshot");
  }

  private void journal(JournalReport journal) {
    String files = Counts.of(journal.files(), "file") + ", " + Counts.bytes(journal.bytes());
    InputCounts counts = journal.counts();
    if (journal.batches() > 0) {
      row("Journal", "%s, batches %d to %d".formatted(files, journal.first(), journal.last()));
      row(
          "",
          String.join(
              ", ",
              Counts.of(counts.events(), "event"),
              Counts.of(counts.ticks(), "tick"),
              Counts.of(counts.gauges(), "reading", "readings") + " of gauges",
              Counts.of(counts.reloads(), "load") + " of rules",
              Counts.of(counts.deliveries(), "delivery", "deliveries")));
      if (counts.requests() > 0) {
        row(
            "",
            Counts.of(
                counts.requests(), "silence or acknowledgement", "silences and acknowledgements"));
      }
      if (counts.from() != null) {
        row("", counts.from() + " to " + counts.until());
      }
    } else {
      row("Journal", files + ", no batches");
    }
    if (counts.gaps() > 0) {
      row("", Counts.of(counts.gaps(), "hole") + ": its disk was full or failed", Palette.YELLOW);
    }
    if (journal.damage() != null) {
      row("", "damaged: " + journal.damage(), Palette.RED);
    }
  }

  private void leftovers(StoreReport report) {
    String label = "Leftovers";
    for (var leftover : report.leftovers().entrySet()) {
      row(label, leftover.getKey() + ", " + Counts.bytes(leftover.getValue()));
      label = "";
    }
  }

  private void row(String label, String text) {
    row(label, text, Palette.PLAIN);
  }

  private void row(String label, String text, AttributedStyle style) {
    table.row(List.of(Palette.text(label, Palette.STRONG), Palette.text(text, style)));
  }
}
