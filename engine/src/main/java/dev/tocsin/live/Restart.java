package dev.tocsin.live;

import dev.tocsin.action.Outbox;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Recovery;
import dev.tocsin.api.Silence;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.core.Engine;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.InputReader;
import dev.tocsin.journal.InputSink;
import dev.tocsin.journal.InputWriter;
import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoredSnapshot;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.Plan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings an engine back to where it was: the newest snapshot, and the journal from there on. */
final class Restart {
  /** Changes whenever older state cannot be read any more. */
  static final int FORMAT = 2;

  private final Store store;
  private final Outbox outbox;
  private final Function<RuleTexts, Plan> planner;
  private final Function<Plan, Engine> engines;
  private final List<String> findings = new ArrayList<>();
  private @Nullable Engine engine;
  private RuleTexts rules = RuleTexts.NONE;
  private long snapshotTick = Engine.NOT_STARTED;
  private long place = Store.START;
  private long inputs;
  private long events;

  /** Inputs behind a hole of the journal, which cannot be applied. */
  private long beyond;

  private boolean gapped;

  /**
   * @param outbox takes what is still to be done
   * @param planner makes the plan of rules that were stored; throws when they are none any more
   * @param engines makes a new engine of a plan
   */
  Restart(
      Store store,
      Outbox outbox,
      Function<RuleTexts, Plan> planner,
      Function<Plan, Engine> engines) {
    this.store = store;
    this.outbox = outbox;
    this.planner = planner;
    this.engines = engines;
  }

  /** Writes what {@link #run} begins with. */
  static void write(RuleTexts rules, Outbox outbox, Engine engine, ByteOutput out)
      throws IOException {
    out.writeInt(FORMAT);
    out.writeLong(engine.lastTick());
    InputWriter.rules(rules, out);
    outbox.writeTo(out);
    engine.writeTo(out);
  }

  /** The engine as it was; empty when there was none, or when it cannot be brought back. */
  Optional<Engine> run() {
    long snapshotted = Store.START;
    try {
      Optional<StoredSnapshot> latest = store.latest();
      snapshotted = latest.map(StoredSnapshot::place).orElse(Store.START);
      if (latest.isPresent() && !isRead(latest.get())) {
        if (!store.reachesBack()) {
          throw new IOException("the journal does not reach back to its beginning");
        }
        findings.add("all of the journal is replayed instead");
      }
      place = store.replay(place, this::batch);
      if (gapped) {
        findings.add(
            "the journal has a hole after the last snapshot, since its disk was full or failed: "
                + beyond
                + " inputs behind it could not be used");
      }
    } catch (IOException | RuntimeException e) {
      findings.add("cannot be brought back, the engine begins anew: " + e.getMessage());
      discard();
      passOver(snapshotted);
    }
    return Optional.ofNullable(engine);
  }

  private boolean isRead(StoredSnapshot snapshot) {
    try {
      read(snapshot);
      return true;
    } catch (IOException | RuntimeException e) {
      findings.add("the snapshot cannot be used: " + e.getMessage());
      discard();
      snapshotTick = Engine.NOT_STARTED;
      return false;
    }
  }

  /** What comes is added behind what is there, also where that is of no use. */
  private void passOver(long after) {
    try {
      place = store.replay(after, (bytes, length) -> {});
    } catch (IOException | RuntimeException e) {
      findings.add("the end of the journal cannot be found: " + e.getMessage());
    }
  }

  /** The rules that the engine had. */
  RuleTexts rules() {
    return rules;
  }

  /** The last batch that is in the engine's state. */
  long place() {
    return place;
  }

  /** Says that the engine cannot be used after all. */
  void discard(String why) {
    findings.add(why);
    discard();
  }

  private void discard() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
    outbox.pending().forEach(delivery -> outbox.remove(delivery.id()));
  }

  /** What it found. */
  Recovery report(Duration took) {
    List<Alert> alerts = engine == null ? List.of() : engine.alerts();
    long last = engine == null ? Engine.NOT_STARTED : engine.lastTick();
    List<String> all = new ArrayList<>(store.findings());
    all.addAll(findings);
    return new Recovery(
        engine != null || !all.isEmpty(),
        store.wasClosed(),
        snapshotTick == Engine.NOT_STARTED ? null : Instants.ofNanos(snapshotTick),
        inputs,
        events,
        last == Engine.NOT_STARTED ? null : Instants.ofNanos(last),
        count(alerts, AlertState.PENDING),
        count(alerts, AlertState.FIRING),
        outbox.size(),
        took,
        all);
  }

  private static int count(List<Alert> alerts, AlertState state) {
    return (int) alerts.stream().filter(alert -> alert.state() == state).count();
  }

  private void read(StoredSnapshot snapshot) throws IOException {
    ByteInput in = snapshot.bytes();
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException(
          "its state has format %d, this version reads %d".formatted(format, FORMAT));
    }
    snapshotTick = in.readLong();
    rules = InputReader.rules(in);
    engine = engines.apply(planner.apply(rules));
    outbox.readFrom(in);
    engine.readFrom(in);
    place = snapshot.place();
  }

  private void batch(byte[] bytes, int length) throws IOException {
    if (gapped) {
      beyond += InputReader.read(new ByteInput(bytes, length), new InputSink() {});
    } else {
      inputs += InputReader.read(new ByteInput(bytes, length), new Again());
    }
  }

  /** Applies inputs a second time. */
  private final class Again implements InputSink {
    @Override
    public void arrival(Event event) {
      events++;
      if (engine != null) {
        try {
          engine.arrive(event);
        } catch (RuntimeException | StackOverflowError e) {
          // it did so the first time, and was counted
        }
      }
    }

    @Override
    public void tick(long nanos) {
      apply(new Input.Tick(nanos));
    }

    @Override
    public void gauges(Map<EngineGauge, Long> values) {
      apply(new Input.Gauges(values));
    }

    @Override
    public void rules(RuleTexts texts) {
      Plan plan = planner.apply(texts);
      rules = texts;
      if (engine != null && engine.tickNanos() != plan.tickNanos()) {
        discard(); // as it was done then
      }
      if (engine == null) {
        engine = engines.apply(plan);
      } else {
        apply(new Input.Reload(plan, texts));
      }
    }

    @Override
    public void erase(String user) {
      apply(new Input.Erase(user));
      outbox.erase(user);
    }

    @Override
    public void delivered(Input.Delivered delivered) {
      apply(delivered);
      outbox.remove(delivered.delivery());
    }

    @Override
    public void silenced(Silence silence) {
      apply(new Input.Silenced(silence));
    }

    @Override
    public void expired(String silence, long nanos) {
      apply(new Input.Expired(silence, nanos));
    }

    @Override
    public void acknowledged(Input.Acknowledged acknowledged) {
      apply(acknowledged);
    }

    @Override
    public void timer(long nanos) {
      apply(new Input.Timer(nanos));
    }

    @Override
    public void gap() {
      gapped = true; // always alone in its batch
    }

    private void apply(Input input) {
      if (engine == null) {
        return; // the journal begins with rules; before them is nothing to apply to
      }
      try {
        engine.apply(input);
      } catch (RuntimeException | StackOverflowError e) {
        // as above
      }
    }
  }
}
