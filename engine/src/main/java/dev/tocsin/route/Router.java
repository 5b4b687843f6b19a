package dev.tocsin.route;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.Silence;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.match.InhibitionMatcher;
import dev.tocsin.routing.RoutingPlan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Routes at work: which alerts are told to whom, when, and why not. What it does is a function of
 * what it is told and of the moments up to which it is {@link #advance}d: no clock is read.
 * Grouping, intervals, repeats, silences and inhibitions are those of Alertmanager, and each
 * channel of a receiver has a record of its own, so that none hears again because of another.
 * Confined to one thread.
 */
public final class Router implements AutoCloseable {
  /** Stands for "never" in {@link #nextDue}. */
  public static final long NEVER = Long.MAX_VALUE;

  private final Placement placement;
  private final Groups groups;
  private final RouterOutput output;
  private final Silences silences;
  private final Inhibitions inhibitions;
  private final Budgets budgets = new Budgets();
  private final Stories stories = new Stories();
  private final NotificationTexts texts;
  private final RouterState state = new State();

  /** Those that fire. */
  private final Map<String, RoutedAlert> alerts = new LinkedHashMap<>();

  private long now = Long.MIN_VALUE;
  private long errorCount;

  /**
   * @param plan where alerts go
   * @param rules of the file, by their names; alerts of others say themselves where they go
   * @param channels which of some channels lead anywhere, each once
   * @param matchers make what decides inhibitions
   * @param output takes the messages
   */
  public Router(
      RoutingPlan plan,
      Map<String, RuleFacts> rules,
      UnaryOperator<List<String>> channels,
      InhibitionMatcher.Factory matchers,
      RouterOutput output) {
    this.placement = new Placement(plan, rules, channels);
    this.groups = new Groups(placement);
    this.output = output;
    this.silences = new Silences(plan.silences());
    this.inhibitions = new Inhibitions(plan.inhibitions(), matchers);
    this.texts = new NotificationTexts(plan.links());
  }

  /** When something is due next if nothing else happens, in nanoseconds since the epoch. */
  public long nextDue() {
    return groups.nextDue();
  }

  /** Does all that is due up to a moment, in its order, each at its own time. */
  public void advance(long until) {
    freeInhibited();
    while (nextDue() <= until) {
      NotificationGroup group = groups.first();
      moveTo(group.due);
      look(group);
    }
    moveTo(until);
  }

  /** Takes what happened to an alert; all of one moment, before {@link #advance} to it. */
  public void transition(Transition transition) {
    moveTo(Instants.toNanos(transition.time()));
    stories.add(transition);
    if (transition.to() == AlertState.FIRING) {
      fires(transition);
    } else if (transition.from() == AlertState.FIRING) {
      resolves(transition);
    }
  }

  /**
   * Notes what became of a message.
   *
   * @param at when, in nanoseconds since the epoch
   * @param done false when nobody tries it any more
   * @param receipt what the channel needs to change it
   */
  public void delivered(String key, long at, boolean done, Optional<String> receipt) {
    Groups.OnItsWay found = groups.ended(key);
    if (found == null) {
      return; // of a group that is gone
    }
    ChannelRecord record = found.record();
    NotificationGroup group = found.group();
    receipt.ifPresent(said -> record.receipt = said);
    if (!record.aside.remove(key) && key.equals(record.pending)) {
      noteFate(group, record, at, done);
      record.pending = null;
      record.givenUp = !done;
      if (done) {
        record.owed.clear();
      }
      boolean isPrompt = done && at - record.pendingAt < group.route.groupIntervalNanos();
      record.toldAt = isPrompt ? record.pendingAt : Math.max(at, record.pendingAt);
    }
    groups.enter(group);
  }

  /** What a channel needs to change its last message of the same thread. */
  public Optional<String> receipt(String key) {
    return groups.receipt(key);
  }

  /** The keys of messages whose fate is waited for. */
  public Set<String> onTheirWay() {
    return groups.onTheirWay();
  }

  /** The id that the next silence gets. */
  public String nextSilence() {
    return silences.nextId();
  }

  /** Puts a silence in force, in place of one with its id. */
  public void silence(Silence silence) {
    silences.tidy(Instants.ofNanos(now));
    silences.add(silence);
    recheckAll();
  }

  /** Ends a silence; false when there is none of that name that could. */
  public boolean expire(String id, Instant at) {
    boolean ended = silences.expire(id, at);
    recheckAll();
    return ended;
  }

  /** Whether a silence can be ended: the rule file's cannot. */
  public boolean canExpire(String id) {
    return silences.canExpire(id);
  }

  /** All silences: those of the rule file, and those made since. */
  public List<Silence> silences() {
    return silences.list();
  }

  /** Somebody takes care of alerts; those that do not fire are passed over. */
  public void acknowledge(List<String> keys, Acknowledgement by) {
    Map<NotificationGroup, Set<String>> touched = new LinkedHashMap<>();
    for (String key : keys) {
      RoutedAlert alert = alerts.get(key);
      if (alert != null) {
        alert.acknowledge(by);
        alert
            .groups()
            .forEach(
                group -> touched.computeIfAbsent(group, one -> new LinkedHashSet<>()).add(key));
      }
    }
    touched.forEach(
        (group, acknowledged) -> {
          new AcknowledgedNews(group, now, state).tell(acknowledged, by);
          groups.enter(group);
        });
  }

  /** By whom an alert was acknowledged. */
  public Optional<Acknowledgement> acknowledgement(String key) {
    return Optional.ofNullable(alerts.get(key)).map(RoutedAlert::acknowledgement);
  }

  /** What is remembered of what happened to an alert. */
  public List<Transition> transitions(String key) {
    return stories.transitions(key);
  }

  /** Why an alert was sent or not. */
  public List<NotificationDecision> decisions(String key) {
    return stories.decisions(key);
  }

  /** What stands between an alert that fires and its next message, for each of its channels. */
  public List<Outlined> outlook(String key) {
    RoutedAlert alert = alerts.get(key);
    return alert == null ? List.of() : Outlook.of(alert, now, state);
  }

  /** Whether an alert of a key fires. */
  public boolean fires(String key) {
    return alerts.containsKey(key);
  }

  /** Looks at groups that ended in an error of our own. Not a part of the state. */
  public long errors() {
    return errorCount;
  }

  /** Whether any alert fires. */
  public boolean anyFires() {
    return !alerts.isEmpty();
  }

  /** Alerts of which something is remembered, the newest last. */
  public List<String> remembered() {
    return stories.alerts();
  }

  /** Takes over everything from a router of other rules, at its moment. */
  public void adopt(Router old) {
    now = old.now;
    silences.adopt(old.silences);
    budgets.adopt(old.budgets);
    stories.adopt(old.stories);
    groups.adopt(old.groups);
    for (RoutedAlert alert : old.alerts.values()) {
      alerts.put(alert.key(), alert);
      alert.update(alert.transition(), placement.labels(alert.transition()));
      inhibitions.fires(alert);
      place(alert);
    }
    for (NotificationGroup group : groups.all()) {
      group.tidy();
      groups.enter(group);
    }
  }

  /**
   * Forgets the alerts of groups of a user. Those who were told that they fire hear the end, once.
   *
   * @param ends of the alerts, by key
   */
  public void erase(String user, Map<String, Transition> ends) {
    new Erasure(user, ends, state, Instants.ofNanos(now)).of(groups.all());
    alerts.values().removeIf(alert -> alert.isOf(user));
    alerts.values().forEach(alert -> alert.scrub(user));
    ends.keySet().forEach(inhibitions::ends);
    freeInhibited(); // not later: what is written down meanwhile does not know who was
    stories.erase(user);
    silences.erase(user);
    for (NotificationGroup group : groups.all()) {
      if (user.equals(group.id.labels().get("user"))) {
        groups.drop(group);
      }
    }
    groups.all().forEach(groups::enter);
  }

  /** Writes all state. */
  public void writeTo(ByteOutput out) {
    out.writeLong(now);
    silences.writeTo(out);
    budgets.writeTo(out);
    stories.writeTo(out);
    out.varint(alerts.size());
    alerts.values().forEach(alert -> alert.writeTo(out));
    groups.writeTo(out);
  }

  /** Takes over state that was written by a router of the same plan; this one must be new. */
  public void readFrom(ByteInput in) throws IOException {
    now = in.readLong();
    silences.readFrom(in);
    budgets.readFrom(in);
    stories.readFrom(in);
    for (long left = in.varint(); left > 0; left--) {
      RoutedAlert alert = RoutedAlert.read(in);
      alerts.put(alert.key(), alert);
      inhibitions.fires(alert);
    }
    inhibitions.freed();
    groups.readFrom(in, alerts);
  }

  @Override
  public void close() {
    inhibitions.close();
  }

  private void moveTo(long moment) {
    now = Math.max(now, moment);
  }

  private void fires(Transition transition) {
    Map<String, String> labels = placement.labels(transition);
    RoutedAlert alert = alerts.get(transition.alertKey());
    if (alert == null) {
      alert = new RoutedAlert(transition, labels);
      alerts.put(alert.key(), alert);
    } else {
      alert.update(transition, labels);
    }
    inhibitions.fires(alert);
    place(alert);
  }

  /** Puts an alert into the groups where it belongs by now. */
  private void place(RoutedAlert alert) {
    Set<NotificationGroup> before = new LinkedHashSet<>(alert.groups());
    for (Placement.Place place : placement.of(alert)) {
      NotificationGroup summary = groups.get(place.summary());
      NotificationGroup group =
          summary != null && summary.alerts.containsKey(alert.key())
              ? summary
              : groups.at(place, now);
      before.remove(group);
      join(group, alert, place.channels());
    }
    for (NotificationGroup gone : before) {
      gone.alerts.computeIfPresent(alert.key(), (key, member) -> left(member));
      gone.tidy(alert.key());
      groups.enter(gone);
    }
  }

  private static GroupedAlert left(GroupedAlert member) {
    member.left = true;
    return member;
  }

  private void join(NotificationGroup group, RoutedAlert alert, List<String> channels) {
    GroupedAlert member = group.member(alert);
    member.left = false;
    member.channels = channels;
    Target first = group.targets.get(0);
    channels.forEach(first::record);
    group.news(now);
    groups.enter(group);
    for (String channel : channels) {
      if (first.record(channel).givenUp) {
        first.record(channel).last = Map.of(); // perhaps it can be reached by now
      }
      if (group.due > now && !first.record(channel).told.containsKey(alert.key())) {
        state.note(
            group,
            first,
            channel,
            alert.key(),
            now,
            Verdict.WAITING,
            "for the timer of its group",
            Optional.of(group.due));
      }
    }
  }

  private void resolves(Transition transition) {
    RoutedAlert alert = alerts.remove(transition.alertKey());
    if (alert == null) {
      return;
    }
    alert.update(transition, alert.labels());
    inhibitions.ends(alert.key());
    for (NotificationGroup group : List.copyOf(alert.groups())) {
      group.tidy(alert.key());
      group.news(now);
      groups.enter(group);
    }
  }

  private void look(NotificationGroup group) {
    try {
      Flush flush = new Flush(group, now, state);
      if (group.nextFlush() <= now) {
        flush.run();
      } else {
        flush.escalate();
      }
      group.tidy();
    } catch (RuntimeException | StackOverflowError e) {
      errorCount++; // the others are told all the same, and this one is looked at again
      group.lookAgain(now);
    }
    groups.enter(group);
  }

  private void freeInhibited() {
    for (String freed : inhibitions.freed()) {
      RoutedAlert alert = alerts.get(freed);
      if (alert != null) {
        for (NotificationGroup group : List.copyOf(alert.groups())) {
          group.news(now);
          groups.enter(group);
        }
      }
    }
  }

  private void recheckAll() {
    for (NotificationGroup group : groups.all()) {
      if (group.recheckAt != NotificationGroup.NEVER) {
        group.recheckAt = Math.min(group.recheckAt, now);
        groups.enter(group);
      }
    }
  }

  private void noteFate(NotificationGroup group, ChannelRecord record, long at, boolean done) {
    for (Target target : group.targets) {
      for (Map.Entry<String, ChannelRecord> each : target.records().entrySet()) {
        if (each.getValue() == record) {
          List<String> told = new ArrayList<>(record.last.keySet());
          record.owed.forEach(end -> told.add(end.alertKey()));
          told.forEach(
              alert ->
                  state.note(
                      group,
                      target,
                      each.getKey(),
                      alert,
                      at,
                      done ? Verdict.DELIVERED : Verdict.GIVEN_UP,
                      done ? "the channel has taken it" : "nobody tries it any more",
                      Optional.empty()));
        }
      }
    }
  }

  /** What a look at a group needs. */
  private final class State implements RouterState {
    @Override
    public Silences silences() {
      return silences;
    }

    @Override
    public Inhibitions inhibitions() {
      return inhibitions;
    }

    @Override
    public Budgets budgets() {
      return budgets;
    }

    @Override
    public NotificationTexts texts() {
      return texts;
    }

    @Override
    public RouterOutput output() {
      return output;
    }

    @Override
    public void summarise(NotificationGroup from, GroupedAlert member, long at) {
      GroupId id = new GroupId(from.id.route(), from.id.receiver(), Map.of(), true);
      Receiver receiver = from.targets.get(0).receiver();
      join(
          groups.at(new Placement.Place(id, from.route, receiver, member.channels), now),
          member.alert,
          member.channels);
    }

    @Override
    public void forgets(@Nullable String key) {
      groups.forgets(key);
    }

    @Override
    public void sent(NotificationGroup group, ChannelRecord record, String key) {
      groups.sent(group, record, key);
    }

    @Override
    public void note(
        NotificationGroup group,
        Target target,
        String channel,
        String alert,
        long at,
        Verdict verdict,
        String reason,
        Optional<Long> next) {
      stories.add(
          new NotificationDecision(
              Instants.ofNanos(at),
              alert,
              group.id.route(),
              target.receiver().name(channel),
              channel,
              verdict,
              reason,
              next.map(Instants::ofNanos)));
    }
  }
}
