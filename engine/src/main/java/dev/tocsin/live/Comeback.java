package dev.tocsin.live;

import dev.tocsin.action.Outbox;
import dev.tocsin.api.Recovery;
import dev.tocsin.core.Engine;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.journal.Input;
import dev.tocsin.plan.Plan;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An engine that was brought back, or a new one where there was none.
 *
 * @param engine with the rules it had
 * @param recovery what was found
 * @param isBack whether it is the old one
 * @param reload the rules it is to have, if those are others
 */
record Comeback(Engine engine, Recovery recovery, boolean isBack, Optional<Input.Reload> reload) {

  /**
   * Brings an engine back from its store.
   *
   * @param plan the rules it is to have
   * @param texts what they were made of
   * @param keeper keeps its inputs from here on
   * @param outbox takes what is still to be done
   * @param rules hears of the rules it has meanwhile
   * @param engines makes a new engine of a plan
   */
  static Comeback of(
      Plan plan,
      RuleTexts texts,
      Kept kept,
      Persistence keeper,
      Outbox outbox,
      Consumer<Plan> rules,
      Function<Plan, Engine> engines) {
    long began = System.nanoTime();
    Restart restart =
        new Restart(
            kept.store(),
            outbox,
            stored -> {
              Plan had = kept.planner().apply(stored);
              rules.accept(had);
              return had;
            },
            engines);
    Optional<Engine> found = restart.run();
    if (found.isPresent() && found.get().tickNanos() != plan.tickNanos()) {
      restart.discard("'evaluate_every' has changed: the engine begins anew");
      found = Optional.empty();
    }
    Recovery recovery = restart.report(Duration.ofNanos(System.nanoTime() - began));
    Engine engine = found.orElseGet(() -> engines.apply(plan));
    rules.accept(plan);
    keeper.begin(restart.place());
    Input.Reload reload = new Input.Reload(plan, texts);
    if (found.isEmpty()) {
      keeper.append(reload); // the journal of an engine begins with its rules
    }
    boolean others = found.isPresent() && !restart.rules().hash().equals(texts.hash());
    return new Comeback(
        engine, recovery, found.isPresent(), others ? Optional.of(reload) : Optional.empty());
  }
}
