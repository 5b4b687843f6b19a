package dev.tocsin.live;

import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.plan.Plan;
import java.util.function.Function;

/**
 * Where an engine keeps its state.
 *
 * @param store open; the engine closes it
 * @param options with which it was opened
 * @param planner makes the plan of rules that were stored; throws when they are none any more
 */
public record Kept(Store store, StoreOptions options, Function<RuleTexts, Plan> planner) {}
