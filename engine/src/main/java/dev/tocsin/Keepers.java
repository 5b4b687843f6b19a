package dev.tocsin;

import dev.tocsin.admin.Administered;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Silence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** An engine as its keepers see it through the admin endpoint. */
record Keepers(Tocsin engine, Path rules, InstantSource clock) implements Administered {
  @Override
  public List<Alert> alerts() {
    return engine.alerts();
  }

  @Override
  public List<Reading> readings() {
    return engine.readings();
  }

  @Override
  public List<Silence> silences() {
    return engine.silences();
  }

  @Override
  public EngineHealth health() {
    return engine.health();
  }

  @Override
  public List<ChannelHealth> channels() {
    return engine.channels();
  }

  @Override
  public Silence silence(
      List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment) {
    return engine.silence(matchers, from, until, by, comment);
  }

  @Override
  public boolean expire(String silenceId, String by) {
    return engine.expire(silenceId);
  }

  @Override
  public int acknowledge(List<String> alertKeys, String by, String comment) {
    return engine.acknowledge(alertKeys, by, comment);
  }

  @Override
  public Optional<AlertStory> story(String alertKey) {
    return engine.story(alertKey);
  }

  @Override
  public void reload() throws IOException {
    engine.reload(rules);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }
}
