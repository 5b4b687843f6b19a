package dev.tocsin.peers.drools;

import dev.tocsin.api.Call;
import dev.tocsin.peers.others.HeldRules;
import dev.tocsin.peers.others.PricedEvent;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.peers.tight.DaySum;
import java.util.concurrent.TimeUnit;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.time.impl.PseudoClockScheduler;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools in stream mode: events into working memory, one accumulate over a sliding window for each
 * rule. Only the day's spend, which no sliding window gives, is added up by hand and told each
 * second.
 */
public final class DroolsStream implements Contender {
  private final KieSession session;
  private final PseudoClockScheduler clock;
  private final HeldRules held;
  private final DaySum day = new DaySum();
  private final DaySpend spend = new DaySpend();
  private final FactHandle spendHandle;

  /** Without drift. */
  public DroolsStream(RuleSet rules, Alarm alarm) {
    held = new HeldRules(alarm);
    ModelImpl model = new ModelImpl();
    for (Rule rule : rules.rules()) {
      if (rule.metric() != Metric.DRIFT) {
        model.addRule(WindowRules.of(rule));
      }
    }
    KieSessionConfiguration pseudo = RuleBaseFactory.newKnowledgeSessionConfiguration();
    pseudo.setOption(ClockTypeOption.PSEUDO);
    session =
        KieBaseBuilder.createKieBaseFromModel(model, EventProcessingOption.STREAM)
            .newKieSession(pseudo, null);
    clock = session.getSessionClock();
    spendHandle = session.insert(spend);
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    long cost = 0;
    for (int i = from; i < to; i++) {
      PricedEvent event = PricedEvent.of(calls[i]);
      advance(event.getTime());
      session.insert(event);
      cost += event.getCost();
    }
    advance(TimeUnit.NANOSECONDS.toMillis(tick));
    day.add(cost, tick);
    spend.set((double) day.sum());
    session.update(spendHandle, spend);
    session.fireAllRules();
    for (Object fact : session.getObjects(new ClassObjectFilter(Held.class))) {
      held.holds(((Held) fact).rule());
    }
    held.tick(tick);
  }

  private void advance(long millis) {
    clock.advanceTime(millis - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    session.dispose();
  }
}
