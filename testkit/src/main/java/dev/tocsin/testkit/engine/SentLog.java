package dev.tocsin.testkit.engine;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Action;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.ActionRun;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.run.KnownChannels;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** What channels and actions were given, in one order. Thread-safe. */
final class SentLog {
  private final List<SentMessage> messages = new CopyOnWriteArrayList<>();
  private final List<ActionRun> actions = new CopyOnWriteArrayList<>();

  /** A channel for every name to which the rules may send. */
  List<Channel> channels(Plan plan) {
    return KnownChannels.of(plan).stream().<Channel>map(Recorded::new).toList();
  }

  /** An action for every name that the rules have. */
  List<Action> actions(Plan plan) {
    Set<String> names = new TreeSet<>();
    plan.rules().forEach(rule -> names.addAll(rule.actions()));
    return names.stream().<Action>map(Performed::new).toList();
  }

  List<SentMessage> messages() {
    return List.copyOf(messages);
  }

  List<ActionRun> actions() {
    return List.copyOf(actions);
  }

  private final class Recorded implements Channel {
    private final String name;

    Recorded(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void send(Message message) {
      if (message instanceof Message.Notification notification) {
        messages.add(new SentMessage(name, notification));
      }
    }

    @Override
    public boolean tellsAcknowledgements() {
      return true;
    }
  }

  private final class Performed implements Action {
    private final String name;

    Performed(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void perform(Transition firing) {
      actions.add(new ActionRun(name, firing));
    }
  }
}
