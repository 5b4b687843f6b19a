package dev.tocsin.testkit.run;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.core.Engine;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.BadLine;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.replay.ReplayListener;
import dev.tocsin.replay.ReplayProgress;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.ActionRun;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps what happens during a replay. */
final class Recorder implements ReplayListener, EngineWatch {
  private final Plan plan;
  private final Map<String, RulePlan> rules = new HashMap<>();
  private final List<Replay.Probe> wanted;
  private final List<EngineWatch> watches;
  private final List<ReplayListener> listeners;
  private final List<Transition> transitions = new ArrayList<>();
  private final List<SentMessage> messages = new ArrayList<>();
  private final List<ActionRun> actions = new ArrayList<>();
  private final List<Replay.Probed> probed = new ArrayList<>();
  private Instant end = Instant.MIN;

  Recorder(
      Plan plan,
      List<Replay.Probe> wanted,
      List<EngineWatch> watches,
      List<ReplayListener> listeners) {
    this.plan = plan;
    this.wanted = wanted;
    this.watches = watches;
    this.listeners = listeners;
    plan.rules().forEach(rule -> rules.put(rule.name(), rule));
  }

  @Override
  public void arrives(Event event) {
    listeners.forEach(each -> each.arrives(event));
  }

  @Override
  public void accepted(Call call, long costNanoDollars) {
    listeners.forEach(each -> each.accepted(call, costNanoDollars));
  }

  @Override
  public void badLine(BadLine line) {
    listeners.forEach(each -> each.badLine(line));
  }

  @Override
  public void progress(ReplayProgress progress) {
    listeners.forEach(each -> each.progress(progress));
  }

  @Override
  public void transition(Transition transition) {
    listeners.forEach(each -> each.transition(transition));
    transitions.add(transition);
    RulePlan rule = rules.get(transition.rule());
    if (rule != null && transition.beginsFiring()) {
      rule.actions().forEach(action -> actions.add(new ActionRun(action, transition)));
    }
  }

  @Override
  public void notification(String channel, Message.Notification notification) {
    listeners.forEach(each -> each.notification(channel, notification));
    messages.add(new SentMessage(channel, notification));
  }

  @Override
  public void ticked(Engine engine) {
    end = Instants.ofNanos(engine.lastTick());
    watches.forEach(watch -> watch.ticked(engine));
  }

  @Override
  public void stopped(Engine engine, Instant at) {
    watches.forEach(watch -> watch.stopped(engine, at));
    for (Replay.Probe probe : wanted) {
      RulePlan rule = rules.get(probe.rule());
      if (probe.at().equals(at) && rule != null) {
        Group group =
            new Group(
                rule.dimensions(),
                rule.dimensions().stream()
                    .map(name -> Objects.requireNonNull(probe.group().get(name), name))
                    .toList());
        probed.add(new Replay.Probed(probe, engine.comparisons(rule, group)));
      }
    }
  }

  Replay replay(
      String trace, ZoneId zone, List<Replay.Mark> marks, ReplaySummary summary, Instant start) {
    List<Replay.Mark> seen = marks.stream().map(this::untilTheEnd).toList();
    return new Replay(
        plan, trace, zone, transitions, messages, actions, seen, probed, summary, start, end);
  }

  private Replay.Mark untilTheEnd(Replay.Mark mark) {
    return mark.until().isAfter(end) ? new Replay.Mark(mark.from(), end, mark.text()) : mark;
  }
}
