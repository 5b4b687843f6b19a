package dev.tocsin.journal;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.Silence;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.Group;
import dev.tocsin.route.Scrubbed;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Batches of a journal without the data of one user. Calls stay with their numbers and id, and
 * {@link Group#ERASED} instead of the user; their session, trace, parent, attributes and texts go,
 * and so do the reasons and labels of their scores, and results of deliveries about groups of the
 * user. To be given a journal's batches in their order. Confined to one thread.
 */
public final class Redaction {
  private static final int ROOM = 1 << 16;

  private final String user;
  private final InputWriter inputs = new InputWriter(true); // those that were kept are kept
  private final ByteOutput out = new ByteOutput(ROOM);

  /** Of calls of the user. */
  private final Set<String> ids = new HashSet<>();

  private boolean changed;

  /**
   * @param user whose data are to go
   */
  public Redaction(String user) {
    this.user = user;
  }

  /** A batch as it is to be; the same array where nothing is of the user. */
  public byte[] rewrite(byte[] bytes, int length) throws IOException {
    out.reset();
    changed = false;
    InputReader.read(new ByteInput(bytes, length), new Copy());
    return changed ? Arrays.copyOf(out.array(), out.size()) : Arrays.copyOf(bytes, length);
  }

  private Event redacted(Event event) {
    if (event instanceof Call call && user.equals(call.user())) {
      if (call.id() != null) {
        ids.add(call.id());
      }
      changed = true;
      return call.withoutTexts().withAttributes(Set.of()).toBuilder()
          .user(Group.ERASED)
          .session(null)
          .trace(null)
          .parent(null)
          .build();
    }
    if (event instanceof Score score && ids.contains(score.call())) {
      changed = true;
      return new Score(
          score.timeNanos(), score.call(), score.name(), score.value(), null, null, score.source());
    }
    return event;
  }

  private final class Copy implements InputSink {
    @Override
    public void arrival(Event event) {
      inputs.arrival(redacted(event), out);
    }

    @Override
    public void tick(long nanos) {
      inputs.write(new Input.Tick(nanos), out);
    }

    @Override
    public void gauges(Map<EngineGauge, Long> values) {
      inputs.write(new Input.Gauges(values), out);
    }

    @Override
    public void rules(RuleTexts texts) {
      InputWriter.reload(texts, out);
    }

    @Override
    public void gap() {
      InputWriter.gap(out);
    }

    @Override
    public void erase(String erased) {
      changed |= erased.equals(user);
      inputs.write(new Input.Erase(erased.equals(user) ? Group.ERASED : erased), out);
    }

    @Override
    public void delivered(Input.Delivered delivered) {
      if (Scrubbed.isAbout(delivered.delivery(), user)) {
        changed = true;
      } else {
        inputs.write(delivered, out);
      }
    }

    @Override
    public void silenced(Silence silence) {
      boolean names =
          silence.matchers().stream()
              .anyMatch(one -> one.label().equals("user") && one.value().equals(user));
      if (names) {
        changed = true;
      } else {
        inputs.write(new Input.Silenced(silence), out);
      }
    }

    @Override
    public void expired(String silence, long nanos) {
      inputs.write(new Input.Expired(silence, nanos), out);
    }

    @Override
    public void acknowledged(Input.Acknowledged acknowledged) {
      List<String> others =
          acknowledged.alerts().stream().filter(alert -> !Scrubbed.isAbout(alert, user)).toList();
      changed |= others.size() < acknowledged.alerts().size();
      inputs.write(new Input.Acknowledged(others, acknowledged.by()), out);
    }

    @Override
    public void timer(long nanos) {
      inputs.write(new Input.Timer(nanos), out);
    }
  }
}
