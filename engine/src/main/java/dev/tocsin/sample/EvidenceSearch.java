package dev.tocsin.sample;

import dev.tocsin.api.Evidence;
import dev.tocsin.plan.Plan;

/**
 * Looks for what shows why a reading is where it is: one walk over the sample for each question,
 * and over all calls that are still known by their ids where the sample has too few of a rare
 * group. Confined to one thread.
 */
public final class EvidenceSearch {
  /** So many questions are answered at one tick. */
  static final int MOST_AT_A_TICK = 50;

  /** With fewer sampled calls the remembered ones are looked at. */
  private static final int FEW = 5;

  private final CallSource sampled;
  private final CallSource remembered;
  private final Segments segments;
  private long tick = Long.MIN_VALUE;
  private int answered;

  /**
   * @param plan whose readings are asked about
   * @param sampled recent calls, thinned
   * @param remembered recent calls by their ids, all of them for a shorter time
   */
  public EvidenceSearch(Plan plan, CallSource sampled, CallSource remembered) {
    this.sampled = sampled;
    this.remembered = remembered;
    this.segments = new Segments(plan);
  }

  /**
   * What there is to show; nothing where the reading is of no calls, and for all but the first
   * questions of a tick.
   */
  public Evidence of(EvidenceQuestion asked) {
    if (!CallNumbers.areIn(asked.reading().aggregate().fold())) {
      return Evidence.NONE;
    }
    answered = asked.tick() == tick ? answered + 1 : 1;
    tick = asked.tick();
    return answered > MOST_AT_A_TICK ? Evidence.NONE : ofOne(asked);
  }

  /** The same for somebody who asks one question only, and does not mind the time it takes. */
  public Evidence ofOne(EvidenceQuestion asked) {
    if (!CallNumbers.areIn(asked.reading().aggregate().fold())) {
      return Evidence.NONE;
    }
    LookedCalls looked = LookedCalls.of(asked, sampled);
    if (looked.all().size() < FEW) {
      LookedCalls more = LookedCalls.of(asked, remembered);
      looked = more.all().size() > looked.all().size() ? more : looked;
    }
    return new Evidence(
        Exemplars.of(asked, looked), segments.of(asked, looked.all()), looked.all().size());
  }
}
